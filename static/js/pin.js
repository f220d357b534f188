// The number pad of a house tablet. The field beneath works by keyboard and without this.
(() => {
  const pad = document.getElementById("pin-pad");
  const form = document.getElementById("pin-form");
  const field = form?.querySelector('input[type="password"]');
  if (!pad || !field) return;
  const key = (text, label, act) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "btn btn-quiet";
    button.textContent = text;
    button.setAttribute("aria-label", label);
    button.addEventListener("click", act);
    pad.append(button);
  };
  const add = (figure) => () => { if (field.value.length < 6) field.value += figure; };
  for (const figure of "123456789") key(figure, figure, add(figure));
  key("C", "Clear", () => { field.value = ""; });
  key("0", "0", add("0"));
  key("←", "Take back the last figure", () => { field.value = field.value.slice(0, -1); });
  pad.hidden = false;
  // Fingers use the pad; the device's own keyboard would only hide it.
  if (matchMedia("(pointer: coarse)").matches) field.setAttribute("inputmode", "none");
  else field.focus();
})();
