// The keyboard: one letter for what one does all day. Never while somebody types.
import {openCard, openedClaim} from "./card.js";
import {currentClaim, focusCurrent, leave, step} from "./selecting.js";
import {showTab, shownTab} from "./tabs.js";
import {say} from "./say.js";

const isTyping = (target) => target.closest("input:not([type=radio]), textarea, select, [contenteditable]");

export function startKeys({marker, suggestions, sentences}) {
  const help = document.getElementById("help");
  const openHelp = () => help.showModal();
  document.getElementById("help-open").addEventListener("click", openHelp);
  help.addEventListener("click", (event) => event.target.value && help.close());

  const mark = () => {
    if (sentences.span) marker.open(sentences.span);
    else if (document.activeElement.closest(".suggestion")) suggestions.accept();
    else if (!marker.openSelection()) say("Select words in the text first, or a sentence in the list (l).");
  };
  const rate = async (key) => {
    const id = currentClaim();
    if (!id) return;
    await openCard(document.getElementById(`claim-${id}`));
    openedClaim(id)?.drafting?.rate(key);
  };
  const inSuggestions = () => shownTab() === "suggestions";
  const keys = {
    j: () => (inSuggestions() ? suggestions.focus(suggestions.focused + 1) : step(1)),
    k: () => (inSuggestions() ? suggestions.focus(suggestions.focused - 1) : step(-1)),
    n: mark,
    s: () => suggestions.focus(0),
    l: () => sentences.focus(),
    c: () => {
      showTab("claims");
      if (currentClaim()) focusCurrent();
      else step(1);
    },
    a: () => inSuggestions() && suggestions.accept(),
    d: () => inSuggestions() && suggestions.dismiss(),
    "/": () => {
      showTab("claims");
      document.getElementById("finder").focus();
    },
    "?": openHelp,
  };

  document.addEventListener("keydown", (event) => {
    if (document.querySelector("dialog[open]")) return;
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) return event.target.closest("form")?.requestSubmit();
    if (event.key === "Escape") return marker.isOpen ? marker.close() : escape(event);
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    const act = /^[1-8]$/.test(event.key) ? () => rate(event.key) : keys[event.key];
    if (!act || marker.isOpen) return;
    event.preventDefault();
    act();
  });
}

function escape(event) {
  if (isTyping(event.target)) {
    const card = event.target.closest(".card");
    (card?.querySelector(".card-open") ?? document.getElementById("text")).focus({preventScroll: true});
  } else {
    leave();
  }
}
