// Sentences worth checking: a faint line in the text, and a list to accept or dismiss them.
import {call} from "./api.js";
import {desk, may} from "./desk.js";
import {paint} from "./paint.js";
import {say} from "./say.js";
import {showTab} from "./tabs.js";

export class Suggestions {
  constructor(text, marker) {
    Object.assign(this, {text, marker, held: null, rows: []});
    this.list = document.getElementById("suggestions");
    this.tab = document.getElementById("tab-suggestions");
    text.element.addEventListener("click", (event) => this.clicked(event));
    this.list.addEventListener("focusout", () => paint("looking", []));
    document.addEventListener("refreshed", () => this.load());
    document.addEventListener("accepted", async (event) => {
      await this.load();
      this.focus(event.detail);
    });
  }

  async load() {
    const answer = await call("GET", `articles/${desk.article}/suggestions/`, {held: this.held});
    if (answer.ok) {
      this.held = answer.etag;
      this.rows = answer.data.results;
    }
    this.tab.hidden = false;
    this.show();
  }

  show() {
    document.getElementById("count-suggestions").textContent = this.rows.length;
    document.getElementById("no-suggestions").hidden = this.rows.length > 0;
    this.list.replaceChildren(...this.rows.map((row, index) => this.item(row, index)));
    paint("suggestion", this.rows.map((row) => this.text.range(row.start, row.end)));
  }

  item(row, index) {
    const item = document.getElementById("suggestion-template").content.firstElementChild.cloneNode(true);
    item.dataset.index = index;
    item.querySelector(".suggestion-words").textContent = row.quote;
    const who = row.attributions.map(({name, stance, source}) => `${source?.name ?? name} ${stance}`).join(", ");
    item.querySelector(".suggestion-who").textContent = who || "The article’s own words";
    item.querySelector(".suggestion-why").textContent = row.reasons.join(" · ");
    item.querySelector(".acts-row").hidden = !may("claims:write");
    item.querySelector(".suggestion-accept").addEventListener("click", () => this.accept(index));
    item.querySelector(".suggestion-dismiss").addEventListener("click", () => this.dismiss(index));
    item.addEventListener("focusin", () => this.lookAt(index));
    return item;
  }

  lookAt(index) {
    const {start, end} = this.rows[index];
    const range = this.text.range(start, end);
    paint("looking", [range]);
    range.startContainer.parentElement.scrollIntoView({block: "nearest"});
  }

  /** The suggestion in focus, or the first. */
  get focused() {
    return Number(document.activeElement.closest?.(".suggestion")?.dataset.index ?? 0);
  }

  focus(index) {
    if (!this.rows.length) return;
    showTab("suggestions");
    const bounded = Math.min(this.rows.length - 1, Math.max(0, index));
    this.list.children[bounded].querySelector(".suggestion-words").focus();
  }

  accept(index = this.focused) {
    const row = this.rows[index];
    if (!row) return;
    const attributions = row.attributions.map(({name, stance, source}) => ({name, stance, source}));
    paint("looking", []);
    this.marker.open({start: row.start, end: row.end, quote: row.quote}, {attributions});
  }

  async dismiss(index = this.focused) {
    const {start, end} = this.rows[index] ?? {};
    if (start === undefined) return;
    const answer = await call("POST", `articles/${desk.article}/suggestions/dismiss/`, {body: {start, end}});
    if (!answer.ok) return say(answer.message, {grave: true});
    paint("looking", []);
    await this.load();
    this.focus(index);
    say("Dismissed.");
  }

  clicked(event) {
    if (event.target.closest("a") || !document.getSelection().isCollapsed) return;
    const at = this.text.at(event.clientX, event.clientY);
    const index = at === null ? -1 : this.rows.findIndex(({start, end}) => start <= at && at < end);
    if (index >= 0) this.focus(index);
  }
}
