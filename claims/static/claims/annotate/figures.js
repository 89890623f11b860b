// The figures that the reader finds in some words, as chips.
import {call} from "./api.js";

const SIGNS = {"~": "≈ ", "<": "< ", "<=": "≤ ", ">": "> ", ">=": "≥ "};

/** A figure as the desk writes it: 4,200,000 EUR. */
export function inWords({text, value, comparator, unit, unit_implied: implied}) {
  const amount = value === null ? text : (SIGNS[comparator] ?? "") + grouped(value);
  return [amount, unit && (implied ? `[${unit}]` : unit)].filter(Boolean).join(" ");
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
  element.replaceChildren(...answer.data.quantities.map((figure) => {
    const chip = document.createElement("span");
    chip.className = "figure-chip";
    chip.title = `“${figure.text}”`;
    chip.textContent = inWords(figure);
    return chip;
  }));
}
