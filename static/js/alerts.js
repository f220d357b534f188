// On a house tablet the words of a child's alerts fold to symbols after a minute: a friend may look
// over the shoulder. A tap brings them back for another minute. Screen readers keep the words.
(() => {
  if (!("houseTablet" in document.body.dataset)) return;
  const MINUTE = 60000;
  document.querySelectorAll("[data-alerts]").forEach((alerts) => {
    const show = alerts.querySelector(".alerts-show");
    const chips = alerts.querySelectorAll(".alert-chip");
    let timer;
    const unfold = () => {
      alerts.classList.remove("alerts-small");
      chips.forEach((chip) => chip.removeAttribute("aria-label"));
      show.hidden = true;
      clearTimeout(timer);
      timer = setTimeout(fold, MINUTE);
    };
    const fold = () => {
      alerts.classList.add("alerts-small");
      chips.forEach((chip) => {
        if (chip.href) chip.setAttribute("aria-label", chip.textContent.trim());
      });
      show.hidden = false;
    };
    show.addEventListener("click", unfold);
    alerts.querySelector("ul").addEventListener("click", (event) => {
      if (!alerts.classList.contains("alerts-small")) return;
      event.preventDefault(); // the first tap shows, the second opens, or says "I have read it"
      unfold();
    });
    unfold();
  });
})();
