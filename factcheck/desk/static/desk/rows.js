// Lists within a form: add a row, take a new one away again, move rows up and down.
"use strict";
{
  const rowsOf = (list) => [...list.querySelectorAll(":scope > .parts-rows > .part")];

  const number = (list) => {
    const rows = rowsOf(list);
    rows.forEach((row, index) => {
      row.querySelectorAll(".move-part").forEach((button) => {
        button.hidden = rows.length < 2;
        button.disabled = button.dataset.by === "-1" ? index === 0 : index === rows.length - 1;
      });
    });
  };

  const writeOrder = (list) => {
    rowsOf(list).forEach((row, index) => {
      const order = row.querySelector("input[name$=-ORDER]");
      if (order) order.value = index + 1;
    });
  };

  const add = (list) => {
    const total = list.querySelector("input[name$=-TOTAL_FORMS]");
    const template = list.querySelector("template.parts-template");
    const holder = document.createElement("div");
    holder.innerHTML = template.innerHTML.replaceAll("__prefix__", total.value);
    const row = holder.firstElementChild;
    total.value = Number(total.value) + 1;
    row.setAttribute("aria-label", `${row.getAttribute("aria-label")} ${total.value}`);
    list.querySelector(".parts-rows").append(row);
    row.dispatchEvent(
      new CustomEvent("formset:added", {bubbles: true, detail: {formsetName: list.dataset.prefix}}),
    );
    number(list);
    row.querySelector("select, input:not([type=hidden]), textarea")?.focus();
  };

  const move = (row, by) => {
    const other = by < 0 ? row.previousElementSibling : row.nextElementSibling;
    if (!other) return;
    if (by < 0) other.before(row);
    else other.after(row);
    const list = row.closest(".parts");
    writeOrder(list);
    number(list);
    row.querySelector(`.move-part[data-by="${by}"]`)?.focus();
  };

  const markRemoved = (box) => {
    box.closest(".part").classList.toggle("is-removed", box.checked);
  };

  document.addEventListener("click", (event) => {
    const adder = event.target.closest(".add-part");
    if (adder) add(adder.closest(".parts"));
    const mover = event.target.closest(".move-part");
    if (mover) move(mover.closest(".part"), Number(mover.dataset.by));
  });
  document.addEventListener("change", (event) => {
    if (event.target.matches(".remove-part input")) markRemoved(event.target);
  });
  document.addEventListener("DOMContentLoaded", () => {
    document.querySelectorAll(".parts").forEach(number);
    document.querySelectorAll(".remove-part input:checked").forEach(markRemoved);
  });
}
