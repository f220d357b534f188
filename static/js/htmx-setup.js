// One place gives htmx its token. 422 (a field to put right) is swapped in; other errors are not.
(() => {
  const token = document.querySelector('meta[name="csrf-token"]');
  document.addEventListener("htmx:configRequest", (event) => {
    if (token) event.detail.headers["X-CSRFToken"] = token.content;
    const trigger = event.detail.triggeringEvent;
    const byTimer = !trigger || trigger.type === "every" || !trigger.isTrusted;
    if (byTimer && event.detail.elt.closest("[hx-trigger*='every']")) {
      event.detail.headers["X-Cura-Timer"] = "1"; // a timer is not somebody at work
    }
  });
  document.addEventListener("htmx:beforeSwap", (event) => {
    if (event.detail.xhr.status === 422) {
      event.detail.shouldSwap = true;
      event.detail.isError = false;
    }
  });
})();
