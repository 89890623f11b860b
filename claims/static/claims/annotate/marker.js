// Marking a claim: the panel at the selected words, from quote to saved, without leaving the text.
import {call} from "./api.js";
import {Combobox} from "./combobox.js";
import {desk} from "./desk.js";
import {showFigures} from "./figures.js";
import {Matches} from "./matches.js";
import {paint} from "./paint.js";
import {refresh} from "./refresh.js";
import {complain, say} from "./say.js";
import {select} from "./selecting.js";
import {Speakers} from "./speakers.js";
import {showTaken} from "./taken.js";

export class Marker {
  constructor(text) {
    this.text = text;
    this.form = document.getElementById("marker");
    this.button = document.getElementById("mark-here");
    this.frame = document.querySelector(".text-frame");
    this.frame.append(this.button, this.form);
    this.statement = document.getElementById("marker-statement");
    this.note = document.getElementById("marker-note");
    this.speakers = new Speakers(this.form.querySelector(".speakers"));
    this.matches = new Matches(this.form);
    this.taken = this.form.querySelector(".taken");
    document.addEventListener("refreshed", () => this.isOpen && showTaken(this.taken, this.span));
    this.statement.addEventListener("input", () => this.matches.lookSoon(this.statement.value.trim() || this.span.quote));
    this.question = new Combobox(this.form.querySelector('[data-combo="questions"]'));
    this.span = null;
    // The selection must survive the press that uses it.
    this.button.addEventListener("mousedown", (event) => event.preventDefault());
    this.button.addEventListener("click", () => this.openSelection());
    document.addEventListener("selectionchange", () => this.offer());
    document.getElementById("marker-cancel").addEventListener("click", () => this.close());
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.save();
    });
  }

  get isOpen() {
    return !this.form.hidden;
  }

  /** A button beside the selected words. */
  offer() {
    if (this.isOpen) return;
    const selection = document.getSelection();
    const inText = !selection.isCollapsed && this.text.element.contains(selection.anchorNode);
    this.button.hidden = !inText;
    if (inText) this.put(this.button, selection.getRangeAt(0));
  }

  openSelection() {
    const span = this.text.selected();
    if (!span) return false;
    this.open(span);
    return true;
  }

  /** The panel on a span {start, end, quote}, filled with what is known of it already. */
  open(span, {attributions = [], from = null} = {}) {
    this.span = span;
    this.from = from ?? document.activeElement;
    this.button.hidden = true;
    this.form.hidden = false;
    complain(this.form, "");
    document.getElementById("marker-quote").textContent = `“${span.quote}”`;
    this.statement.value = "";
    this.statement.placeholder = span.quote.slice(0, 500);
    this.note.value = "";
    this.question.set(null);
    this.speakers.set(attributions.length ? attributions : [{}]);
    showFigures(document.getElementById("marker-figures"), span.quote);
    showTaken(this.taken, span);
    this.matches.clear();
    this.matches.look(span.quote);
    const range = this.text.range(span.start, span.end);
    document.getSelection().removeAllRanges();
    paint("marking", [range]);
    this.put(this.form, range);
    this.form.scrollIntoView({block: "nearest"});
    this.statement.focus({preventScroll: true});
  }

  put(element, range) {
    const frame = this.frame.getBoundingClientRect();
    const boxes = range.getClientRects();
    const last = boxes[boxes.length - 1] ?? range.getBoundingClientRect();
    const room = Math.max(0, frame.width - element.offsetWidth);
    element.style.left = `${Math.min(room, Math.max(0, last.left - frame.left))}px`;
    element.style.top = `${last.bottom - frame.top + 6}px`;
  }

  close() {
    this.form.hidden = true;
    this.span = null;
    this.matches.clear();
    paint("marking", []);
    if (this.from?.isConnected) this.from.focus({preventScroll: true});
  }

  async save() {
    const unresolved = this.speakers.unresolved || this.question.unresolved;
    if (unresolved) return complain(this.form, `Choose “${unresolved}” from the list, or add it as new.`);
    if (this.saving) return;
    this.saving = true;
    const {start, end, quote} = this.span;
    const body = {article: desk.article, quote, start, end, attributions: this.speakers.value, note: this.note.value};
    if (this.statement.value.trim()) body.statement = this.statement.value.trim();
    else if (quote.length > 500) body.statement = `${quote.slice(0, 499)}…`;
    if (this.matches.repeats) body.repeats = this.matches.repeats;
    if (this.question.chosen) body.question = this.question.chosen.id;
    const answer = await call("POST", "claims/", {body});
    this.saving = false;
    if (!answer.ok) return complain(this.form, answer.message);
    const inList = Boolean(this.from?.closest?.(".side"));
    const suggestion = this.from?.closest?.(".suggestion");
    this.close();
    await refresh();
    select(answer.data.id, {from: "text", stay: inList});
    if (!inList) document.querySelector(`#text .words[data-claims~="${answer.data.id}"]`)?.focus({preventScroll: true});
    if (suggestion) document.dispatchEvent(new CustomEvent("accepted", {detail: Number(suggestion.dataset.index)}));
    say("Marked.");
  }
}
