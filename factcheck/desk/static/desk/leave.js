// Asks before a page with unsaved changes is left.
"use strict";
{
  let changed = false;
  document.addEventListener("input", (event) => {
    if (event.isTrusted && event.target.closest("#content-main form[method=post]")) changed = true;
  });
  document.addEventListener("submit", () => {
    changed = false;
  });
  window.addEventListener("beforeunload", (event) => {
    if (changed) event.preventDefault();
  });
}
