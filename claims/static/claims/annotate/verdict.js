// A claim's verdict: the draft to write, or what may be done with the one that is there.
import {call} from "./api.js";
import {showActs} from "./acts.js";
import {resolve} from "./conflict.js";
import {may} from "./desk.js";
import {EvidenceRows} from "./evidence.js";
import {refresh} from "./refresh.js";
import {complain, say} from "./say.js";

const said = (evidence) => evidence.map((each) => each.url || each.record || each.protected).join(", ");
const inState = (verdicts, ...states) => verdicts.find((verdict) => states.includes(verdict.state));

/** `known` is an opened claim of card.js with its `verdicts`; `reload` shows it anew. */
export function showVerdicts(known, {claim, keepTyped, reload}) {
  const place = known.detail.querySelector(".verdicts");
  const draft = inState(known.verdicts, "draft");
  const submitted = inState(known.verdicts, "submitted");
  const standing = inState(known.verdicts, "published");
  const writing = known.drafting;
  const isHere = writing && draft?.id === writing.verdict?.id && draft?.version === writing.verdict?.version;
  // What is being written stays, and the focus in it.
  if (keepTyped && writing && !submitted && (writing.dirty || isHere)) return;
  place.replaceChildren();
  known.drafting = null;
  // Whoever opens what waits for review comes to read the verdict first.
  if (submitted) known.detail.querySelector(".answers").after(place);
  else known.detail.querySelector(".card-more").before(place);
  for (const verdict of [submitted, standing].filter(Boolean)) {
    place.append(showActs(verdict, {verdicts: known.verdicts, inWork: Boolean(draft ?? submitted), reload}));
  }
  const mayDraft = may("verdicts:write") && !submitted && !claim.closed && (draft || !standing);
  if (mayDraft) known.drafting = new Draft(place, known.id, draft, reload);
}

class Draft {
  constructor(place, claim, verdict, reload) {
    Object.assign(this, {claim, verdict, reload, dirty: false});
    this.form = document.getElementById("draft-template").content.firstElementChild.cloneNode(true);
    this.evidence = new EvidenceRows(this.form.querySelector(".evidence-list"), () => (this.dirty = true));
    this.fill(verdict);
    if (verdict?.return_reason) this.tellReason(verdict);
    place.append(this.form);
    this.form.addEventListener("input", () => (this.dirty = true));
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.save();
    });
    this.form.querySelector('[data-act="submit"]').addEventListener("click", () => this.send());
  }

  fill(verdict) {
    const fields = this.form.elements;
    if (verdict) fields.rating.value = verdict.rating.slug;
    fields.summary.value = verdict?.summary ?? "";
    fields.rationale.value = verdict?.rationale ?? "";
    this.evidence.set(verdict?.evidence ?? []);
  }

  tellReason(verdict) {
    const words = document.createElement("p");
    words.className = "explain returned";
    words.textContent = `Sent back by ${verdict.returned_by?.name}: ${verdict.return_reason}`;
    this.form.prepend(words);
  }

  /** Choose by its key, 1 to 8. */
  rate(key) {
    const radio = this.form.querySelector(`[data-key="${key}"]`);
    if (!radio) return;
    radio.checked = true;
    radio.focus();
    this.dirty = true;
    say(`${radio.parentElement.querySelector("span").textContent}. Not saved yet.`);
  }

  get typed() {
    const fields = this.form.elements;
    return {rating: fields.rating.value, summary: fields.summary.value.trim(), rationale: fields.rationale.value, evidence: this.evidence.value};
  }

  /** Store the draft, once at a time; resolves to whether it is stored. */
  save(how = {}) {
    this.saving ??= this.store(how).finally(() => (this.saving = null));
    return this.saving;
  }

  async store({quietly = false, version = this.verdict?.version} = {}) {
    complain(this.form, "");
    const body = this.typed;
    if (!body.rating) return complain(this.form, "Choose a rating first.");
    const answer = this.verdict
      ? await call("PATCH", `verdicts/${this.verdict.id}/`, {body, version})
      : await call("POST", "verdicts/", {body: {claim: this.claim, ...body}});
    if (answer.status === 412) return this.decide(quietly);
    if (!answer.ok) return complain(this.form, answer.message);
    this.verdict = answer.data;
    this.evidence.keep(answer.data.evidence);
    this.dirty = false;
    if (quietly) return true;
    await refresh();
    say("Draft saved.");
    return true;
  }

  async decide(quietly) {
    const theirs = (await call("GET", `verdicts/${this.verdict.id}/`)).data;
    const mine = this.typed;
    const rows = [
      ["rating", theirs.rating.slug, mine.rating],
      ["finding", theirs.summary, mine.summary],
      ["rationale", theirs.rationale, mine.rationale],
      ["evidence", said(theirs.evidence), said(mine.evidence)],
    ].filter(([, stored, own]) => stored !== own);
    const choice = await resolve(rows);
    if (choice === "mine") return this.store({quietly, version: theirs.version});
    if (choice === "theirs") this.reload();
    return false;
  }

  async send() {
    const toSave = this.dirty || !this.verdict;
    if (toSave && !(await this.save({quietly: true}))) return;
    const answer = await call("POST", `verdicts/${this.verdict.id}/submit/`, {version: this.verdict.version});
    await refresh();
    if (!answer.ok) {
      if (toSave) say("Draft saved, but not sent.");
      return complain(this.form, answer.message);
    }
    await this.reload();
    say("Sent to review.");
  }
}
