// What else is said on a claim's question: which figures cannot be true together with this one's.
import {call} from "./api.js";
import {claimPage} from "./desk.js";
import {chip, times} from "./figures.js";

const MOST = 5;

/** The comparison of a claim's question; null where there is nothing to compare. */
export async function otherAnswers({question, quantities}) {
  if (!question || !quantities.length) return null;
  const answer = await call("GET", `questions/${question.id}/comparison/`);
  return answer.ok ? answer.data : null;
}

/** Say it in the opened claim, above everything that is decided there. */
export function showAnswers(detail, id, compared) {
  const box = detail.querySelector(".answers");
  const pairs = (compared?.pairs ?? []).filter(({a, b}) => a === id || b === id);
  const positions = new Map(compared?.positions.map((position) => [position.claim.id, position]));
  const that = (relation) => pairs
    .filter((pair) => pair.relation === relation)
    .map((pair) => ({...pair, own: positions.get(id), position: positions.get(pair.a === id ? pair.b : pair.a)}));
  const apart = that("disjoint");
  const fitting = [...that("same"), ...that("compatible")];
  box.hidden = apart.length + fitting.length === 0;
  box.classList.toggle("answers--apart", apart.length > 0);
  box.querySelector(".answers-head").textContent = headed(apart.length, fitting.length);
  box.querySelector("ul").replaceChildren(...apart.slice(0, MOST).map(told));
  const more = apart.length - MOST;
  box.querySelector(".answers-more").textContent = more > 0 ? `And ${more} more.` : "";
  const fits = box.querySelector(".answers-fit");
  fits.hidden = !(apart.length && fitting.length);
  fits.replaceChildren("Fits ", ...fitting.slice(0, MOST).flatMap(({position}) => [chip(position.quantity), " "]));
}

function headed(apart, fitting) {
  if (apart) return `Cannot be true together with ${apart === 1 ? "another answer" : `${apart} other answers`}:`;
  return `Contradicts none of the other answers (${fitting}).`;
}

function told({own, position, ratio, ratio_is_bound: isBound, reason}) {
  const item = document.createElement("li");
  const who = document.createElement("a");
  who.href = claimPage(position.claim.id);
  who.title = position.claim.statement;
  const asserting = position.attributions.filter(({stance}) => stance === "asserts");
  who.textContent = asserting.map(({source}) => source.name).join(", ") || position.claim.statement;
  item.append(chip(position.quantity), " ", who);
  if (ratio) {
    const far = document.createElement("b");
    far.textContent = times(ratio, isBound, [own.quantity, position.quantity]);
    far.title = reason;
    item.append(" ", far);
  }
  return item;
}
