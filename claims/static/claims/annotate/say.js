// Tells whoever looks, and whoever listens, what has happened.

export function say(words, {grave = false} = {}) {
  const said = document.getElementById("said");
  said.textContent = words;
  said.classList.toggle("is-grave", grave);
}

/** A form's complaint stays beside its buttons until the next try. */
export function complain(form, words) {
  const error = form.querySelector(".form-error");
  error.textContent = words;
  error.hidden = !words;
  if (words) error.scrollIntoView({block: "nearest"});
}
