// A tap on the body map fills in the next empty line of the injuries: its place, and where in it.
// Without this file the select in each line is the form. The marks are drawn from the lines.
(() => {
  const SVG = "http://www.w3.org/2000/svg";

  document.querySelectorAll("svg[data-body-map]").forEach((map) => {
    const prefix = map.dataset.bodyMap;
    const rows = document.querySelector(`[data-rows="${prefix}"]`);
    const said = document.getElementById("body-map-said");
    if (!rows) return;
    const part = (row, name) => row.querySelector(`[name$="-${name}"]`);
    const lines = () => [...rows.querySelectorAll("[data-row-list] [data-row]")].filter((row) => {
      const out = row.querySelector('[name$="-DELETE"]');
      return part(row, "place") && !row.hidden && !(out && out.checked);
    });
    const polygon = (key) => map.querySelector(`[data-place="${CSS.escape(key)}"]`);

    function add(name, attributes, words) {
      const made = document.createElementNS(SVG, name);
      Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
      if (words) made.textContent = words;
      map.querySelector(".body-marks").append(made);
    }

    function draw() {
      map.querySelector(".body-marks").replaceChildren();
      lines().filter((row) => part(row, "place").value).forEach((row, index) => {
        const shape = polygon(part(row, "place").value);
        if (!shape) return;
        const [midX, midY] = shape.dataset.at.split(",");
        const x = part(row, "x").value || midX;
        const y = part(row, "y").value || midY;
        add("circle", { class: "body-mark", cx: x, cy: y, r: 9 });
        add("text", { class: "body-number", x, y: Number(y) + 4, "text-anchor": "middle", "font-size": 12, "font-weight": 700 }, String(index + 1));
      });
    }

    function empty() {
      const free = lines().find((row) => !part(row, "place").value);
      if (free) return free;
      rows.querySelector('[name="add-row"]').click();
      return lines().find((row) => !part(row, "place").value);
    }

    map.addEventListener("click", (event) => {
      const shape = event.target.closest("[data-place]");
      const row = shape && empty();
      if (!row) return;
      const point = new DOMPoint(event.clientX, event.clientY).matrixTransform(map.getScreenCTM().inverse());
      part(row, "place").value = shape.dataset.place;
      part(row, "x").value = Math.round(point.x);
      part(row, "y").value = Math.round(point.y);
      part(row, "place").dispatchEvent(new Event("input", { bubbles: true }));
      draw();
      const number = lines().filter((line) => part(line, "place").value).indexOf(row) + 1;
      if (said) said.textContent = `Mark ${number}: ${shape.dataset.name}. Say below what it is.`;
    });

    // Another place chosen by name: the point that was tapped is not its own any more.
    rows.addEventListener("change", (event) => {
      if (!event.target.name?.endsWith("-place")) { draw(); return; }
      const row = event.target.closest("[data-row]");
      part(row, "x").value = "";
      part(row, "y").value = "";
      draw();
    });
    rows.addEventListener("input", draw);
    rows.addEventListener("click", () => setTimeout(draw));
    draw();
  });
})();
