// A new source, made where its name was typed.
import {call} from "./api.js";
import {say} from "./say.js";

const MOST = 3;

/** Ask for what a source needs beside its name, add it, and let the combobox take it. */
export function offerNewSource(combobox, name) {
  combobox.root.querySelector(".new-source")?.remove();
  const box = document.getElementById("new-source-template").content.firstElementChild.cloneNode(true);
  const [kind, country] = [box.querySelector("select"), box.querySelector("input")];
  box.querySelector(".new-source-name").textContent = name;
  showKnown(combobox, box, name);
  const close = () => {
    box.remove();
    combobox.input.focus();
  };
  const add = async () => {
    const body = {name, kind: kind.value, country: country.value.trim().toUpperCase()};
    const answer = await call("POST", "sources/", {body});
    if (!answer.ok) return say(answer.message, {grave: true});
    close();
    combobox.choose(answer.data);
    say(`${name} is a source now.`);
  };
  box.querySelector(".new-source-add").addEventListener("click", add);
  box.querySelector(".new-source-cancel").addEventListener("click", close);
  box.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      event.stopPropagation();
      close();
    } else if (event.key === "Enter" && event.target.matches("input, select")) {
      event.preventDefault();
      add();
    }
  });
  combobox.root.append(box);
  kind.focus();
}

/** Whoever goes by this name already, each to be taken instead. */
async function showKnown(combobox, box, name) {
  const answer = await call("GET", `sources/?page_size=${MOST}&name=${encodeURIComponent(name)}`);
  if (!answer.ok || !answer.data.results.length || !box.isConnected) return;
  const known = box.querySelector(".new-source-known");
  for (const source of answer.data.results) {
    const take = document.createElement("button");
    take.type = "button";
    take.className = "button";
    take.textContent = `Take ${source.name}`;
    take.title = source.description ?? "";
    take.addEventListener("click", () => {
      box.remove();
      combobox.choose(source);
      combobox.input.focus();
    });
    known.append(" ", take);
  }
  known.hidden = false;
}
