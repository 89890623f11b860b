// Fetches the page anew when somebody has saved, and replaces what differs, nothing else.
import {desk} from "./desk.js";
import {say} from "./say.js";

let held = desk.etag;
let under = null;
const faces = new Map();

const faceOf = (card) => card.querySelector(".card-face");

/** Remember what the server sent, to tell what it sends otherwise next time. */
export function remember(root = document) {
  for (const line of root.querySelectorAll("#text > .line")) faces.set(line.id, line.innerHTML);
  for (const card of root.querySelectorAll("#cards > .card")) faces.set(card.id, faceOf(card).innerHTML);
}

/** Show what is stored now; tells whoever asks which claims differ: a Set of ids. */
export function refresh() {
  // One after another: an older answer must not overwrite a newer one.
  under = (under ?? Promise.resolve()).then(fetchAndMerge);
  return under;
}

async function fetchAndMerge() {
  let response;
  try {
    response = await fetch(location.pathname, {headers: {"If-None-Match": held}, cache: "no-store"});
  } catch {
    return new Set();
  }
  if (response.status === 304) return new Set();
  if (!response.ok || response.redirected) {
    say("You are logged out. Log in in another tab; what you typed is still here.", {grave: true});
    return new Set();
  }
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  if (page.getElementById("text").textContent !== document.getElementById("text").textContent) {
    say("The article has a new revision. Load the page again to see it.", {grave: true});
    return new Set();
  }
  held = response.headers.get("ETag");
  const changed = mergeCards(page);
  mergeLines(page);
  document.getElementById("count-claims").textContent = page.getElementById("count-claims").textContent;
  document.getElementById("no-claims").hidden = document.querySelector("#cards > .card") !== null;
  document.dispatchEvent(new CustomEvent("refreshed", {detail: changed}));
  return changed;
}

function mergeLines(page) {
  for (const line of page.querySelectorAll("#text > .line")) {
    if (faces.get(line.id) === line.innerHTML) continue;
    faces.set(line.id, line.innerHTML);
    document.getElementById(line.id).replaceWith(document.adoptNode(line));
  }
}

function mergeCards(page) {
  const changed = new Set();
  const cards = document.getElementById("cards");
  const theirs = [...page.querySelectorAll("#cards > .card")];
  const kept = new Set(theirs.map((card) => card.id));
  for (const card of [...cards.children]) {
    if (kept.has(card.id)) continue;
    changed.add(card.dataset.claim);
    faces.delete(card.id);
    card.remove();
  }
  theirs.forEach((card, index) => {
    const face = faceOf(card).innerHTML;
    const own = document.getElementById(card.id);
    if (faces.get(card.id) !== face) {
      changed.add(card.dataset.claim);
      if (own) {
        own.className = card.className;
        faceOf(own).innerHTML = face;
      }
      faces.set(card.id, face);
    }
    const here = own ?? document.adoptNode(card);
    if (cards.children[index] !== here) cards.insertBefore(here, cards.children[index] ?? null);
  });
  return changed;
}
