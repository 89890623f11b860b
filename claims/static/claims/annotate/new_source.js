// A new source, made where its name was typed.
import {call} from "./api.js";
import {say} from "./say.js";

/** Ask for what a source needs beside its name, add it, and let the combobox take it. */
export function offerNewSource(combobox, name) {
  combobox.root.querySelector(".new-source")?.remove();
  const box = document.getElementById("new-source-template").content.firstElementChild.cloneNode(true);
  const [kind, country] = [box.querySelector("select"), box.querySelector("input")];
  box.querySelector(".new-source-name").textContent = name;
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
