// Two minutes before the session ends for want of activity, ask. Words are never touched: when the
// session is over, the page stays, says so, and offers to sign in beside it (drafts carry on then).
// Several pages of one browser share the clock.
(() => {
  const idle = Number(document.body.dataset.idleSeconds || 0) * 1000;
  const dialog = document.getElementById("session-dialog");
  const out = document.getElementById("session-out");
  if (!idle || !dialog) return;
  const WARN = Math.min(120000, idle / 2);
  const KEY = "session-seen";
  const left = document.getElementById("session-left");
  const token = document.querySelector('meta[name="csrf-token"]')?.content ?? "";
  let ends = 0;
  let over = false;

  function seen(at) {
    ends = at + idle;
    over = false;
    out.hidden = true;
    if (dialog.open) dialog.close();
  }

  function toldByServer() {
    const now = Date.now();
    seen(now);
    try { localStorage.setItem(KEY, String(now)); } catch { /* private mode: this page only */ }
  }

  async function stay() {
    const answer = await fetch("/session/stay/", {
      method: "POST", headers: { "X-CSRFToken": token }, redirect: "manual",
    }).catch(() => null);
    if (answer && answer.ok) toldByServer();
    else if (answer) finish();
    else left.textContent = "a moment: there is no signal";
  }

  function finish() {
    over = true;
    if (dialog.open) dialog.close();
    out.hidden = false;
  }

  function tick() {
    if (over) return;
    const rest = ends - Date.now();
    if (rest <= 0) return finish();
    if (rest > WARN) return;
    const seconds = Math.ceil(rest / 1000);
    left.textContent = seconds > 60 ? "2 minutes" : seconds > 30 ? "1 minute" : "30 seconds";
    if (!dialog.open && !document.body.classList.contains("is-hidden")) dialog.showModal();
  }

  // Saving a draft is activity that the server has seen; draft.js says so with this event.
  document.addEventListener("cura:seen", toldByServer);
  document.addEventListener("htmx:afterRequest", (event) => {
    const byTimer = event.detail.requestConfig?.headers?.["X-Cura-Timer"];
    if (!byTimer && event.detail.successful) toldByServer();
  });
  addEventListener("storage", (event) => {
    if (event.key === KEY && event.newValue) seen(Number(event.newValue));
  });
  document.getElementById("session-stay").addEventListener("click", stay);
  dialog.addEventListener("cancel", (event) => { event.preventDefault(); stay(); });
  toldByServer();
  setInterval(tick, 1000);
})();
