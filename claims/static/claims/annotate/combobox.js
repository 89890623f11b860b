// A labelled combobox over the API's sources or questions, with “new …” as its last choice.
import {call} from "./api.js";
import {offerNewSource} from "./new_source.js";

const WAIT = 120;
const MOST = 8;
let number = 0;

const nameOf = (row) => row.name ?? row.text;

/** Whole names first, then names and aliases that begin so, then the rest. */
function rank(row, words) {
  const names = [nameOf(row), ...(row.aliases ?? [])].map((name) => name.toLowerCase());
  if (names.includes(words)) return 0;
  if (names.some((name) => name.startsWith(words))) return 1;
  return names.some((name) => name.includes(` ${words}`)) ? 2 : 3;
}

export class Combobox {
  /** `chosen` is a row {id, name or text}, or null. */
  constructor(root, chosen = null, onChoose = () => {}) {
    this.input = root.querySelector("input");
    this.list = root.querySelector("ul");
    this.root = root;
    this.kind = root.dataset.combo;
    this.onChoose = onChoose;
    this.list.id = `combo-${++number}`;
    this.input.setAttribute("aria-controls", this.list.id);
    this.options = [];
    this.active = -1;
    this.input.addEventListener("input", () => this.typed());
    this.input.addEventListener("keydown", (event) => this.pressed(event));
    this.input.addEventListener("blur", () => this.left());
    this.list.addEventListener("mousedown", (event) => this.picked(event));
    this.set(chosen);
  }

  set(row) {
    this.chosen = row;
    this.input.value = row ? nameOf(row) : "";
    this.input.setCustomValidity("");
    this.close();
  }

  /** What was typed and stands for nothing yet. */
  get unresolved() {
    return this.chosen ? "" : this.input.value.trim();
  }

  choose(row) {
    this.set(row);
    this.onChoose(row);
  }

  typed() {
    this.chosen = null;
    clearTimeout(this.timer);
    const words = this.input.value.trim();
    if (!words) return this.choose(null);
    this.timer = setTimeout(() => this.find(words), WAIT);
  }

  async find(words) {
    const answer = await call("GET", `${this.kind}/?page_size=50&q=${encodeURIComponent(words)}`);
    if (words !== this.input.value.trim() || document.activeElement !== this.input) return;
    const lower = words.toLowerCase();
    const found = answer.ok ? answer.data.results : [];
    const rows = found.sort((one, other) => rank(one, lower) - rank(other, lower)).slice(0, MOST);
    const known = rows.some((row) => nameOf(row).toLowerCase() === lower);
    this.options = rows.map((row) => ({row, label: nameOf(row), hint: row.description ?? row.unit ?? ""}));
    if (!known) this.options.push({create: words, label: `New ${this.kind.slice(0, -1)}: “${words}”`, hint: ""});
    this.show();
  }

  show() {
    this.list.replaceChildren(...this.options.map((option, index) => {
      const item = document.createElement("li");
      item.id = `${this.list.id}-${index}`;
      item.role = "option";
      item.dataset.index = index;
      item.append(option.label);
      if (option.hint) {
        const hint = document.createElement("span");
        hint.className = "quiet";
        hint.append(` ${option.hint}`);
        item.append(hint);
      }
      return item;
    }));
    this.list.hidden = false;
    // It opens downwards, which may be out of sight.
    this.list.scrollIntoView({block: "nearest"});
    this.input.setAttribute("aria-expanded", "true");
    this.activate(0);
  }

  activate(index) {
    this.active = index;
    for (const item of this.list.children) item.setAttribute("aria-selected", String(Number(item.dataset.index) === index));
    const item = this.list.children[index];
    if (item) this.input.setAttribute("aria-activedescendant", item.id);
    item?.scrollIntoView({block: "nearest"});
  }

  close() {
    clearTimeout(this.timer);
    this.list.hidden = true;
    this.active = -1;
    this.input.setAttribute("aria-expanded", "false");
    this.input.removeAttribute("aria-activedescendant");
  }

  pressed(event) {
    if (event.key === "ArrowDown" && this.list.hidden) return this.find(this.input.value.trim());
    if (this.list.hidden) return;
    if (event.key === "Escape") {
      event.stopPropagation();
      this.close();
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      const step = event.key === "ArrowDown" ? 1 : -1;
      this.activate((this.active + step + this.options.length) % this.options.length);
    } else if (event.key === "Enter" && !event.ctrlKey && !event.metaKey) {
      this.take(this.options[this.active]);
    } else {
      return;
    }
    event.preventDefault();
  }

  picked(event) {
    event.preventDefault();
    const item = event.target.closest("li");
    if (item) this.take(this.options[item.dataset.index]);
  }

  async take(option) {
    if (option.row) return this.choose(option.row);
    this.close();
    if (this.kind === "sources") return offerNewSource(this, option.create);
    const made = await call("POST", "questions/", {body: {text: option.create}});
    // Asked already: then that one is meant.
    const existing = made.errors?.find((error) => error.existing)?.existing;
    const answer = existing ? await call("GET", `questions/${existing}/`) : made;
    if (answer.ok) this.choose(answer.data);
    else this.input.setCustomValidity(answer.message);
  }

  left() {
    const words = this.input.value.trim().toLowerCase();
    const same = this.options.find((option) => option.row && option.label.toLowerCase() === words);
    if (!this.chosen && same) this.choose(same.row);
    this.close();
  }
}
