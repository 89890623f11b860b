// What a verdict rests on: rows of evidence, each a link to follow.

const FIELDS = ["stance", "url", "excerpt"];

export class EvidenceRows {
  constructor(fieldset, onChange) {
    this.rows = fieldset.querySelector(".evidence-rows");
    this.onChange = onChange;
    fieldset.querySelector(".evidence-add").addEventListener("click", () => {
      this.add().querySelector('[name="url"]').focus();
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
    for (const name of FIELDS) {
      const field = row.querySelector(`[name="${name}"]`);
      field.value = piece[name] ?? (name === "stance" ? "supports" : "");
    }
    if (piece.id) row.dataset.id = piece.id;
    const without = piece.record || piece.protected;
    if (without) {
      // A record, or a protected source: kept as it is, changed on the claim's own page.
      const words = document.createElement("span");
      words.className = "evidence-words";
      words.textContent = piece.record ? `Record: ${piece.record}` : `Protected source: ${piece.protected}`;
      row.querySelector('[name="url"]').replaceWith(words);
    }
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
    const piece = row.dataset.id ? {id: row.dataset.id} : {};
    for (const name of FIELDS) {
      const field = row.querySelector(`[name="${name}"]`);
      if (field) piece[name] = field.value.trim();
    }
    return piece.id || piece.url || piece.excerpt ? [piece] : [];
  }
}
