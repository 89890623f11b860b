// Whether the words that are being marked are marked already: the claims on exactly these.
import {select} from "./selecting.js";

/** Name those claims in this box, each a link to its card; hidden where there are none. */
export function showTaken(box, span) {
  const cards = [...document.querySelectorAll(`#cards .card-open[data-span="${span.start}-${span.end}"]`)];
  const list = box.querySelector("ul");
  list.replaceChildren(...cards.map(told));
  box.hidden = cards.length === 0;
}

function told(open) {
  const item = document.createElement("li");
  const link = document.createElement("a");
  const id = open.hash.replace("#claim-", "");
  link.href = open.hash;
  link.textContent = open.textContent;
  // The card opens beside the form, which stays as it is.
  link.addEventListener("click", (event) => {
    event.preventDefault();
    select(id, {open: true, from: "text"});
  });
  item.append(...open.closest(".card-face").querySelector(".status-line").cloneNode(true).childNodes, " ", link);
  return item;
}
