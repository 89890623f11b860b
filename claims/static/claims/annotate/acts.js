// What may be done with a verdict that is no draft: offered by role and state, decided by the API.
import {call} from "./api.js";
import {desk, may} from "./desk.js";
import {ratingBadge} from "./rating.js";
import {refresh} from "./refresh.js";
import {complain, say} from "./say.js";

const REASON = {label: "What should change", name: "reason"};
const WHY = {label: "Why it is retracted; readers will see it", name: "reason"};
const NOTICE = {label: "Notice to readers: what changed and why", name: "notice"};

function actsOn(verdict, {verdicts, inWork}) {
  const wasPublished = verdicts.some((each) => each.published_at);
  const own = desk.four_eyes && verdict.edited_by?.username === desk.user;
  const mine = [verdict.author, verdict.submitted_by].some((person) => person?.username === desk.user);
  if (verdict.state === "submitted") {
    return [
      may("verdicts:publish") && !own && {act: "publish", label: "Publish", primary: true, asks: wasPublished ? NOTICE : null, done: "Published."},
      may("verdicts:publish") && {act: "return", label: "Send back", asks: REASON, done: "Sent back."},
      may("verdicts:write") && mine && {act: "withdraw", label: "Take back from review", done: "Taken back. You can go on with the draft."},
    ].filter(Boolean);
  }
  return [
    may("verdicts:write") && !inWork && {act: "correct", label: "Write a correction", done: "This draft begins with what is published."},
    may("verdicts:publish") && {act: "retract", label: "Retract", asks: WHY, grave: true, done: "Retracted. Readers see the reason."},
  ].filter(Boolean);
}

/** The verdict to read, with its buttons. */
export function showActs(verdict, {verdicts, inWork, reload}) {
  const box = document.getElementById("acts-template").content.firstElementChild.cloneNode(true);
  const state = verdict.state === "submitted" ? "Waits for review" : "Published";
  box.querySelector(".verdict-state").append(`${state} `, ratingBadge(verdict.rating));
  box.querySelector(".verdict-words").textContent = verdict.summary;
  box.querySelector(".verdict-evidence").replaceChildren(...verdict.evidence.map(shown));
  if (verdict.state === "submitted" && may("verdicts:publish") && desk.four_eyes && verdict.edited_by?.username === desk.user) {
    const why = box.querySelector(".why-not");
    why.textContent = "You last changed this verdict, so somebody else must publish it.";
    why.hidden = false;
  }
  const row = box.querySelector(".acts-row");
  for (const act of actsOn(verdict, {verdicts, inWork})) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = `button${act.primary ? " default" : ""}${act.grave ? " grave" : ""}`;
    button.textContent = act.label;
    button.addEventListener("click", () => press(box, verdict, act, reload));
    row.append(button);
  }
  return box;
}

function shown(piece) {
  const item = document.createElement("li");
  const words = [piece.title, piece.excerpt, piece.record, piece.protected && `Protected: ${piece.protected}`].filter(Boolean).join(" – ");
  if (piece.url && /^https?:/.test(piece.url)) {
    const link = document.createElement("a");
    link.href = piece.url;
    link.rel = "noreferrer noopener";
    link.textContent = piece.url;
    item.append(link, words ? ` ${words}` : "");
  } else {
    item.append(words);
  }
  return item;
}

/** The first press asks for words where an act needs them; the second acts. */
async function press(box, verdict, act, reload) {
  const label = box.querySelector(".act-words-label");
  const words = label.querySelector("textarea");
  complain(box, "");
  if (act.asks && (label.hidden || label.dataset.act !== act.act)) {
    label.hidden = false;
    label.dataset.act = act.act;
    label.querySelector("span").textContent = act.asks.label;
    words.focus();
    return;
  }
  const answer = act.act === "correct"
    ? await call("POST", "verdicts/", {body: correctionOf(verdict)})
    : await call("POST", `verdicts/${verdict.id}/${act.act}/`, {body: act.asks ? {[act.asks.name]: words.value} : {}, version: verdict.version});
  await refresh();
  if (answer.status === 412) {
    say("Somebody has changed it meanwhile. Here is how it stands; read it again.", {grave: true});
    return reload();
  }
  if (!answer.ok) return complain(box, answer.message);
  await reload();
  say(act.done);
}

function correctionOf({claim, rating, summary, rationale, evidence}) {
  const copied = evidence.map(({id: _id, source, ...piece}) => ({...piece, source: source?.id ?? null}));
  return {claim, rating: rating.slug, summary, rationale, evidence: copied};
}
