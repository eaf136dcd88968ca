// The map of ideas: read a dot by passing over it, or move among the dots with the arrows.
"use strict";
(() => {
  const map = document.querySelector("[data-map]");
  if (!map) return;
  const said = map.querySelector("[data-idea]");
  const dots = [...map.querySelectorAll("svg.map a")];
  const middle = (dot) => { const box = dot.getBoundingClientRect(); return { x: box.x + box.width / 2, y: box.y + box.height / 2 }; };
  const read = (dot) => { said.textContent = dot.getAttribute("aria-label"); };
  const WAYS = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };

  // The nearest dot that way: straight ahead counts less than aside.
  function next(from, [x, y]) {
    const here = middle(from);
    let best = null, least = Infinity;
    for (const dot of dots) {
      const there = middle(dot), ahead = (there.x - here.x) * x + (there.y - here.y) * y;
      const aside = Math.abs((there.x - here.x) * y) + Math.abs((there.y - here.y) * x);
      if (dot !== from && ahead > 0.5 && ahead + 2 * aside < least) { least = ahead + 2 * aside; best = dot; }
    }
    return best;
  }

  function go(dot) {
    dots.forEach((other) => other.setAttribute("tabindex", other === dot ? "0" : "-1"));
    dot.focus();
  }

  dots.forEach((dot) => {
    dot.addEventListener("mouseenter", () => read(dot));
    dot.addEventListener("focus", () => read(dot));
    dot.addEventListener("keydown", (event) => {
      const way = WAYS[event.key];
      if (!way) return;
      event.preventDefault();
      const found = next(dot, way);
      if (found) go(found);
    });
  });
})();
