// The figures that the reader finds in some words, as chips.
import {call} from "./api.js";

const SIGNS = {"~": "≈ ", "<": "< ", "<=": "≤ ", ">": "> ", ">=": "≥ "};

/** A figure as the desk writes it: 4,200,000 EUR, or 1,000–10,000 troops. */
export function inWords({text, value, low, high, comparator, unit, unit_implied: implied}) {
  const between = low && high ? `${grouped(low)}–${grouped(high)}` : text;
  const amount = value === null ? between : (SIGNS[comparator] ?? "") + grouped(value);
  return [amount, unit && (implied ? `[${unit}]` : unit)].filter(Boolean).join(" ");
}

/** A figure in a frame, with its own words for whoever points at it. */
export function chip(figure) {
  const made = document.createElement("span");
  made.className = "figure-chip";
  made.title = `“${figure.text}”${figure.unit_implied ? ". In brackets: a unit that the words themselves leave out" : ""}`;
  made.textContent = inWords(figure);
  return made;
}

/** How many times one of two figures is the other, as the comparison has it and writes it: more than 3.33×. */
export function times(ratio, isBound, figures) {
  const digits = ratio < 100 ? {maximumFractionDigits: 2} : ratio < 1e6 ? {maximumFractionDigits: 0}
    : {notation: "compact", compactDisplay: "long", maximumSignificantDigits: 2};
  // What is only a bound must not be rounded up.
  const shown = Number(ratio).toLocaleString("en-GB", {...digits, roundingMode: isBound ? "floor" : "halfExpand"});
  if (!isBound) return `${shown}×`;
  const isOpen = figures.some(({comparator}) => comparator === "<" || comparator === ">");
  return `${isOpen ? "more than" : "at least"} ${shown}×`;
}

function grouped(value) {
  const [whole, part] = value.split(".");
  return whole.replace(/\B(?=(\d{3})+$)/g, ",") + (part ? `.${part}` : "");
}

/** Show them in this element as soon as they are read. */
export async function showFigures(element, quote) {
  element.replaceChildren();
  element.dataset.quote = quote;
  const answer = await call("POST", "quantities/", {body: {text: quote}});
  if (!answer.ok || element.dataset.quote !== quote) return;
  element.replaceChildren(...answer.data.quantities.map(chip));
}
