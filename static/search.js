// The search of the page with #search-form, in the reader's browser: no service, and from file:// too. It loads the index that lies in
// search/ beside this script, as scripts, a few pieces a query; what reads them comes with the index (generator/internal/search/engine.js).
(() => {
"use strict";
const root = new URL(".", document.currentScript.src), lang = document.documentElement.lang || "en";
const form = document.getElementById("search-form"), input = document.getElementById("q");
if (!form) return;
// The page brings its words in its language: what is in braces is put in, and of each kind what one and what all are called.
const words = JSON.parse(form.dataset.words), kinds = JSON.parse(form.dataset.kinds);
const say = (key, values) => words["search" + key].replace(/\{(\w+)\}/g, (_, k) => values[k]);
const count = (n, one, many) => say(new Intl.PluralRules(lang).select(n) === "one" ? one : many, {n: n.toLocaleString(lang)});
const page = 10, topicsShown = 5;
// Pieces of the index, each loaded once.
const loads = new Map(), arrivals = new Map();
window.copydeskSearch = (key, data) => arrivals.get(key)?.(data);
function load(key, hash = "") {
  if (!loads.has(key)) loads.set(key, new Promise((resolve, reject) => {
    const script = document.createElement("script");
    arrivals.set(key, resolve);
    script.src = new URL("search/" + key + hash + ".js", root);
    script.onerror = () => { loads.delete(key); reject(new Error("cannot load " + script.src)); };
    document.head.append(script);
  }));
  return loads.get(key);
}
let engine;

function el(tag, attributes, ...children) {
  const e = document.createElement(tag);
  for (const name in attributes) e.setAttribute(name, attributes[name]);
  e.append(...children);
  return e;
}
// typeset is text with the quotation marks and dashes of print, as the pages have them (layouts/_partials/typeset.html).
const {quoteOpen: open, quoteClose: close, quoteOpenSingle: single} = words;
const typeset = text => text.replace(/'(?=\d\ds?\b)/g, "’").replace(/(^|[\s([—–])"/g, "$1" + open).replace(/"/g, close)
  .replace(RegExp("(^|[\\s([—–" + open + "])'", "g"), "$1" + single).replace(/'/g, "’").replace(/ -- /g, " — ").replace(/ - /g, " – ");
// marked is text with the words that are among terms in <mark>.
const marked = (name, text, terms) => el("span", {class: name}, ...engine.pieces(typeset(text), terms).map(([s, is]) => is ? el("mark", {}, s) : s));
const meta = (...parts) => el("span", {class: "search-meta"}, parts.filter(Boolean).join(" · "));
const hit = (path, ...children) => el("a", {class: "search-hit", role: "option", tabindex: -1, "aria-selected": false,
  href: new URL("." + path + (root.protocol === "file:" ? "index.html" : ""), root)}, ...children);
function topicHit(t, terms) {
  const has = name => engine.wordsOf(name).some(w => terms.has(w)), other = !has(t.name) && t.others.find(has);
  return hit(t.path, marked("search-title", t.name, terms), meta(kinds.find(k => k.kind === t.kind).one, other && say("Also", {name: other}), count(t.count, "BriefingOne", "Briefings")));
}
const docHit = ([path, title, date, text], terms) => hit(path, marked("search-title", title, terms),
  meta(new Date(date).toLocaleDateString(lang, {timeZone: "UTC", dateStyle: "long"})), marked("search-text", text, terms));

function start(status, results) {
  const address = new URLSearchParams(location.search);
  const kind = el("select", {name: "kind"}, new Option(words.searchAll, ""), new Option(words.briefings, "briefing"),
    ...kinds.map(k => new Option(k.all, k.kind)));
  const year = el("select", {name: "year"}, new Option(words.searchAnyYear, ""));
  const more = el("button", {class: "search-more", type: "button", hidden: ""}, words.searchMore);
  form.append(el("span", {class: "search-filters"}, el("label", {}, words.searchShow, " ", kind), " ", el("label", {}, words.searchYear, " ", year)));
  results.after(more);
  for (const [name, v] of Object.entries({role: "combobox", "aria-expanded": false, "aria-controls": results.id, "aria-autocomplete": "list",
    "aria-keyshortcuts": "/"})) input.setAttribute(name, v);
  results.hidden = true;
  results.setAttribute("role", "listbox");
  results.setAttribute("aria-label", words.searchResults);

  let turn = 0, limit = page, timer, active = -1, options = [];
  function choose(n) {
    options[active]?.setAttribute("aria-selected", false);
    active = n;
    options[n]?.setAttribute("aria-selected", true);
    options[n]?.scrollIntoView({block: "nearest"});
    if (n < 0) input.removeAttribute("aria-activedescendant"); else input.setAttribute("aria-activedescendant", options[n].id);
  }
  function show(message, groups = [], hasMore = false) {
    results.replaceChildren(...groups.filter(([, hits]) => hits.length).map(([label, hits]) =>
      el("div", {class: "search-group", role: "group", "aria-label": label}, el("div", {class: "search-heading", "aria-hidden": true}, label), ...hits)));
    options = [...results.querySelectorAll("a")];
    options.forEach((o, i) => o.id = "search-hit-" + i);
    choose(-1);
    results.hidden = !options.length;
    input.setAttribute("aria-expanded", !results.hidden);
    more.hidden = !hasMore;
    status.textContent = message;
  }
  async function prepare() {
    engine ||= (await load("manifest"))(load);
    if (year.length > 1) return;
    year.append(...engine.years.map(y => new Option(y)).reverse());
    if (engine.years.includes(+address.get("year"))) year.value = address.get("year");
  }
  async function answer(open) {
    const mine = ++turn, text = input.value;
    await prepare();
    remember({q: text.trim(), kind: kind.value, year: year.value});
    const a = await engine.search(text, open, {kind: kind.value, year: +year.value, limit, topicLimit: topicsShown});
    if (mine !== turn) return;
    show(summary(text.trim(), a), [[words.topics, a.topics.map(t => topicHit(t, a.terms))], [words.briefings, a.docs.map(d => docHit(d, a.terms))]], a.more);
  }
  function summary(text, a) {
    if (!text) return "";
    const found = [a.topics.length && count(a.topics.length, "TopicOne", "Topics"), a.total && count(a.total, "BriefingOne", "Briefings")].filter(Boolean);
    const fixed = a.fixed.map(q => say("Fixed", {word: q.word, words: q.fixed.join(", ")}));
    const all = say(found.length ? "Found" : "None", {found: found.join(" " + words.and + " "), text, year: year.value && say("InYear", {year: year.value})});
    return [...found.length ? fixed : [], all, a.total && !a.all ? words.searchPart : ""].join(" ").trim();
  }
  function remember(fields) {
    const url = new URL(location);
    for (const k in fields) fields[k] ? url.searchParams.set(k, fields[k]) : url.searchParams.delete(k);
    try { history.replaceState(null, "", url); } catch { /* a page on a disk keeps its address */ }
  }
  function run(open) {
    clearTimeout(timer);
    answer(open).catch(() => show(words.searchFailed));
  }
  function again(wait, open) {
    clearTimeout(timer);
    limit = page;
    timer = setTimeout(run, wait, open);
  }
  input.addEventListener("input", () => again(120, true));
  input.addEventListener("focus", () => prepare().catch(() => {}), {once: true});
  for (const s of [kind, year]) s.addEventListener("change", () => again(0, true));
  more.addEventListener("click", () => { limit += page; run(true); });
  form.addEventListener("submit", e => { e.preventDefault(); again(0, false); });
  input.addEventListener("keydown", e => {
    if (e.isComposing || e.ctrlKey || e.metaKey || e.altKey) return;
    if (e.key === "ArrowDown") choose(active + 1 < options.length ? active + 1 : -1);
    else if (e.key === "ArrowUp") choose(active < 0 ? options.length - 1 : active - 1);
    else if (e.key === "Enter" && active >= 0) options[active].click();
    else if (e.key === "Escape" && active >= 0) choose(-1);
    else if (e.key === "Escape") { input.value = ""; again(0, false); }
    else return;
    e.preventDefault();
  });
  input.value = address.get("q") || "";
  kind.value = address.get("kind") || "";
  if (kind.selectedIndex < 0) kind.value = "";
  if (input.value) run(false);
}

start(document.getElementById("search-status"), document.getElementById("search-results"));
document.addEventListener("keydown", e => {
  if (e.key !== "/" || e.ctrlKey || e.metaKey || e.altKey || e.target.closest("input, textarea, select, [contenteditable]")) return;
  input.focus();
  input.select();
  e.preventDefault();
});
})();
