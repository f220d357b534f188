// Hide now: a child walks up. One tap, or Escape twice within half a second, and only a clock is
// left. The page stays as it was underneath, with every word in it. Without JavaScript the button is
// a link to /hide/.
(() => {
  const screen = document.getElementById("hide-screen");
  const button = document.getElementById("hide-now");
  if (!screen || !button) return;
  let clock;
  let lastEscape = -1000;

  const tell = () => {
    const now = new Date();
    screen.querySelector("[data-clock]").textContent =
      now.toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
    screen.querySelector("[data-clock-day]").textContent =
      now.toLocaleDateString("en-GB", { weekday: "long", day: "numeric", month: "long" });
  };

  function hide() {
    tell();
    clearInterval(clock);
    clock = setInterval(tell, 5000);
    window.curaCover.on(screen, "Clock");
  }

  button.addEventListener("click", (event) => { event.preventDefault(); hide(); });
  document.getElementById("hide-end").addEventListener("click", () => {
    clearInterval(clock);
    window.curaCover.off(screen);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.repeat) return;
    if (event.timeStamp - lastEscape < 500) hide();
    lastEscape = event.timeStamp;
  }, true);
})();
