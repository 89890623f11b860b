// In the new version of a text: select the words that a claim is about now.
"use strict";
{
  let latest = null;
  const start = () => {
    for (const box of document.querySelectorAll(".word-card details")) {
      box.addEventListener("toggle", () => {
        latest = box.open ? box : latest;
      });
      // A quote typed anew stands wherever it stands.
      box.querySelector("[name=quote]").addEventListener("input", () => {
        box.querySelector("form").elements.place.value = "";
      });
    }
    document.addEventListener("selectionchange", take);
  };

  const take = () => {
    const box = latest?.open ? latest : document.querySelector(".word-card details[open]");
    if (!box) return;
    const selection = document.getSelection();
    if (!selection.rangeCount || selection.isCollapsed) return;
    const range = selection.getRangeAt(0);
    const cell = range.startContainer.parentElement?.closest("td[data-start]");
    if (!cell?.contains(range.endContainer)) return;
    const words = range.toString();
    if (!words.trim()) return;
    const before = document.createRange();
    before.setStart(cell, 0);
    before.setEnd(range.startContainer, range.startOffset);
    const lead = words.slice(0, words.length - words.trimStart().length);
    const fields = box.querySelector("form").elements;
    fields.quote.value = words.trim();
    // Offsets count code points; JavaScript counts UTF-16 units.
    fields.place.value = Number(cell.dataset.start) + [...(before.toString() + lead)].length;
  };
  document.addEventListener("DOMContentLoaded", start);
}
