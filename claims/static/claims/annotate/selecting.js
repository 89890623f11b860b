// The claim one is looking at: its words outlined in the text, its card in front.
import {openCard, closeCard} from "./card.js";
import {showTab} from "./tabs.js";

let current = null;

export const currentClaim = () => current;

const cardOf = (id) => document.getElementById(`claim-${id}`);
const shown = () => [...document.querySelectorAll("#cards > .card:not([hidden])")];

/**
 * Look at a claim; `open` it to work on it. `from` says where one is, "text" or "list"; with
 * `stay` the list in front stays there.
 */
export function select(id, {open = false, from = "list", stay = false} = {}) {
  const card = cardOf(id);
  if (!card) return;
  if (current !== id) leave();
  current = id;
  outline();
  if (!stay) showTab("claims");
  card.classList.add("is-current");
  card.querySelector(".card-open").setAttribute("aria-current", "true");
  const words = document.querySelector(`#text .words[data-claims~="${id}"]`);
  if (from !== "text") words?.scrollIntoView({block: "nearest"});
  card.scrollIntoView({block: "nearest"});
  if (open) openCard(card);
}

/** Let go of it; what was typed into it stays there. */
export function leave() {
  if (!current) return;
  const card = cardOf(current);
  card?.classList.remove("is-current");
  card?.querySelector(".card-open")?.removeAttribute("aria-current");
  if (card) closeCard(card);
  current = null;
  outline();
}

/** Go to its card, to open it with Enter. */
export function focusCurrent() {
  select(current);
  cardOf(current).querySelector(".card-open").focus({preventScroll: true});
}

/** The next claim, or with -1 the one before, in the order of the text. */
export function step(by) {
  const cards = shown();
  if (!cards.length) return;
  const at = cards.findIndex((card) => card.dataset.claim === current);
  const next = at < 0 ? (by > 0 ? 0 : cards.length - 1) : Math.min(cards.length - 1, Math.max(0, at + by));
  select(cards[next].dataset.claim);
  cards[next].querySelector(".card-open").focus({preventScroll: true});
}

function outline() {
  for (const words of document.querySelectorAll("#text .is-current")) words.classList.remove("is-current");
  if (!current) return;
  for (const words of document.querySelectorAll(`#text [data-claims~="${current}"]`)) words.classList.add("is-current");
}

export function startSelecting() {
  const openAt = (event, container, from) => {
    const link = event.target.closest(`${container} a[href^="#claim-"]`);
    if (!link || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    if (from === "text" && !document.getSelection().isCollapsed) return;
    select(link.hash.replace("#claim-", ""), {open: true, from});
  };
  document.getElementById("text").addEventListener("click", (event) => openAt(event, "#text", "text"));
  document.getElementById("cards").addEventListener("click", (event) => openAt(event, "#cards", "list"));
  document.addEventListener("refreshed", () => {
    if (current && !cardOf(current)) current = null;
    if (current) select(current, {from: "text", stay: true});
  });
  const finder = document.getElementById("finder");
  finder.addEventListener("input", () => {
    const words = finder.value.trim().toLowerCase();
    for (const card of document.getElementById("cards").children) {
      card.hidden = Boolean(words) && !card.querySelector(".card-face").textContent.toLowerCase().includes(words);
    }
  });
  if (location.hash.startsWith("#claim-")) select(location.hash.replace("#claim-", ""), {open: true});
}
