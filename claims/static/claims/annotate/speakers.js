// Who stands where on a claim: rows of source, stance and who reported it.
import {Combobox} from "./combobox.js";

export class Speakers {
  constructor(fieldset, onChange = () => {}) {
    this.rows = fieldset.querySelector(".speaker-rows");
    this.onChange = onChange;
    this.known = new WeakMap();
    fieldset.querySelector(".speaker-add").addEventListener("click", () => this.add().source.input.focus());
    fieldset.addEventListener("change", onChange);
  }

  /** Show these attributions, as the API gives them. */
  set(attributions) {
    this.rows.replaceChildren();
    for (const attribution of attributions) this.add(attribution);
  }

  /** The entries as they are stored now, so that the next save changes them. */
  keep(attributions) {
    const named = [...this.rows.children].filter((row) => this.known.get(row).source.chosen);
    named.forEach((row, index) => (this.known.get(row).id = attributions[index]?.id));
  }

  add({id, source = null, stance = "asserts", via = null, name = ""} = {}) {
    const row = document.getElementById("speaker-template").content.firstElementChild.cloneNode(true);
    const [first, second] = row.querySelectorAll(".combo");
    const known = {id, source: new Combobox(first, source, this.onChange), via: new Combobox(second, via, this.onChange)};
    if (!source && name) known.source.input.value = name;
    row.querySelector(".speaker-stance").value = stance;
    row.querySelector(".speaker-remove").addEventListener("click", () => {
      row.remove();
      this.onChange();
    });
    this.known.set(row, known);
    this.rows.append(row);
    return known;
  }

  /** A name that was typed and is nobody's yet; empty if each is somebody's. */
  get unresolved() {
    const each = [...this.rows.children].map((row) => this.known.get(row));
    return each.map(({source, via}) => source.unresolved || via.unresolved).find(Boolean) ?? "";
  }

  /** The list as the API takes it; rows without a source are left out. */
  get value() {
    return [...this.rows.children].flatMap((row) => {
      const {id, source, via} = this.known.get(row);
      if (!source.chosen) return [];
      const stance = row.querySelector(".speaker-stance").value;
      return [{...(id ? {id} : {}), source: source.chosen.id, stance, via: via.chosen?.id ?? null}];
    });
  }
}
