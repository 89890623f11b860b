// Every sentence in a list: the way through the text, and to a new claim, without a pointer.
import {paint} from "./paint.js";
import {showTab} from "./tabs.js";

export class Sentences {
  constructor(text) {
    this.text = text;
    this.list = document.getElementById("sentences");
    this.list.addEventListener("keydown", (event) => this.pressed(event));
    this.list.addEventListener("focusin", (event) => this.lookAt(event.target));
    this.list.addEventListener("focusout", () => paint("looking", []));
  }

  focus() {
    showTab("sentences");
    (this.list.querySelector('[tabindex="0"]') ?? this.list.querySelector("button"))?.focus();
  }

  pressed(event) {
    const step = {ArrowDown: 1, ArrowUp: -1}[event.key];
    if (!step) return;
    event.preventDefault();
    const item = event.target.closest("li");
    const next = step > 0 ? item.nextElementSibling : item.previousElementSibling;
    next?.firstElementChild.focus();
  }

  lookAt(button) {
    for (const other of this.list.querySelectorAll('[tabindex="0"]')) other.tabIndex = -1;
    button.tabIndex = 0;
    const range = this.text.range(Number(button.dataset.start), Number(button.dataset.end));
    paint("looking", [range]);
    range.startContainer.parentElement.scrollIntoView({block: "nearest"});
  }

  /** {start, end, quote} of the sentence in focus; null where none is. */
  get span() {
    const button = document.activeElement.closest?.(".sentence");
    if (!button) return null;
    const [start, end] = [Number(button.dataset.start), Number(button.dataset.end)];
    return {start, end, quote: this.text.words(start, end)};
  }
}
