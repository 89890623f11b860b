// Shows a fact-checking desk's findings in the text of any page. Manual: docs/embed.md
(() => {
  "use strict";

  const TAG = "fact-check";
  const script =
    document.currentScript ?? document.querySelector('script[src*="/embed/factcheck.js"]');
  const able = HTMLElement.prototype.showPopover && document.adoptedStyleSheets && Map.groupBy;
  if (!script || !able || customElements.get(TAG)) return;

  const atDesk = (path) => new URL(`..${path}`, script.src).href;
  const pageAddress = () =>
    script.dataset.url ||
    document.querySelector("link[rel~=canonical]")?.href ||
    location.href.split("#")[0];

  // Milliseconds: for the answer, and of quiet before a changed page is read again.
  const PATIENCE = 15000;
  const QUIET = 400;

  // ---- Words ----

  const KEYS = "check asserts denies doubts via checked corrected updated read close".split(" ");
  const LANGUAGES = {
    en: "Fact check|Said by|Denied by|Doubted by|via|Checked on|Corrected on|Updated on|Read the fact check|Close",
    de: "Faktencheck|Gesagt von|Bestritten von|Bezweifelt von|über|Geprüft am|Korrigiert am|Ergänzt am|Zum Faktencheck|Schließen",
    fr: "Vérification|Affirmé par|Démenti par|Mis en doute par|via|Vérifié le|Corrigé le|Mis à jour le|Lire la vérification|Fermer",
  };
  const asks = script.dataset.lang || document.documentElement.lang;
  const lang = LANGUAGES[asks.slice(0, 2).toLowerCase()] ? asks : "en";
  const phrases = LANGUAGES[lang.slice(0, 2).toLowerCase()].split("|");
  const say = Object.fromEntries(KEYS.map((key, i) => [key, phrases[i]]));

  // The same day for everybody, whatever the clock where they are.
  const day = (at) => {
    try {
      return new Date(at).toLocaleDateString(lang, { dateStyle: "long", timeZone: "UTC" });
    } catch {
      return at.slice(0, 10);
    }
  };

  // ---- Looks ----

  const RING = "M8 1.75a6.25 6.25 0 1 0 .01 0z";
  // By rating: colour on light, on dark, line under the words, what is filled, what is drawn.
  const RATINGS = {
    true: ["#00695c", "#5fd0be", "solid", RING, RING],
    "mostly-true": ["#2b6c8a", "#7fc4e3", "solid", "M8 8V1.75A6.25 6.25 0 1 1 1.75 8z", RING],
    mixed: ["#7a5f00", "#e3be4f", "double", "M8 1.75a6.25 6.25 0 0 1 0 12.5z", RING],
    "mostly-false": ["#a84a0b", "#f2a06b", "wavy", "M8 8V1.75A6.25 6.25 0 0 1 14.25 8z", RING],
    false: ["#a61b14", "#ff8f86", "wavy", "", RING + "M3.6 12.4l8.8-8.8"],
    "missing-context": ["#6a4c93", "#c3a6ee", "dashed", "", "M3 8h.01M8 8h.01M13 8h.01", "3.2"],
    disputed: ["#1f4e9e", "#8fb6ff", "dashed", "", "M2 5.5h11l-3-3m3 3-3 3M14 10.5H3l3-3m-3 3 3 3"],
    unproven: ["#565b61", "#b9bec4", "dotted", "", RING, "1.75", ".1 3.17"],
  };
  // A rating of the desk's own looks like the shipped one of its value, else like an unproven one.
  const BY_VALUE = ["", "false", "mostly-false", "mixed", "mostly-true", "true"];
  const kindOf = ({ verdict: { rating } }) =>
    RATINGS[rating.slug] ? rating.slug : BY_VALUE[rating.value] || "unproven";

  // In the text colours are mixed with the page's own, and so suit pages light and dark. Here
  // `!important` outranks the page's rules, and what is unset keeps the page's font and colour.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
:host {
  all: unset !important;
  background: color-mix(in srgb, var(--fc-light) 13%, transparent) !important;
  text-decoration: underline var(--fc-line) max(1px, .07em)
    color-mix(in oklab, currentColor 35%, var(--fc-light)) !important;
  text-underline-offset: .2em !important;
}
:host(:not([within])) { cursor: pointer !important }
:host(:hover), :host([open]) {
  background: color-mix(in srgb, var(--fc-light) 24%, transparent) !important;
}
:host([open]) { text-decoration-thickness: .14em !important }
:host([badge]) { position: absolute !important; background: none !important }
.words { all: unset }
.badge {
  all: unset; position: absolute; top: -10px; left: -8px; padding: 5px; line-height: 0;
  color: var(--fc-light);
}
.badge svg { background: #fff; border-radius: 50% }
:is(.words, .badge):focus-visible { outline: 2px solid; outline-offset: 1px }
.note {
  --card: #fff; --ink: #1b1c1e; --soft: #565b61; --edge: #8d8f8c; --link: #1f4e9e;
  all: initial; position: fixed; box-sizing: border-box; width: 22rem;
  max-width: calc(100vw - 16px); overflow: auto;
  padding: 10px 16px 14px; border: 1px solid var(--edge); border-radius: 6px;
  background: var(--card); color: var(--ink); box-shadow: 0 6px 24px #0003;
  font: 15px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
  overflow-wrap: anywhere;
}
.note:not(:popover-open) { display: none }
.note:popover-open { display: block }
.note:focus-visible { outline: 2px solid var(--link) }
.top { display: flex; justify-content: space-between }
section { --colour: var(--fc-light) }
section + section { margin-top: 14px; padding-top: 12px; border-top: 1px solid var(--edge) }
h2, h3 { margin: 0; font: inherit; font-weight: 600 }
h2 { color: var(--soft); font-size: 13px; line-height: 28px }
h3 {
  display: inline-flex; align-items: center; gap: 6px; padding: 1px 9px 1px 7px;
  border-radius: 99px; color: var(--colour);
  background: color-mix(in srgb, var(--colour) 13%, var(--card));
}
svg { flex: none; width: 14px; height: 14px }
p { margin: 8px 0 0 }
.claim { font: 17px/1.45 Charter, "Iowan Old Style", "Noto Serif", Georgia, serif }
.small { margin-top: 5px; color: var(--soft); font-size: 13.5px }
b { color: var(--ink) }
a { color: var(--link); display: inline-block; padding: 2px 0 }
button {
  width: 28px; margin-right: -6px; padding: 0; border: 0; background: none; color: var(--soft);
  font: 18px/28px sans-serif;
}
@media (prefers-color-scheme: dark) {
  .note {
    --card: #22262b; --ink: #ecedee; --soft: #b9bec4; --edge: #7b828a; --link: #8fb6ff;
    color-scheme: dark;
  }
  section { --colour: var(--fc-dark) }
}
${Object.entries(RATINGS)
  .map(
    ([kind, [light, dark, line]]) =>
      `:host([rating=${kind}]), .${kind} {
        --fc-light: ${light}; --fc-dark: ${dark}; --fc-line: ${line}
      }`,
  )
  .join("")}`);

  const build = (made, attributes, ...children) => {
    const space = /svg|path/.test(made) ? "2000/svg" : "1999/xhtml";
    made = document.createElementNS(`http://www.w3.org/${space}`, made);
    for (const each in attributes) made.setAttribute(each, attributes[each]);
    made.append(...children.filter(Boolean));
    return made;
  };

  const glyph = (kind) => {
    const [, , , filled, drawn, width = 1.5, dashes = "none"] = RATINGS[kind];
    const pen = { "stroke-width": width, "stroke-dasharray": dashes, "stroke-linecap": "round" };
    return build(
      "svg",
      { viewBox: "0 0 16 16", "aria-hidden": true },
      filled && build("path", { d: filled, fill: "currentColor" }),
      build("path", { d: drawn, fill: "none", stroke: "currentColor", ...pen }),
    );
  };

  // ---- Reading and comparing ----

  // Typography alone: what a publisher's system sets otherwise without saying anything else.
  const SAME = {};
  for (const [plain, others] of [
    ["'", "‘’‚‛‹›′ʼ´`＇"],
    ['"', "“”„‟«»″＂"],
    ["-", "‐‑‒–—―−﹣－"],
    ["...", "…"],
    // Soft hyphen, zero-width space, direction marks, word joiner, byte order mark.
    ["", "\u00ad\u200b\u200e\u200f\u2060\ufeff"],
  ]) {
    for (const other of others) SAME[other] = plain;
  }

  // Text for comparison, and for each of its units where that begins and ends in the raw text.
  const fold = (raw) => {
    const [from, to] = [[], []];
    let text = "";
    for (const { 0: cluster, index } of raw.matchAll(/\P{M}\p{M}*|\p{M}+/gsu)) {
      let same = SAME[cluster] ?? cluster.normalize("NFC");
      if (/^\s$/.test(same)) same = text.endsWith(" ") ? "" : " ";
      for (const _ of same.split("")) {
        from.push(index);
        to.push(index + cluster.length);
      }
      text += same;
    }
    return { text, from, to };
  };

  // What is no part of the text that people read; marks that lead to footnotes are none either.
  const NOT_TEXT =
    "script,style,noscript,template,textarea,select,iframe,svg,rt,rp,del,[contenteditable]," +
    'sup:has(a[href*="#"])';

  // The page's text as one string, blocks apart, and where in it each text node begins.
  const read = () => {
    const nodes = [];
    let raw = "";
    const take = (node) => {
      if (node.nodeType === 3) {
        nodes.push({ node, at: raw.length });
        raw += node.data;
      } else if (node.nodeType === 1 && !node.matches(NOT_TEXT)) {
        const { display, float, visibility } = getComputedStyle(node);
        if (display === "none" || visibility === "hidden") return;
        // A floating initial is a block by its display, and yet a part of its word.
        const inline = /^(inline|contents|ruby)/.test(display) || float !== "none";
        const edge = inline && node.localName !== "br" ? "" : "\n";
        raw += edge;
        node.childNodes.forEach(take);
        raw += edge;
      }
    };
    roots().forEach(take);
    return { nodes, ...fold(raw) };
  };

  const every = (selector) => [...document.querySelectorAll(selector)];

  // Where the article is: as data-root says, else as the page does.
  const roots = () => {
    if (script.dataset.root) return every(script.dataset.root);
    const [bodies, articles] = [every("[itemprop~=articleBody]"), every("article")];
    if (bodies.length) return bodies;
    return articles.length === 1 ? articles : [document.querySelector("main") ?? document.body];
  };

  // ---- Where a quote stands: beyond doubt, or nowhere ----

  // So many characters that occur once need no context. Otherwise this share of it must stand
  // around them, letter by letter, and the best of several places be so many letters ahead.
  const LONG = 32;
  const ENOUGH = 0.5;
  const AHEAD = 8;

  // How many characters agree from the beginning.
  const agreement = (one, other) => {
    let n = 0;
    while (n < one.length && one[n] === other[n]) n++;
    return n;
  };
  const reversed = (text) => text.split("").reverse().join("");

  // Whether a word or a figure goes on across the edge between these texts.
  const LETTERS = "[[\\p{L}\\p{N}]--[\\p{Ideo}\\p{sc=Hira}\\p{sc=Kana}\\p{sc=Thai}]]";
  const JOINTS = [
    [`${LETTERS}$`, `^${LETTERS}`],
    ["\\d[.,:\\/]$", "^\\d"],
    ["\\d$", "^(?:[.,:\\/]\\d| ?%)"],
    ["(?:^|[\\s\\(])[\\-+]$", "^\\d"],
  ].map((sides) => sides.map((side) => new RegExp(side, "v")));
  const joins = (left, right) =>
    JOINTS.some(([ends, begins]) => ends.test(left) && begins.test(right));

  // The first and last place of the claim's quote in the folded text.
  const locate = ({ claim }, { text }) => {
    const selector = claim.selectors.find(({ type }) => type === "TextQuoteSelector");
    const [quote, before, after] = ["exact", "prefix", "suffix"].map(
      (each) => fold(selector[each] ?? "").text,
    );
    const words = quote.trim();
    const known = before.length + after.length;
    const hits = [];
    for (let at = text.indexOf(words); words && at >= 0; at = text.indexOf(words, at + 1)) {
      const end = at + words.length;
      const left = text.slice(Math.max(0, at - before.length - 2), at);
      const right = text.slice(end, end + after.length + 2);
      const [alikeLeft, alikeRight] = [
        agreement(reversed(before), reversed(left)),
        agreement(after, right),
      ];
      // Nothing is cut out of a longer word or figure unless the desk has cut it there, too; and
      // a figure at the edge keeps its neighbour: 3 million is not 3 billion.
      const fits = (alike, context, figure, isJoined, wasJoined) =>
        isJoined === wasJoined &&
        (alike || !isJoined) &&
        (!figure.test(words) || alike >= /^\s?\S*/.exec(context)[0].length);
      if (
        fits(alikeLeft, reversed(before), /^\d/, joins(left, words), joins(before, words)) &&
        fits(alikeRight, after, /\d$/, joins(words, right), joins(words, after))
      ) {
        hits.push({ at, end, alike: alikeLeft + alikeRight });
      }
    }
    const [best, next] = hits.sort((one, other) => other.alike - one.alike);
    const amidst = best && known && best.alike / known >= ENOUGH;
    const sure = next ? amidst && best.alike - next.alike >= AHEAD : amidst || words.length >= LONG;
    return best && sure ? [best.at, best.end - 1] : null;
  };

  // The stretches of text nodes to wrap, each with its documents, that of the fewest words first.
  const plan = () => {
    const page = read();
    const spans = [];
    for (const found of documents) {
      const place = !unfit.has(found) && locate(found, page);
      if (place) spans.push({ found, start: page.from[place[0]], end: page.to[place[1]] });
    }
    spans.sort((one, other) => one.end - one.start - other.end + other.start);
    const edges = [...new Set(spans.flatMap(({ start, end }) => [start, end]))];
    const stretches = [];
    edges.sort((one, other) => one - other);
    edges.forEach((start, i) => {
      const end = edges[i + 1];
      const about = spans.filter((span) => span.start <= start && end <= span.end);
      for (const { node, at } of about.length ? page.nodes : []) {
        const [from, to] = [Math.max(start - at, 0), Math.min(end - at, node.length)];
        if (from < to && isSeen(node, from, to)) {
          stretches.push({ node, from, to, about: about.map(({ found }) => found) });
        }
      }
    });
    return stretches;
  };

  // White space between blocks is not.
  const isSeen = (node, from, to) => {
    const range = new Range();
    range.setStart(node, from);
    range.setEnd(node, to);
    return node.data.slice(from, to).trim() || range.getClientRects().length;
  };

  // ---- Wrapping, and taking it back ----

  class Piece extends HTMLElement {
    constructor() {
      super();
      const root = this.attachShadow({ mode: "open" });
      root.adoptedStyleSheets = [sheet];
      root.append(build("slot"));
    }
  }
  customElements.define(TAG, Piece);

  // What happens on a click here is the page's affair, and no button stands in a button.
  const INTERACTIVE = "a[href],button,label,summary,[role=button],[role=link],[role=tab]";

  let documents = [];
  // Documents whose words would move if they were wrapped.
  let unfit = new Set();
  // One for each text node that has been split: what it still holds, and what follows it, all
  // ours. The node itself stays where it is, for the page's script to change or remove.
  let chains = [];
  let badges = [];
  // By document: where its popover opens, and where the focus returns to.
  let buttons = new Map();
  // By piece: the documents that speak of it.
  const told = new WeakMap();

  const pieces = () => chains.flatMap(({ added }) => added.filter((each) => told.has(each)));

  const split = (node, stretches) => {
    const added = [];
    for (const { from, to, about } of stretches.toReversed()) {
      if (to < node.length) added.unshift(node.splitText(to));
      const text = node.splitText(from);
      const piece = build(TAG, { rating: kindOf(about[0]) });
      text.replaceWith(piece);
      piece.append(text);
      told.set(piece, about);
      added.unshift(piece);
    }
    chains.push({ node, head: node.data, added, texts: added.map((each) => each.textContent) });
  };

  const isWhole = ({ node, head, added, texts }) => {
    let at = node;
    return (
      node.data === head &&
      added.every((each, i) => (at = at.nextSibling) === each && each.textContent === texts[i])
    );
  };

  const unwrap = (chain) => {
    const { node, head, added, texts } = chain;
    // An empty node may just have been tidied away.
    const kept = node.data === head && (!head || node.parentNode === added[0].parentNode);
    if (kept && !isWhole(chain)) {
      // The page has put something between them: the words stay where they are.
      for (const each of added) if (told.has(each)) each.replaceWith(...each.childNodes);
      return;
    }
    // Else the page has changed the node's text, or removed it: ours belonged to the old one.
    if (kept) node.appendData(texts.join(""));
    added.forEach((each) => each.remove());
  };

  const takeDown = () => {
    shut();
    chains.forEach(unwrap);
    badges.forEach((each) => each.remove());
    [chains, badges, buttons] = [[], [], new Map()];
  };

  const boxOf = ({ node, added }) => {
    const range = new Range();
    range.setStart(node, 0);
    range.setEndAfter(added?.at(-1) ?? node);
    const { left, top, width, height } = range.getBoundingClientRect();
    return [left, top, width, height];
  };

  // Wrap what is planned. Answers with the documents whose words have moved by it.
  const putUp = (stretches) => {
    const byNode = [...Map.groupBy(stretches, ({ node }) => node)];
    const before = byNode.map(([node]) => boxOf({ node }));
    for (const [node, list] of byNode) split(node, list);
    addButtons();
    const now = chains.map(boxOf);
    const differ = (one, other) => one.some((at, i) => Math.abs(at - other[i]) > 0.6);
    const moved = byNode.filter((_, i) => differ(before[i], now[i]));
    return moved.flatMap(([, list]) => list.flatMap(({ about }) => about));
  };

  // Give each document one button: its first words outside links, or a badge behind the link.
  const addButtons = () => {
    for (const [about, list] of Map.groupBy(pieces(), (piece) => told.get(piece)[0])) {
      const free = list.filter((piece) => !piece.closest(INTERACTIVE));
      for (const piece of list) piece.toggleAttribute("within", !free.includes(piece));
      const name = `${say.check}: ${about.verdict.rating.name}`;
      const does = {
        role: "button",
        tabindex: 0,
        "aria-haspopup": "dialog",
        "aria-expanded": false,
      };
      let [host] = free;
      let button;
      if (host) {
        button = build("span", { class: "words", "aria-description": name, ...does });
        button.append(host.shadowRoot.firstChild);
      } else {
        let link = list.at(-1);
        for (let outer = link; (outer = outer.parentElement?.closest(INTERACTIVE)); ) link = outer;
        const kind = kindOf(about);
        host = build(TAG, { rating: kind, badge: "" });
        button = build("span", { class: "badge", "aria-label": name, ...does }, glyph(kind));
        told.set(host, told.get(list[0]));
        badges.push(host);
        free.push(host);
        link.after(host);
      }
      host.shadowRoot.replaceChildren(button);
      buttons.set(about, button);
      button.addEventListener("keydown", (event) => {
        if (event.key !== "Enter" && event.key !== " ") return;
        event.preventDefault();
        show(host);
      });
      for (const piece of free) {
        let closes = false;
        piece.addEventListener("pointerdown", () => {
          closes = opened?.button === button;
        });
        piece.addEventListener("click", () => {
          // This press has closed the popover already; and selecting words is no press.
          if (!closes && getSelection().isCollapsed) show(piece);
          closes = false;
        });
      }
    }
  };

  // ---- The popover ----

  let opened = null;

  const stands = ({ attributions }, stance) => {
    const who = attributions.filter((each) => each.stance === stance);
    const at = who.find((each) => each.at)?.at;
    const passedOn = (via) => (via ? ` (${say.via} ${via.name})` : "");
    const names = who.map(({ source, via }) => source.name + passedOn(via));
    return (
      names[0] &&
      build(
        "p",
        { class: "small" },
        `${say[stance]} `,
        build("b", {}, names.join(", ")),
        at && `, ${day(at)}`,
      )
    );
  };

  const finding = (about) => {
    const { claim, verdict, path, published_at } = about;
    const notice = about.notices.findLast(({ kind }) => kind === "corrected" || kind === "updated");
    const theirs = { lang: about.language, dir: "auto" };
    return build(
      "section",
      { class: kindOf(about) },
      build("h3", {}, glyph(kindOf(about)), build("span", theirs, verdict.rating.name)),
      build("p", { class: "claim", ...theirs }, claim.statement),
      verdict.summary && build("p", theirs, verdict.summary),
      ...KEYS.slice(1, 4).map((stance) => stands(about, stance)),
      build("p", { class: "small" }, `${say.checked} ${day(published_at)}`),
      notice &&
        build(
          "p",
          { class: "small" },
          build("b", {}, `${say[notice.kind]} ${day(notice.at)}: `),
          build("span", theirs, notice.text),
        ),
      build("p", {}, build("a", { href: atDesk(path) }, say.read)),
    );
  };

  const show = (piece) => {
    const [first] = told.get(piece);
    const button = buttons.get(first);
    const close = build("button", { type: "button", "aria-label": say.close }, "×");
    const manners = { role: "dialog", "aria-labelledby": "title", tabindex: -1 };
    const note = build(
      "div",
      { class: "note", popover: "auto", lang, dir: "ltr", ...manners },
      build("div", { class: "top" }, build("h2", { id: "title" }, say.check), close),
      ...told.get(piece).map(finding),
    );
    const place = () => {
      const [box] = (piece.hasAttribute("badge") ? button : piece).getClientRects();
      if (!box) return;
      const [above, below] = [box.top - 14, innerHeight - box.bottom - 14];
      const { style } = note;
      style.maxHeight = "none";
      const under = below >= note.offsetHeight || below >= above;
      style.maxHeight = `${Math.max(120, Math.min(innerHeight - 16, under ? below : above))}px`;
      const right = document.documentElement.clientWidth - note.offsetWidth - 8;
      style.left = `${Math.max(8, Math.min(box.left, right))}px`;
      style.top = `${under ? box.bottom + 6 : box.top - note.offsetHeight - 6}px`;
    };
    const mark = (open) => {
      button.setAttribute("aria-expanded", open);
      for (const each of pieces()) {
        if (told.get(each)[0] === first) each.toggleAttribute("open", open);
      }
    };
    const end = () => {
      if (opened?.note !== note) return;
      opened = null;
      removeEventListener("scroll", place, true);
      removeEventListener("resize", place);
      mark(false);
      if (note.matches(":focus-within")) button.focus({ preventScroll: true });
      later();
    };
    close.addEventListener("click", shut);
    note.addEventListener("beforetoggle", ({ newState }) => newState === "closed" && end());
    note.addEventListener("toggle", ({ newState }) => newState === "closed" && note.remove());
    note.addEventListener("focusout", ({ relatedTarget }) => {
      if (relatedTarget && !note.contains(relatedTarget)) shut();
    });
    // The page hears of what happens to its own text only.
    for (const type of ["click", "pointerdown", "mousedown", "keydown", "keyup"]) {
      note.addEventListener(type, (event) => event.stopPropagation());
    }
    shut();
    button.after(note);
    note.showPopover();
    opened = { note, button, end };
    mark(true);
    place();
    note.focus({ preventScroll: true });
    addEventListener("scroll", place, true);
    addEventListener("resize", place);
  };

  const shut = () => {
    const { note, end } = opened ?? {};
    if (note?.matches(":popover-open")) note.hidePopover();
    // The page may have thrown it out, which no event tells.
    end?.();
  };

  // ---- Setting it going ----

  const stays = (stretches) =>
    stretches.length === pieces().length &&
    stretches.every(({ node, from, to, about }) => {
      const known = told.get(node.parentNode);
      const same = known?.length === about.length && about.every((each, i) => each === known[i]);
      return same && to - from === node.length;
    });

  const refresh = () => {
    if (asked !== pageAddress()) return look();
    if (opened || stays(plan())) return;
    const focused = told.get(document.activeElement)?.[0];
    takeDown();
    for (let moved; (moved = putUp(plan())).length; takeDown()) {
      moved.forEach((each) => unfit.add(each));
    }
    buttons.get(focused)?.focus({ preventScroll: true });
    watcher.takeRecords();
  };

  let timer;
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(refresh, QUIET);
  };

  const watcher = new MutationObserver(() => {
    // Before anybody sees it: words that the page has changed are not those that were checked.
    if (!chains.every(isWhole)) takeDown();
    watcher.takeRecords();
    later();
  });

  let asked;
  const look = async () => {
    const address = (asked = pageAddress());
    const question = atDesk(`/api/v1/lookup/?url=${encodeURIComponent(address)}`);
    let found = [];
    try {
      const answer = await fetch(question, {
        credentials: "omit",
        referrerPolicy: "no-referrer",
        signal: AbortSignal.timeout(PATIENCE),
      });
      if (answer.ok) found = (await answer.json()).results ?? [];
    } catch {
      // No answer, no highlights.
    }
    // Until a page's style sheets come, its words stand elsewhere.
    const styled = () => every("link[rel=stylesheet]").every(({ sheet }) => sheet);
    while (document.readyState !== "complete" && !styled()) {
      await new Promise(requestAnimationFrame);
    }
    if (asked !== address) return;
    takeDown();
    [documents, unfit] = [found, new Set()];
    watcher.observe(document.body, { childList: true, characterData: true, subtree: true });
    refresh();
  };

  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", look);
  else look();
})();
