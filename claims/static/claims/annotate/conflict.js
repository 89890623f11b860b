// Two people, one record: theirs and one's own side by side; nothing typed is lost.

/** Show rows of [field, stored, own]; resolves to "mine", "theirs" or "edit". */
export function resolve(rows) {
  const dialog = document.getElementById("conflict");
  const body = dialog.querySelector("tbody");
  body.replaceChildren(...rows.map(([field, stored, own]) => {
    const row = document.createElement("tr");
    const head = document.createElement("th");
    head.scope = "row";
    head.textContent = field[0].toUpperCase() + field.slice(1);
    row.append(head, cell(stored), cell(own, "mine"));
    return row;
  }));
  dialog.returnValue = "edit";
  dialog.showModal();
  return new Promise((done) => {
    const press = (event) => event.target.value && dialog.close(event.target.value);
    dialog.addEventListener("click", press);
    dialog.addEventListener("close", () => {
      dialog.removeEventListener("click", press);
      done(dialog.returnValue || "edit");
    }, {once: true});
  });
}

function cell(words, className = "") {
  const made = document.createElement("td");
  made.className = className;
  made.textContent = words || "empty";
  return made;
}
