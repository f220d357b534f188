// Keys: `/` or Ctrl-K find, `n` write, `g t` today, `?` this list. An element says by data-key which
// key presses it. Single keys do nothing inside a field, and nothing at all with data-keys="off" on
// <body> (WCAG 2.1.4); Ctrl-K always works.
(() => {
  const single = document.body.dataset.keys !== "off";
  const help = document.getElementById("keys-dialog");
  let leader = "";
  let leaderAt = 0;

  const writing = (target) => target.isContentEditable
    || ["INPUT", "TEXTAREA", "SELECT"].includes(target.tagName);

  function press(key) {
    // The page's own button comes before the bar's, and after a child's head: the last in <main>.
    const inPage = [...document.querySelectorAll(`main [data-key="${key}"]`)].pop();
    const found = inPage || document.querySelector(`[data-key="${key}"]`);
    if (found) found.click();
    return Boolean(found);
  }

  document.addEventListener("keydown", (event) => {
    if (window.curaCover.any() || document.querySelector("dialog[open]")) return;
    if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === "k") {
      if (press("/")) event.preventDefault();
      return;
    }
    if (!single || event.ctrlKey || event.metaKey || event.altKey || writing(event.target)) return;
    const pair = leader && event.timeStamp - leaderAt < 1200 ? `${leader} ${event.key}` : "";
    leader = "";
    if (pair && press(pair)) {
      event.preventDefault();
    } else if (event.key === "g") {
      [leader, leaderAt] = ["g", event.timeStamp];
    } else if (["/", "n", "?"].includes(event.key) && press(event.key)) {
      event.preventDefault();
    }
  });

  document.querySelectorAll('[data-key="?"]').forEach((link) => link.addEventListener("click", (event) => {
    if (!help) return;
    event.preventDefault();
    link.closest("details")?.removeAttribute("open");
    help.showModal();
  }));
})();
