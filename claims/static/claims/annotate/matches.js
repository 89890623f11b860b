// What was checked before: published checks of the claim that is being marked, and what it repeats.
import {call} from "./api.js";
import {inWords, times} from "./figures.js";
import {ratingBadge} from "./rating.js";

const PAUSE = 350;
const MOST = 3;
// Below this share of a check's statement the two have but a subject in common.
const LEAST = 0.5;

const day = (instant) => new Date(instant).toLocaleDateString("en-GB", {day: "numeric", month: "short", year: "numeric"});

export class Matches {
  constructor(form) {
    this.list = form.querySelector(".matches");
    this.template = document.getElementById("match-template");
    this.asked = "";
  }

  /** The check that the marked words repeat, by id; null unless somebody has said so. */
  get repeats() {
    return this.list.querySelector("input:checked")?.value ?? null;
  }

  clear() {
    clearTimeout(this.timer);
    this.asked = "";
    this.list.replaceChildren();
    this.list.hidden = true;
  }

  /** Look for checks of this statement, once whoever types it pauses. */
  lookSoon(statement) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.look(statement), PAUSE);
  }

  async look(statement) {
    if (!statement || statement === this.asked) return;
    this.asked = statement;
    const answer = await call("POST", "match/", {body: {text: statement}});
    if (!answer.ok || this.asked !== statement) return;
    const chosen = this.repeats;
    const near = answer.data.results.filter((match) => match.share >= LEAST || match.factcheck.id === chosen);
    this.list.replaceChildren(...near.slice(0, MOST).map((match) => this.item(match)));
    const again = chosen && this.list.querySelector(`input[value="${chosen}"]`);
    if (again) again.checked = true;
    this.list.hidden = near.length === 0;
  }

  item({factcheck, reasons}) {
    const item = this.template.content.firstElementChild.cloneNode(true);
    const {id, path, statement, rating, published_at: published} = factcheck;
    item.querySelector("p").prepend(ratingBadge(rating), " ");
    item.querySelector(".match-day").textContent = `checked ${day(published)}`;
    const link = item.querySelector("a");
    link.textContent = statement;
    link.href = path;
    item.querySelector(".match-figures").textContent = differing(reasons.figures).join(" · ");
    const box = item.querySelector("input");
    box.value = id;
    // One claim is repeated, or none.
    box.addEventListener("change", () => {
      for (const other of this.list.querySelectorAll("input")) other.checked &&= other === box;
    });
    return item;
  }
}

/** The figures that cannot both be true, in words. */
function differing(figures) {
  return figures
    .filter(({relation}) => relation === "disjoint")
    .map(({ours, theirs, ratio, ratio_is_bound: isBound}) => `${inWords(theirs)} here, ${inWords(ours)} there${ratio ? `: ${times(ratio, isBound, [ours, theirs])}` : ""}`);
}
