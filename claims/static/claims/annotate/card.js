// An opened claim: what is known of it, to change, with its verdict below.
import {otherAnswers, showAnswers} from "./answers.js";
import {all, call} from "./api.js";
import {Combobox} from "./combobox.js";
import {showClosing, startClosing} from "./closing.js";
import {resolve} from "./conflict.js";
import {claimPage, may} from "./desk.js";
import {refresh} from "./refresh.js";
import {complain, say} from "./say.js";
import {Speakers} from "./speakers.js";
import {showVerdicts} from "./verdict.js";

const opened = new Map();
const RESERVED = ["unchecked", "drafting", "in_review", "retracted", "closed"];

/** Open a card, or show it again as it was left. */
export async function openCard(card) {
  const id = card.dataset.claim;
  const known = opened.get(id);
  if (known && card.contains(known.detail)) {
    known.detail.hidden = false;
    return known;
  }
  const fresh = {id, detail: document.getElementById("claim-template").content.firstElementChild.cloneNode(true)};
  opened.set(id, fresh);
  // Not before what is stored is in it: it would overwrite what somebody types at once.
  fresh.detail.hidden = true;
  card.append(fresh.detail);
  for (const link of fresh.detail.querySelectorAll(".claim-page")) {
    link.href = claimPage(id) + ("amend" in link.dataset && may("verdicts:publish") ? "?amend=1" : "");
  }
  build(fresh);
  await load(fresh);
  fresh.detail.hidden = !card.classList.contains("is-current");
  card.scrollIntoView({block: "nearest"});
  return fresh;
}

export function closeCard(card) {
  const known = opened.get(card.dataset.claim);
  if (!known) return;
  known.detail.hidden = true;
}

/** The opened claim of this id; undefined where it is not open. */
export const openedClaim = (id) => opened.get(id);

/** Whether something is typed into a claim or its draft that nobody has saved. */
export const anythingTyped = () => [...opened.values()].some((known) => known.detail.isConnected && (known.dirty || known.drafting?.dirty));

/** Somebody has saved: show it wherever nothing has been typed. */
export function somebodySaved(ids) {
  for (const id of ids) {
    const known = opened.get(id);
    if (known && !known.detail.isConnected) opened.delete(id);
    else if (known) load(known, {keepTyped: true});
  }
}

function build(known) {
  known.form = known.detail.querySelector(".claim-form");
  known.speakers = new Speakers(known.form.querySelector(".speakers"), () => (known.dirty = true));
  known.question = new Combobox(known.form.querySelector('[data-combo="questions"]'), null, () => (known.dirty = true));
  known.form.addEventListener("input", () => (known.dirty = true));
  known.form.addEventListener("submit", (event) => {
    event.preventDefault();
    save(known);
  });
  startClosing(known, () => load(known));
}

async function load(known, {keepTyped = false} = {}) {
  const reading = all(`verdicts/?claim=${known.id}&page_size=100`);
  const claim = await call("GET", `claims/${known.id}/`);
  const [verdicts, compared] = await Promise.all([reading, claim.ok ? otherAnswers(claim.data) : null]);
  if (!claim.ok) return say(claim.message, {grave: true});
  showAnswers(known.detail, known.id, compared);
  const published = !RESERVED.includes(claim.data.verification_status);
  known.verdicts = verdicts;
  const isHere = known.claim?.version === claim.data.version && known.claim.verification_status === claim.data.verification_status;
  if (!(keepTyped && (known.dirty || isHere))) fill(known, claim.data, published);
  showVerdicts(known, {claim: claim.data, keepTyped, reload: () => load(known)});
}

function fill(known, claim, published) {
  known.claim = claim;
  known.form.elements.statement.value = claim.statement;
  known.form.elements.note.value = claim.note ?? "";
  known.speakers.set(claim.attributions);
  known.question.set(claim.question);
  known.dirty = false;
  known.form.hidden = published || !may("claims:write");
  known.detail.querySelector(".locked").hidden = !published;
  showClosing(known);
}

function typed(known) {
  return {
    statement: known.form.elements.statement.value.trim(),
    note: known.form.elements.note.value,
    question: known.question.chosen?.id ?? null,
    attributions: known.speakers.value,
  };
}

function stored(claim) {
  const attributions = claim.attributions.map((each) => ({id: each.id, source: each.source.id, stance: each.stance, via: each.via?.id ?? null}));
  return {statement: claim.statement, note: claim.note ?? "", question: claim.question?.id ?? null, attributions};
}

const names = {
  statement: (row) => row.statement,
  note: (row) => row.note ?? "",
  question: (row) => row.question?.text ?? "",
  attributions: (row) => row.attributions.map((each) => `${each.source.name} ${each.stance}`).join(", "),
};

function shownNames(known) {
  const rows = [...known.form.querySelectorAll(".speaker")];
  return {
    statement: known.form.elements.statement.value,
    note: known.form.elements.note.value,
    question: known.question.input.value,
    attributions: rows.map((row) => `${row.querySelector("input").value} ${row.querySelector("select").value}`).join(", "),
  };
}

/** Store what was changed, once at a time. */
function save(known) {
  known.saving ??= store(known).finally(() => (known.saving = null));
}

async function store(known, version = known.claim.version) {
  const unresolved = known.speakers.unresolved || known.question.unresolved;
  if (unresolved) return complain(known.form, `Choose “${unresolved}” from the list, or add it as new.`);
  complain(known.form, "");
  const [mine, before] = [typed(known), stored(known.claim)];
  const body = Object.fromEntries(Object.entries(mine).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name])));
  if (!Object.keys(body).length) return say("Nothing has changed.");
  const answer = await call("PATCH", `claims/${known.id}/`, {body, version});
  if (answer.status === 412) {
    const theirs = (await call("GET", `claims/${known.id}/`)).data;
    const shown = shownNames(known);
    const rows = Object.keys(body).map((name) => [name, names[name](theirs), shown[name]]);
    const choice = await resolve(rows);
    if (choice === "mine") return store(known, theirs.version);
    if (choice === "theirs") await load(known);
    // Not waited for: whoever goes back to the form may save again at once.
    refresh();
    return;
  }
  if (!answer.ok) return complain(known.form, answer.message);
  known.claim = answer.data;
  known.speakers.keep(answer.data.attributions);
  known.dirty = false;
  showAnswers(known.detail, known.id, await otherAnswers(answer.data));
  await refresh();
  say("Saved.");
}
