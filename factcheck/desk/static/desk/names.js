// Names each search box (select2) after its label, which Django's own widget does not.
"use strict";
{
  const nameBoxes = (root) => {
    for (const select of root.querySelectorAll("select.admin-autocomplete")) {
      const label = document.querySelector(`label[for="${CSS.escape(select.id)}"]`);
      const box = select.nextElementSibling?.querySelector("[role=combobox]");
      if (!label || !box) continue;
      const name = label.textContent.trim().replace(/:$/, "");
      for (const each of [box, box.querySelector("[role=textbox]")]) {
        each?.removeAttribute("aria-labelledby");
        each?.setAttribute("aria-label", name);
      }
      select.dataset.name = name;
      // Clicking the label opens nothing otherwise: the labelled element is hidden.
      if (!label.dataset.focuses) {
        label.dataset.focuses = "box";
        label.addEventListener("click", () => box.focus());
      }
    }
  };
  const nameList = () => {
    for (const box of document.querySelectorAll("[role=combobox][aria-owns]")) {
      box.setAttribute("aria-controls", box.getAttribute("aria-owns"));
    }
    for (const list of document.querySelectorAll(".select2-results__options")) {
      list.setAttribute("aria-label", "Results");
    }
    for (const field of document.querySelectorAll(".select2-search__field")) {
      field.setAttribute("aria-label", "Search");
      // select2 leaves the label of the box above in charge; the list is what it controls.
      field.focus();
    }
  };
  window.addEventListener("load", () => {
    nameBoxes(document);
    new MutationObserver(() => nameBoxes(document)).observe(document.body, {
      childList: true,
      subtree: true,
    });
    const jQuery = window.django?.jQuery;
    if (jQuery) jQuery(document).on("select2:open", () => setTimeout(nameList));
  });
}
