// Paints ranges of the text without touching it: suggestions, and the words one is working on.

const can = typeof Highlight !== "undefined" && CSS.highlights;

/** Show these ranges under a name of the style sheet; none takes the paint away. */
export function paint(name, ranges) {
  if (!can) return;
  if (ranges.length) CSS.highlights.set(name, new Highlight(...ranges));
  else CSS.highlights.delete(name);
}
