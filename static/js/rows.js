// Lines of a form: add one by cloning the empty one, take one out. Without JavaScript `add-row` is a
// submit and a line has a box "Take this line out". Tells draft.js by an ordinary input event.
(() => {
  const changed = (place) => place.dispatchEvent(new Event("input", { bubbles: true }));

  function dressRemove(row) {
    const part = row.querySelector("[data-row-remove]");
    if (!part) return;
    const box = part.querySelector("input");
    const name = row.getAttribute("aria-label");
    const button = document.createElement("button");
    button.type = "button";
    button.className = "btn btn-bare";
    button.textContent = "Take this line out";
    part.classList.remove("form-check");
    [...part.children].forEach((child) => { child.hidden = true; });
    part.append(button);
    const gone = document.createElement("p");
    gone.className = "row-gone";
    gone.setAttribute("role", "status");
    const show = () => {
      row.hidden = box.checked;
      if (box.checked) row.after(gone); else gone.remove();
    };
    const back = document.createElement("button");
    back.type = "button";
    back.className = "btn btn-quiet";
    back.textContent = "Put it back";
    gone.append(`${name} was taken out. `, back);
    button.addEventListener("click", () => { box.checked = true; show(); back.focus(); changed(box); });
    back.addEventListener("click", () => { box.checked = false; show(); button.focus(); changed(box); });
    box.addEventListener("change", show);
    show();
  }

  document.querySelectorAll("[data-rows]").forEach((rows) => {
    const prefix = rows.dataset.rows;
    const total = rows.querySelector(`[name="${prefix}-TOTAL_FORMS"]`);
    const most = Number(rows.querySelector(`[name="${prefix}-MAX_NUM_FORMS"]`)?.value || 1000);
    const list = rows.querySelector("[data-row-list]");
    const empty = rows.querySelector("template[data-row-empty]");
    const add = rows.querySelector('[name="add-row"]');

    const blank = (index) => empty.innerHTML
      .replaceAll("__prefix__", index).replaceAll("__number__", index + 1);

    // A new record has no box to tick: an added line goes back to blank, which is not saved, and hides.
    function dressUndo(row, index) {
      if (row.querySelector("[data-row-remove]")) return;
      const button = document.createElement("button");
      button.type = "button";
      button.className = "btn btn-bare row-undo";
      button.textContent = "Take this line out";
      button.addEventListener("click", () => {
        row.outerHTML = blank(index);
        document.getElementById(`${prefix}-${index}-row`).hidden = true;
        add.focus();
        changed(total);
      });
      row.append(button);
    }

    function grow() {
      const index = Number(total.value);
      list.insertAdjacentHTML("beforeend", blank(index));
      total.value = index + 1;
      const row = list.lastElementChild;
      dressRemove(row);
      dressUndo(row, index);
      row.dispatchEvent(new CustomEvent("cura:row", { bubbles: true }));
      add.disabled = index + 1 >= most;
      return row;
    }

    if (!list) return; // a page may lay out its own fixed lines
    list.querySelectorAll("[data-row]").forEach(dressRemove);
    if (!add || !empty) return;
    add.addEventListener("click", (event) => {
      event.preventDefault();
      const row = grow();
      row.querySelector("input:not([type=hidden]), select, textarea")?.focus();
      changed(total);
    });
    // A draft that is put back may hold more lines than the page: draft.js asks for them.
    rows.addEventListener("cura:rows-wanted", (event) => {
      while (Number(total.value) < Math.min(event.detail, most)) grow();
    });
  });
})();
