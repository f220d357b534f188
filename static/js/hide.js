// Hide now: a child walks up. One tap, or Escape twice within half a second, and only a clock is
// left. The page stays as it was underneath, with every word in it. Without JavaScript the button is
// a link to /hide/.
(() => {
  const screen = document.getElementById("hide-screen");
  const button = document.getElementById("hide-now");
  if (!screen || !button) return;
  const title = document.title;
  let before = null;
  let clock;
  let lastEscape = 0;

  const tell = () => {
    const now = new Date();
    screen.querySelector("[data-clock]").textContent =
      now.toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
    screen.querySelector("[data-clock-day]").textContent =
      now.toLocaleDateString("en-GB", { weekday: "long", day: "numeric", month: "long" });
  };

  const others = () => [...document.body.children].filter((part) => part !== screen);

  function hide() {
    if (!screen.hidden) return;
    before = document.activeElement;
    document.querySelectorAll("dialog[open]").forEach((dialog) => dialog.close());
    tell();
    clock = setInterval(tell, 5000);
    screen.hidden = false;
    document.body.classList.add("is-hidden");
    others().forEach((part) => { part.inert = true; });
    document.title = "Clock";
    screen.focus();
  }

  function comeBack() {
    clearInterval(clock);
    screen.hidden = true;
    document.body.classList.remove("is-hidden");
    others().forEach((part) => { part.inert = false; });
    document.title = title;
    if (before) before.focus();
  }

  button.addEventListener("click", (event) => { event.preventDefault(); hide(); });
  document.getElementById("hide-end").addEventListener("click", comeBack);
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.repeat) return;
    if (event.timeStamp - lastEscape < 500) hide();
    lastEscape = event.timeStamp;
  }, true);
})();
