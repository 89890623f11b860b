// A rating as it is shown everywhere: its glyph and its word.
const picks = document.getElementById("draft-template").content;

/** The glyph is that of the scale's rating; one that has left the scale has its word alone. */
export function ratingBadge({slug, name}) {
  const badge = document.createElement("span");
  badge.className = "badge";
  const pick = picks.querySelector(`input[value="${CSS.escape(slug)}"]`)?.parentElement;
  if (pick) {
    badge.classList.add(...[...pick.classList].filter((each) => each.startsWith("badge--")));
    badge.append(pick.querySelector(".glyph").cloneNode(true));
  }
  badge.append(name);
  return badge;
}
