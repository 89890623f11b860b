// What a verdict rests on: rows of evidence, each a link, a described record or a protected source.

const KINDS = {
  url: {label: "Address of the evidence", hint: "https://…"},
  record: {label: "The record", hint: "Who said or showed what, to whom, when, where it is kept"},
  protected: {label: "Why the source is protected", hint: "Why the source is protected"},
};

export class EvidenceRows {
  constructor(fieldset, onChange) {
    this.rows = fieldset.querySelector(".evidence-rows");
    this.onChange = onChange;
    fieldset.querySelector(".evidence-add").addEventListener("click", () => {
      this.add().querySelector('[name="words"]').focus();
    });
  }

  set(pieces) {
    this.rows.replaceChildren();
    for (const piece of pieces) this.add(piece);
  }

  /** The pieces as they are stored now, so that the next save changes them; one goes on typing. */
  keep(pieces) {
    const written = [...this.rows.children].filter((row) => this.valueOf(row).length);
    written.forEach((row, index) => (row.dataset.id = pieces[index]?.id ?? ""));
  }

  add(piece = {}) {
    const row = document.getElementById("evidence-template").content.firstElementChild.cloneNode(true);
    const [stance, kind, words, excerpt] = ["stance", "kind", "words", "excerpt"].map((name) => row.querySelector(`[name="${name}"]`));
    const turn = () => {
      words.setAttribute("aria-label", KINDS[kind.value].label);
      words.placeholder = KINDS[kind.value].hint;
    };
    if (piece.stance) stance.value = piece.stance;
    kind.value = Object.keys(KINDS).find((name) => piece[name]) ?? "url";
    words.value = piece[kind.value] ?? "";
    excerpt.value = piece.excerpt ?? "";
    if (piece.id) row.dataset.id = piece.id;
    kind.addEventListener("change", turn);
    turn();
    row.querySelector(".evidence-remove").addEventListener("click", () => {
      row.remove();
      this.onChange();
    });
    this.rows.append(row);
    return row;
  }

  /** The list as the API takes it; rows in which nothing was written are left out. */
  get value() {
    return [...this.rows.children].flatMap((row) => this.valueOf(row));
  }

  valueOf(row) {
    const typed = (name) => row.querySelector(`[name="${name}"]`).value.trim();
    const piece = {stance: typed("stance"), excerpt: typed("excerpt"), url: "", record: "", protected: ""};
    piece[typed("kind")] = typed("words");
    if (row.dataset.id) piece.id = row.dataset.id;
    return piece.id || typed("words") || piece.excerpt ? [piece] : [];
  }
}
