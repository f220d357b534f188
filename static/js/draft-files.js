// Files go to the draft as soon as they are chosen; without this script they go with the form.
// A file is never kept on the device: when it cannot be sent, it stays chosen.
(() => {
  const place = document.querySelector("form [data-files]");
  if (!place) return;
  const form = place.closest("form");
  const input = place.querySelector("input[type=file]");
  const list = place.querySelector("[data-file-list]");
  const said = document.createElement("p");
  said.className = "draft-status";
  said.setAttribute("role", "status");
  list.before(said);
  let sending = 0;

  async function send(fill) {
    const data = new FormData();
    for (const name of ["draft-kind", "draft-subject", "draft-record"]) data.append(name, form.elements[name].value);
    fill(data);
    sending += 1;
    said.textContent = "On its way…";
    try {
      const answer = await fetch(place.dataset.files, {
        method: "POST", body: data, redirect: "manual",
        headers: { "X-Cura-Draft": "1", "X-CSRFToken": form.elements.csrfmiddlewaretoken.value },
      });
      if (![200, 422].includes(answer.status)) throw answer;
      list.innerHTML = await answer.text();
      said.textContent = answer.status === 200 ? "Kept with the draft." : "Something was not kept: see below.";
      return true;
    } catch {
      said.textContent = "This was not sent. It is still chosen, and goes along when you save.";
      return false;
    } finally {
      sending -= 1;
    }
  }

  input.addEventListener("change", async () => {
    if (!input.files.length) return;
    const chosen = [...input.files];
    if (await send((data) => chosen.forEach((file) => data.append("files", file)))) input.value = "";
  });
  list.addEventListener("click", (event) => {
    const button = event.target.closest("button[name=remove]");
    if (!button) return;
    event.preventDefault();
    send((data) => data.append("remove", button.value)).then(() => input.focus());
  });
  form.addEventListener("submit", (event) => {
    if (!sending) return;
    event.preventDefault();
    said.textContent = "A file is still on its way. A moment, then press again.";
  }, true);
})();
