// In an article's text: select the words of a statement, and mark or quote them.
"use strict";
{
  const start = () => {
    const text = document.getElementById("article-text");
    if (!text?.dataset.mark && !text?.dataset.fill) return;
    const link = document.createElement(text.dataset.mark ? "a" : "button");
    link.className = "button default mark-button";
    link.textContent = text.dataset.mark ? "Mark as a claim" : "Quote these words";
    let chosen = {};
    if (text.dataset.fill) {
      link.type = "button";
      // The selection must survive the press that uses it.
      link.addEventListener("mousedown", (event) => event.preventDefault());
      link.addEventListener("click", () => {
        document.getElementById("id_quote").value = chosen.quote;
        document.getElementById("id_place").value = chosen.place;
        link.hidden = true;
        document.getElementById("id_statement")?.focus();
      });
    }
    link.hidden = true;
    text.parentElement.append(link);

    const update = () => {
      const selection = document.getSelection();
      const range = selection.rangeCount ? selection.getRangeAt(0) : null;
      const words = range ? range.toString() : "";
      if (!words.trim() || !text.contains(range.commonAncestorContainer)) {
        link.hidden = true;
        return;
      }
      const before = document.createRange();
      before.setStart(text, 0);
      before.setEnd(range.startContainer, range.startOffset);
      const lead = words.length - words.trimStart().length;
      // Offsets count code points; JavaScript counts UTF-16 units.
      const place = [...(before.toString() + words.slice(0, lead))].length;
      chosen = {quote: words.trim(), place: String(place)};
      if (text.dataset.mark) link.href = `${text.dataset.mark}&${new URLSearchParams(chosen)}`;
      link.hidden = false;
      const box = range.getBoundingClientRect();
      const frame = link.offsetParent.getBoundingClientRect();
      link.style.left = `${Math.max(0, box.left - frame.left)}px`;
      link.style.top = `${box.bottom - frame.top + 6}px`;
    };
    document.addEventListener("selectionchange", update);
  };
  document.addEventListener("DOMContentLoaded", start);
}
