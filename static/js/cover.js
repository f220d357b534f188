// Covers the page: "hide now" and "you have been signed out" both leave nothing of it to see, to
// read aloud or to reach by Tab, and keep it whole underneath. The last cover put on is on top.
window.curaCover = (() => {
  const covers = [];
  const title = document.title;
  let before = null;

  function show() {
    const top = covers.at(-1);
    [...document.body.children].forEach((part) => { part.inert = Boolean(top) && part !== top.element; });
    covers.forEach(({ element }) => { element.hidden = element !== top.element; });
    document.body.classList.toggle("is-covered", Boolean(top));
    document.title = top ? top.title : title;
    if (top) top.element.focus();
    else if (before) before.focus();
  }

  function on(element, words) {
    if (covers.some((cover) => cover.element === element)) return;
    document.querySelectorAll("dialog[open]").forEach((dialog) => dialog.close());
    if (!covers.length) before = document.activeElement;
    covers.push({ element, title: words });
    show();
  }

  function off(element) {
    const place = covers.findIndex((cover) => cover.element === element);
    if (place < 0) return;
    covers.splice(place, 1);
    element.hidden = true;
    show();
  }

  return { on, off, any: () => covers.length > 0 };
})();
