// Small cares of every page: focus on what went wrong, and the service worker.
(() => {
  const wrong = document.querySelector("[data-focus]");
  if (wrong) wrong.focus();
  // A link of the error summary may lead into a card that is folded away.
  document.querySelectorAll(".form-fold").forEach((fold) => {
    if (fold.querySelector(".q-error")) fold.open = true;
  });
  if ("serviceWorker" in navigator && isSecureContext) {
    navigator.serviceWorker.register("/sw.js").catch(() => { /* the pages work without it */ });
  }
})();
