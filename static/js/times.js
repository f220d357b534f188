// A date with a time: chips for the common moments, the choice echoed in words (the native field
// shows the device's own order of day and month), and the question about the hour that comes twice.
(() => {
  const MINUTE = 60000;
  const pad = (n) => String(n).padStart(2, "0");
  const stamp = (d) => `${d.getFullYear()}-${pad(d.getMonth() + 1)}-${pad(d.getDate())}T${pad(d.getHours())}:${pad(d.getMinutes())}`;

  // The wall clock in England, whatever the device thinks, as a Date that reads like it.
  function england(moment) {
    const parts = Object.fromEntries(new Intl.DateTimeFormat("en-GB", {
      timeZone: "Europe/London", hourCycle: "h23", year: "numeric", month: "numeric", day: "numeric",
      hour: "numeric", minute: "numeric",
    }).formatToParts(moment).map((part) => [part.type, Number(part.value)]));
    return new Date(parts.year, parts.month - 1, parts.day, parts.hour, parts.minute);
  }

  function ago(minutes) {
    if (minutes < -1) return "that is in the future";
    if (minutes <= 1) return "just now";
    if (minutes < 60) return `${minutes} minutes ago`;
    const hours = Math.floor(minutes / 60);
    if (hours < 24) return hours === 1 ? "an hour ago" : `${hours} hours ago`;
    const days = Math.floor(hours / 24);
    return days === 1 ? "a day ago" : `${days} days ago`;
  }

  function lastSunday(year, month) {
    const day = new Date(year, month + 1, 0);
    return day.getDate() - day.getDay();
  }

  // 01:00 to 01:59 on the last Sunday of October comes twice.
  const twice = (d) => d.getMonth() === 9 && d.getHours() === 1
    && d.getDate() === lastSunday(d.getFullYear(), 9);

  function dress(when) {
    if (when.dataset.dressed) return;
    when.dataset.dressed = "1";
    const input = when.querySelector("input[type=datetime-local]");
    const words = when.querySelector(".when-words");
    const fold = when.querySelector(".when-fold");
    const chips = when.querySelector(".when-chips");
    if (chips) chips.hidden = false;

    function echo() {
      const chosen = input.value ? new Date(input.value) : null;
      const known = chosen && !Number.isNaN(chosen.getTime());
      if (fold) fold.hidden = !(known && twice(chosen));
      if (!known) { words.textContent = ""; return; }
      const day = chosen.toLocaleDateString("en-GB", { weekday: "long", day: "numeric", month: "long", year: "numeric" }).replace(",", "");
      const minutes = Math.round((england(new Date()) - chosen) / MINUTE);
      const past = "future" in when.dataset ? "" : `, ${ago(minutes)}`;
      words.textContent = `${day}, ${pad(chosen.getHours())}:${pad(chosen.getMinutes())}${past}`;
    }

    when.querySelectorAll("[data-ago]").forEach((chip) => chip.addEventListener("click", () => {
      input.value = stamp(england(new Date(Date.now() - Number(chip.dataset.ago) * MINUTE)));
      input.dispatchEvent(new Event("input", { bubbles: true }));
      input.dispatchEvent(new Event("change", { bubbles: true }));
    }));
    input.addEventListener("input", echo);
    echo();
  }

  document.querySelectorAll("[data-when]").forEach(dress);
  document.addEventListener("cura:row", (event) => event.target.querySelectorAll("[data-when]").forEach(dress));
})();
