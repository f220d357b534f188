// A button in each password field that shows what was typed, and what needs a script is shown.
(() => {
  document.querySelectorAll('input[type="password"]').forEach((field) => {
    const box = document.createElement("div");
    box.className = "password-box";
    field.before(box);
    box.append(field);
    const button = document.createElement("button");
    button.type = "button";
    button.className = "btn btn-bare show-password";
    const say = () => {
      const shown = field.type === "text";
      button.textContent = shown ? "Hide" : "Show";
      button.setAttribute("aria-pressed", String(shown));
      button.setAttribute("aria-label", "Show what I typed");
    };
    button.addEventListener("click", () => {
      field.type = field.type === "password" ? "text" : "password";
      say();
      field.focus();
    });
    // Sent as a password again, so that no browser keeps it among the words of ordinary fields.
    field.form?.addEventListener("submit", () => { field.type = "password"; });
    say();
    box.append(button);
  });
  if (window.PublicKeyCredential) {
    document.querySelectorAll("[data-needs-script]").forEach((part) => { part.hidden = false; });
  }
})();
