// Places in the article's text: from a selection to offsets, and from offsets back to a range.
import {Offsets} from "./offsets.js";

const WORD = /[\p{L}\p{N}\p{M}]/u;
const DIGIT = /\p{N}/u;

export class Text {
  constructor(element) {
    this.element = element;
    this.text = element.textContent;
    this.offsets = new Offsets(this.text);
    this.lines = [];
    let start = 0;
    for (const line of element.children) {
      this.lines.push({id: line.id, start});
      start += line.textContent.length;
    }
  }

  /** The words at code points, as the text has them. */
  words(start, end) {
    return this.text.slice(this.offsets.toUnits(start), this.offsets.toUnits(end));
  }

  /** {start, end, quote} of what is selected, whole words; null where nothing of the text is. */
  selected() {
    const selection = document.getSelection();
    if (!selection.rangeCount || selection.isCollapsed) return null;
    const range = selection.getRangeAt(0);
    if (!range.intersectsNode(this.element)) return null;
    return this.spanOf(this.unitsAt(range.startContainer, range.startOffset), this.unitsAt(range.endContainer, range.endOffset));
  }

  /** {start, end, quote} in code points for UTF-16 offsets, white space left out. */
  spanOf(start, end) {
    while (start < end && /\s/.test(this.text[start])) start++;
    while (end > start && /\s/.test(this.text[end - 1])) end--;
    if (start >= end) return null;
    while (this.inWord(start)) start--;
    while (this.inWord(end)) end++;
    return {start: this.offsets.toPoints(start), end: this.offsets.toPoints(end), quote: this.text.slice(start, end)};
  }

  /** Whether a word or a figure goes on across this offset: “3,|000”, “sol|diers”. */
  inWord(at) {
    if (at <= 0 || at >= this.text.length) return false;
    const [before, after] = [this.characterBefore(at), this.characterAt(at)];
    if (/[\uDC00-\uDFFF]/.test(this.text[at]) && /[\uD800-\uDBFF]/.test(this.text[at - 1])) return true;
    if (/\p{M}|\u200d/u.test(after)) return true;
    if (WORD.test(before) && WORD.test(after)) return true;
    const far = (mark, near, next) => /[.,]/.test(mark) && DIGIT.test(near) && DIGIT.test(next);
    return far(after, before, this.text[at + 1] ?? "") || far(before, after, this.text[at - 2] ?? "");
  }

  characterAt(at) {
    return String.fromCodePoint(this.text.codePointAt(at));
  }

  characterBefore(at) {
    return /[\uDC00-\uDFFF]/.test(this.text[at - 1]) ? this.text.slice(at - 2, at) : this.text[at - 1];
  }

  /** The UTF-16 offset of a point in the document; outside the text its beginning or its end. */
  unitsAt(node, offset) {
    const range = document.createRange();
    range.selectNodeContents(this.element);
    if (range.comparePoint(node, offset) < 0) return 0;
    if (range.comparePoint(node, offset) > 0) return this.text.length;
    if (node === this.element) return this.lines[offset]?.start ?? this.text.length;
    const line = (node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement).closest(".line");
    range.setStart(line, 0);
    range.setEnd(node, offset);
    return this.lines.find(({id}) => id === line.id).start + range.toString().length;
  }

  /** The document's range for code points. */
  range(start, end) {
    const range = document.createRange();
    range.setStart(...this.pointAt(this.offsets.toUnits(start), false));
    range.setEnd(...this.pointAt(this.offsets.toUnits(end), true));
    return range;
  }

  pointAt(units, asEnd) {
    let low = 0;
    let high = this.lines.length - 1;
    const sought = asEnd ? units - 1 : units;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.lines[middle].start <= sought) low = middle;
      else high = middle - 1;
    }
    let left = units - this.lines[low].start;
    const walker = document.createTreeWalker(document.getElementById(this.lines[low].id), NodeFilter.SHOW_TEXT);
    let last = null;
    while (walker.nextNode()) {
      last = walker.currentNode;
      if (left < last.length || (asEnd && left === last.length)) return [last, left];
      left -= last.length;
    }
    return [last, last.length];
  }

  /** The code-point offset under a pointer; null beside the text. */
  at(x, y) {
    const caret = document.caretPositionFromPoint?.(x, y);
    const old = caret ? null : document.caretRangeFromPoint?.(x, y);
    const node = caret?.offsetNode ?? old?.startContainer;
    if (!node || !this.element.contains(node)) return null;
    return this.offsets.toPoints(this.unitsAt(node, caret?.offset ?? old.startOffset));
  }
}
