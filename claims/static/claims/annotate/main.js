// The annotation screen: what it is made of, put together.
import {anythingTyped, somebodySaved} from "./card.js";
import {desk} from "./desk.js";
import {startKeys} from "./keys.js";
import {Marker} from "./marker.js";
import {Text} from "./place.js";
import {refresh, remember} from "./refresh.js";
import {say} from "./say.js";
import {startSelecting} from "./selecting.js";
import {Sentences} from "./sentences.js";
import {Suggestions} from "./suggestions.js";
import {startTabs} from "./tabs.js";

const text = new Text(document.getElementById("text"));

if (text.offsets.points !== desk.length) {
  // Offsets would be wrong, and a wrong highlight is worse than none.
  say("This browser shows the text otherwise than it is stored. Mark claims on their own page.", {grave: true});
} else {
  remember();
  const marker = new Marker(text);
  const suggestions = new Suggestions(text, marker);
  const sentences = new Sentences(text);
  startTabs();
  startSelecting();
  startKeys({marker, suggestions, sentences});
  document.addEventListener("refreshed", (event) => somebodySaved(event.detail));
  document.addEventListener("visibilitychange", () => document.hidden || refresh());
  window.addEventListener("focus", refresh);
  window.addEventListener("beforeunload", (event) => {
    if ((marker.isOpen && marker.statement.value) || anythingTyped()) event.preventDefault();
  });
  suggestions.load().then(() => document.body.classList.add("is-ready"));
}
