// When the phone says no to a passkey, say it kindly; closing its window is no error.
(() => {
  document.addEventListener("allauth.error", (event) => {
    event.preventDefault();
    const closed = event.detail.exception?.name === "NotAllowedError";
    const words = document.createElement("p");
    words.className = closed ? "message message-info" : "message message-warning";
    words.textContent = closed
      ? "That did not happen. You can try again, or take another way."
      : "This device could not use a passkey here. Please take another way.";
    const place = document.getElementById("messages");
    place.replaceChildren(words);
  });
})();
