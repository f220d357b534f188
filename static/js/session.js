// Two minutes before the session ends for want of activity, ask. When it is over, or when somebody
// else has signed in on this device, the page is covered, for tablets are shared; what was written
// stays underneath and comes back to the same person (static/js/draft.js keeps it besides).
// Several pages of one browser share the clock.
(() => {
  const { person, idleSeconds } = document.body.dataset;
  const idle = Number(idleSeconds || 0) * 1000;
  const dialog = document.getElementById("session-dialog");
  const out = document.getElementById("session-out");
  if (!person || !dialog) return;
  const WARN = Math.min(120000, idle / 2);
  const LOOK_AGAIN = 30000;
  const KEY = "session-seen";
  const left = document.getElementById("session-left");
  // Asked each time: static/js/kept.js renews it after a sign-in beside this page.
  const token = () => document.querySelector('meta[name="csrf-token"]')?.content ?? "";
  let ends = Infinity;
  let looked = Date.now();
  let over = false;

  function seen(at) {
    if (idle) ends = at + idle;
    over = false;
    window.curaCover.off(out);
    if (dialog.open) dialog.close();
  }

  function toldByServer() {
    const now = Date.now();
    seen(now);
    try { localStorage.setItem(KEY, `${person} ${now}`); } catch { /* private mode: this page only */ }
  }

  async function stay() {
    const answer = await fetch("/session/stay/", {
      method: "POST", headers: { "X-CSRFToken": token() }, redirect: "manual",
    }).catch(() => null);
    if (answer && answer.ok) toldByServer();
    else if (answer) finish("gone");
    else left.textContent = "a moment: there is no signal";
  }

  function finish(why) {
    over = true;
    out.querySelectorAll("[data-why]").forEach((part) => { part.hidden = part.dataset.why !== why; });
    window.curaCover.on(out, "Signed out");
  }

  // Asked when somebody comes back to this page: is the session hers, another's, or gone?
  async function look() {
    if (document.hidden || (!over && Date.now() - looked < LOOK_AGAIN)) return;
    looked = Date.now();
    const answer = await fetch("/drafts/key/", { headers: { "X-Cura-Timer": "1" } }).catch(() => null);
    if (!answer) return;
    if (answer.status === 401) return finish("gone");
    if (!answer.ok) return;
    const { who } = await answer.json();
    if (String(who) !== person) finish("other");
    else if (over) toldByServer();
  }

  function tick() {
    if (over) return;
    const rest = ends - Date.now();
    if (rest <= 0) { finish("gone"); return; }
    if (rest > WARN) return;
    const seconds = Math.ceil(rest / 1000);
    left.textContent = seconds > 60 ? "2 minutes" : seconds > 30 ? "1 minute" : "30 seconds";
    if (!dialog.open && !window.curaCover.any()) dialog.showModal();
  }

  // Saving a draft is activity that the server has seen; draft.js says so with this event.
  document.addEventListener("cura:seen", toldByServer);
  document.addEventListener("cura:gone", (event) => finish(event.detail));
  document.addEventListener("htmx:afterRequest", (event) => {
    const byTimer = event.detail.requestConfig?.headers?.["X-Cura-Timer"];
    if (!byTimer && event.detail.successful) toldByServer();
  });
  addEventListener("storage", (event) => {
    const [who, at] = (event.key === KEY && event.newValue || "").split(" ");
    if (who === person) seen(Number(at));
  });
  addEventListener("focus", look);
  document.addEventListener("visibilitychange", look);
  document.getElementById("session-stay").addEventListener("click", stay);
  dialog.addEventListener("cancel", (event) => { event.preventDefault(); stay(); });
  toldByServer();
  setInterval(tick, 1000);
})();
