/*
 * Shows what we found beside the words that a reader has chosen.
 *
 * Each mark is a link to its finding further down, and stays one without this module. The popover
 * is in the browser's top layer, so nothing of the page moves.
 */

const EDGE = 8;
const LEAST = 160;
const NARROW = matchMedia("(max-width: 40rem)");

const pop = document.createElement("div");
pop.className = "finding-pop";
pop.popover = "auto";
pop.tabIndex = -1;
pop.setAttribute("role", "dialog");

let chosen = null;

if ("showPopover" in pop) {
  document.querySelector(".text").after(pop);
  for (const mark of document.querySelectorAll("a.m")) {
    mark.setAttribute("aria-haspopup", "dialog");
    mark.addEventListener("click", choose);
  }
  // Not "toggle", which comes too late when one finding gives way to the next.
  pop.addEventListener("beforetoggle", (event) => {
    if (event.newState === "closed") leave();
  });
}

function choose(event) {
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
  const mark = event.currentTarget;
  const finding = document.getElementById(mark.hash.slice(1));
  if (!finding) return;
  event.preventDefault();
  if (mark === chosen) return pop.hidePopover();
  if (chosen) pop.hidePopover();
  fill(finding);
  pop.showPopover();
  chosen = mark;
  mark.setAttribute("aria-expanded", "true");
  place(mark, event);
  pop.focus({ preventScroll: true });
}

function leave() {
  if (!chosen) return;
  const inside = pop.contains(document.activeElement) || document.activeElement === document.body;
  chosen.removeAttribute("aria-expanded");
  if (inside) chosen.focus({ preventScroll: true });
  chosen = null;
}

function fill(finding) {
  const close = document.createElement("button");
  close.className = "finding-close";
  close.type = "button";
  close.textContent = "Close";
  close.addEventListener("click", () => pop.hidePopover());
  const copy = finding.cloneNode(true);
  copy.querySelector(".back")?.remove();
  const tone = [...finding.classList].find((name) => name.startsWith("r-"));
  pop.className = `finding-pop ${tone}`;
  pop.setAttribute("aria-label", copy.querySelector("h3").textContent);
  const whole = copy.querySelector("h3 a").cloneNode();
  whole.textContent = "The whole check";
  whole.className = "whole";
  pop.replaceChildren(close, ...copy.childNodes, whole);
  pop.scrollTop = 0;
}

/** Under the line that was chosen, above it where there is more room; a sheet on narrow screens. */
function place(mark, event) {
  const lines = [...mark.getClientRects()];
  const under = (line) => event.clientY >= line.top && event.clientY <= line.bottom;
  const line = lines.find(under) ?? lines[0];
  pop.removeAttribute("style");
  pop.classList.toggle("at-top", line.top > innerHeight / 2);
  if (NARROW.matches) return;
  const box = pop.getBoundingClientRect();
  const width = document.documentElement.clientWidth;
  const left = Math.max(EDGE, Math.min(line.left, width - box.width - EDGE));
  const rooms = { below: innerHeight - line.bottom - 2 * EDGE, above: line.top - 2 * EDGE };
  const below = box.height <= rooms.below || rooms.below >= rooms.above;
  const height = Math.min(box.height, Math.max(below ? rooms.below : rooms.above, LEAST));
  const top = below ? line.bottom + EDGE : line.top - EDGE - height;
  pop.style.left = `${left + scrollX}px`;
  pop.style.top = `${top + scrollY}px`;
  pop.style.maxHeight = `${height}px`;
}
