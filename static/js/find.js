// Find, laid over the page: `/` or Ctrl-K presses the link in the bar, and without this script the
// link opens the page /find/. Arrow keys choose (aria-activedescendant), Enter opens, Esc closes.
(() => {
  const opener = document.getElementById("find-open");
  if (!opener || !window.htmx || !window.HTMLDialogElement) return;
  let dialog = null;

  const options = () => [...dialog.querySelectorAll('[role="option"]')];
  const box = () => dialog.querySelector("[role=combobox]");
  const chosen = () => dialog.querySelector('[role="option"][aria-selected="true"]');

  function choose(option) {
    chosen()?.setAttribute("aria-selected", "false");
    option?.setAttribute("aria-selected", "true");
    option?.scrollIntoView({ block: "nearest" });
    if (option) box().setAttribute("aria-activedescendant", option.id);
    else box().removeAttribute("aria-activedescendant");
  }

  function move(step) {
    const all = options();
    if (!all.length) return;
    const at = all.indexOf(chosen());
    choose(all[at < 0 && step < 0 ? all.length - 1 : (at + step + all.length) % all.length]);
  }

  function onKey(event) {
    if (event.target !== box()) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      move(event.key === "ArrowDown" ? 1 : -1);
      event.preventDefault();
    } else if (event.key === "Enter" && chosen()) {
      location.assign(chosen().href);
      event.preventDefault();
    } else if (event.key === "Escape") {
      dialog.close(); // a search field would only empty itself
      event.preventDefault();
    }
  }

  function onResults() {
    const count = options().length;
    choose(null);
    box().setAttribute("aria-expanded", String(count > 0));
    const none = box().value.trim().length > 1 ? "Nothing found" : "";
    dialog.querySelector("[data-find-status]").textContent = count
      ? `${count} found. Choose with the arrow keys.`
      : none;
  }

  async function open() {
    const answer = await fetch(opener.href, { headers: { "HX-Request": "true" } });
    if (!answer.ok || answer.redirected) throw new Error("no box");
    if (!dialog) {
      dialog = document.createElement("dialog");
      dialog.className = "sheet find-dialog";
      dialog.setAttribute("aria-label", "Find");
      dialog.addEventListener("keydown", onKey);
      dialog.addEventListener("htmx:afterSwap", onResults);
      dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
      document.body.append(dialog);
    }
    dialog.innerHTML = await answer.text();
    window.htmx.process(dialog);
    dialog.showModal();
    box().focus();
  }

  opener.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    event.preventDefault();
    if (!dialog?.open) open().catch(() => location.assign(opener.href));
  });
})();
