// Search of the site in the reader's browser: no service, no dependency, also from file://.
//
// It reads the index that generator/internal/search writes into search/ beside this script (that package tells the format), loading the
// few pieces a query needs as scripts, and takes over the element [data-search]. On other pages "/" goes to the link [rel=search].
(() => {
"use strict";
const root = new URL(".", document.currentScript.src), index = new URL("search/", root);
const kindLabels = {person: "People", place: "Places", organization: "Organizations", event: "Events", subject: "Subjects", other: "Other topics"};
const kindNames = {person: "Person", place: "Place", organization: "Organization", event: "Event", subject: "Subject", other: "Topic"};
const page = 10, topicsShown = 5;

// Words, cut and folded exactly as generator/internal/search/words.go does.
const word = /\p{L}(?:\.\p{L})+(?![\p{L}\p{N}])|[\p{L}\p{N}\p{M}]+(?:['’][\p{L}\p{N}\p{M}]+)*/gu;
const plain = {ø: "o", ł: "l", đ: "d", ħ: "h", ı: "i", ŧ: "t", ð: "d", ß: "ss", æ: "ae", œ: "oe", þ: "th", ς: "σ"};
const fold = w => w.replace(/['’]s$/i, "").normalize("NFKD").toLowerCase()
  .replace(/[^\p{L}\p{N}]/gu, "").replace(/[øłđħıŧðßæœþς]/g, c => plain[c]);
const wordsOf = text => (text.match(word) || []).map(fold).filter(Boolean);

// Pieces of the index, each loaded once.
const loads = new Map(), arrivals = new Map();
window.copydeskSearch = (key, data) => arrivals.get(key)?.(data);
function load(key, hash) {
  if (!loads.has(key)) loads.set(key, new Promise((resolve, reject) => {
    const script = document.createElement("script");
    arrivals.set(key, resolve);
    script.src = new URL(key + (hash && "-" + hash) + ".js", index);
    script.onload = () => script.remove();
    script.onerror = () => { script.remove(); loads.delete(key); reject(new Error("cannot load " + script.src)); };
    document.head.append(script);
  }));
  return loads.get(key);
}
let man;
async function manifest() {
  if (man) return man;
  const m = await load("manifest", "");
  for (const k of "wv") m[k] = m[k] ? m[k].split(" ") : [];
  return man = m;
}
const piece = (kind, hashes, n) => load(kind + n, hashes.slice(7 * n, 7 * n + 7));
const terms = async n => (await piece("w", man.wh, n)).split(" ").map(r => r.split(","));
// at tells in which file of a sorted list w is.
function at(firsts, w) {
  let low = 0, high = firsts.length;
  while (low < high) { const mid = low + high >> 1; if (firsts[mid] <= w) low = mid + 1; else high = mid; }
  return Math.max(0, low - 1);
}

// Postings: numbers of five bits a digit, each distance followed by a weight.
const value = new Uint8Array(128);
[..."0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_"].forEach((c, i) => value[c.charCodeAt(0)] = i);
function postings(code, visit) {
  let id = 0, n = 0;
  for (let i = 0; i < code.length; n++) {
    let step = 0, shift = 0, v;
    do { v = value[code.charCodeAt(i++)]; step |= (v & 31) << shift; shift += 5; } while (v > 31);
    visit(id += step, value[code.charCodeAt(i++)]);
  }
  return n;
}

// forms are the ways an English word is inflected; some are no words, which does no harm.
function forms(w) {
  if (w.length < 3 || w === "news" || /\d/.test(w)) return [];
  const y = w.match(/^(.{2,}[^aeiou])(?:y|ies|ied|ying)$/);
  if (y) return ["y", "ies", "ied", "ying"].map(e => y[1] + e);
  const stem = w.replace(/^(.{3,}?)(?:e[sd]?|ing|(?<!s)s)$/, "$1").replace(/([bdgmnprt])\1$/, /(?:ed|ing)$/.test(w) ? "$1" : "$&");
  const twice = stem + stem.at(-1);
  return ["", "s", "e", "es", "ed", "ing"].map(e => stem + e).concat(twice + "ed", twice + "ing");
}

// distance counts the slips (a letter more, less, other, or two swapped) from a to b and to the nearest beginning of b.
function distance(a, b) {
  let prior, row = Array.from({length: a.length + 1}, (_, i) => i), least = a.length;
  for (let j = 1; j <= b.length; j++) {
    const next = [j];
    for (let i = 1; i <= a.length; i++) {
      next[i] = Math.min(row[i] + 1, next[i - 1] + 1, row[i - 1] + (a[i - 1] !== b[j - 1]));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) next[i] = Math.min(next[i], prior[i - 2] + 1);
    }
    prior = row; row = next; least = Math.min(least, row[a.length]);
  }
  return [row[a.length], least];
}

// spellings returns the one or two words that a mistyped one most likely stands for.
async function spellings(w, open) {
  const slips = w.length >= 8 ? 2 : w.length >= 4 ? 1 : 0, found = [];
  if (!slips || !man.v.length) return found;
  for (const n of new Set([at(man.v, w[0]), at(man.v, w[1])])) {
    for (const entry of (await piece("v", man.vh, n)).split(" ")) {
      const [, term, common, topic] = entry.match(/^(.*)([A-Z])(\+?)$/u);
      if (term.length < w.length - slips || !open && term.length > w.length + slips) continue;
      const [whole, begun] = distance(w, term), cost = open ? Math.min(whole, begun + 0.5) : whole;
      if (term !== w && cost < slips + 1) found.push({term, cost, rank: common.charCodeAt(0) + (topic ? 4 : 0)});
    }
  }
  found.sort((a, b) => a.cost - b.cost || b.rank - a.rank);
  return found.slice(0, 2).filter(f => f.cost === found[0].cost).map(f => f.term);
}

// lookUp finds the words of the index that a word of the query stands for, each with a gain: 1 for itself, less for others.
async function lookUp(w, open) {
  const wanted = new Map(forms(w).map(f => [f, 0.7])).set(w, 1);
  const files = new Set([w, ...wanted.keys()].map(f => at(man.w, f)));
  if (open) for (let n = at(man.w, w), last = at(man.w, w + "\uffff"); n <= last; n++) files.add(n);
  const begun = open && w.length > 2, hits = [];
  const gather = async (files, gain) => {
    for (const list of await Promise.all(files.map(terms))) {
      for (const [term, docs, topics] of list) { const g = gain(term); if (g) hits.push({term, docs, topics, gain: g}); }
    }
  };
  await gather([...files].slice(0, 3), t => wanted.get(t) || (begun && t.startsWith(w) ? 0.4 : 0));
  if (!hits.length && open) await gather([at(man.w, w)], t => t.startsWith(w) ? 0.4 : 0);
  let corrected = [];
  if (!hits.some(h => h.docs)) {
    corrected = await spellings(w, open);
    await gather([...new Set(corrected.map(t => at(man.w, t)))], t => corrected.includes(t) ? 0.6 : 0);
  }
  return {word: w, hits, corrected};
}

// rankDocs returns the ids of the briefings with most words of the query, best first.
function rankDocs(query, first, end) {
  const docs = new Map();
  let needed = 0;
  for (const {hits} of query) {
    const best = new Map();
    let exact = 0, all = 0, common = false;
    for (const h of hits) {
      const listed = h.docs[0] === "!";
      const n = postings(listed ? h.docs.slice(1) : h.docs, (id, v) => {
        if (id >= first && id < end) best.set(id, Math.max(best.get(id) || 0, v * h.gain));
      });
      common ||= listed && h.gain > 0.6;
      all += listed ? man.common : n;
      if (h.gain > 0.6) exact += listed ? man.common : n;
    }
    const df = Math.min(exact || all, man.docs), idf = Math.log(1 + (man.docs - df + 0.5) / (df + 0.5));
    if (!common) needed++;
    for (const [id, v] of best) {
      const d = docs.get(id) || {id, words: 0, score: 0};
      d.words += !common;
      d.score += v * idf;
      docs.set(id, d);
    }
  }
  const most = Math.max(0, ...[...docs.values()].map(d => d.words));
  const ids = [...docs.values()].filter(d => d.words === most);
  for (const d of ids) d.score *= 1 + 0.05 * d.id / man.docs; // of equals, the newer
  ids.sort((a, b) => b.score - a.score || b.id - a.id);
  return {ids: ids.map(d => d.id), all: most === needed};
}

// rankTopics returns the topics whose names have every word of the query, or that the query names among other words, best first.
async function rankTopics(query, kind, limit) {
  const topics = new Map();
  query.forEach(({hits}, i) => hits.forEach(h => h.topics && postings(h.topics, (id, v) => {
    if (kind && man.kinds[v >> 2] !== kind) return;
    const t = topics.get(id) || {id, words: new Set(), exact: 0, shortest: 9};
    t.words.add(i);
    t.shortest = Math.min(t.shortest, (v & 3) + 1);
    if (h.gain > 0.6) t.exact |= 1 << i;
    topics.set(id, t);
  })));
  const list = [...topics.values()].filter(t => t.words.size === query.length || t.words.size >= t.shortest);
  for (const t of list) t.rank = (t.words.size === query.length ? 2 : 0) + (t.words.size >= t.shortest && t.exact ? 1 : 0);
  list.sort((a, b) => b.rank - a.rank || a.id - b.id);
  const said = query.map(q => q.word), shown = await Promise.all(list.slice(0, limit + 3).map(async t => {
    const [path, name, kind, count, ...others] = (await piece("t", man.th, t.id / man.perTopic | 0))[t.id % man.perTopic];
    const names = [name, ...others].map(wordsOf);
    const named = names.some(n => n.join() === said.join()), inside = names.some(n => n.every(w => said.includes(w)));
    return {...t, path, name, others, count, kind: man.kinds[kind], named, keep: t.rank > 1 || inside};
  }));
  const kept = shown.filter(t => t.keep).sort((a, b) => b.named - a.named);
  return {shown: kept.slice(0, limit), more: list.length > limit + 3 || kept.length > limit};
}

const el = (tag, props, ...children) => {
  const e = document.createElement(tag);
  for (const [k, v] of Object.entries(props)) k.includes("-") || k === "role" || k === "for" ? e.setAttribute(k, v) : e[k] = v;
  e.append(...children);
  return e;
};
// marked is text with its matched words in <mark>.
function marked(cls, text, terms) {
  const e = el("span", {className: cls});
  let end = 0;
  for (const m of text.matchAll(word)) {
    if (!terms.has(fold(m[0]))) continue;
    e.append(text.slice(end, m.index), el("mark", {}, m[0]));
    end = m.index + m[0].length;
  }
  e.append(text.slice(end));
  return e;
}
const number = (n, one, many) => n.toLocaleString("en") + " " + (n === 1 ? one : many);
const href = path => new URL("." + path + (root.protocol === "file:" ? "index.html" : ""), root).href;
const day = iso => new Date(iso + "T00:00:00Z").toLocaleDateString("en", {timeZone: "UTC", year: "numeric", month: "long", day: "numeric"});

function start(box) {
  const fallback = [...box.childNodes], asked = new URLSearchParams(location.search);
  const input = el("input", {className: "search-box", id: "search-box", type: "search", name: "q", autocomplete: "off", spellcheck: false,
    role: "combobox", "aria-expanded": "false", "aria-controls": "search-results", "aria-autocomplete": "list", "aria-keyshortcuts": "/"});
  const kinds = el("select", {className: "search-kind", name: "kind"}, new Option("Everything", ""), new Option("Briefings", "briefing"),
    ...Object.entries(kindLabels).map(([k, label]) => new Option(label, k)));
  const years = el("select", {className: "search-year", name: "year"}, new Option("Any year", ""));
  const status = el("p", {className: "search-status", role: "status"});
  const results = el("div", {className: "search-results", id: "search-results", role: "listbox", "aria-label": "Results"});
  const more = el("button", {className: "search-more", type: "button", hidden: true}, "More results");
  const form = el("form", {className: "search-form", role: "search"}, el("label", {className: "search-label", for: "search-box"}, "Search the briefings"),
    input, el("span", {className: "search-filters"}, el("label", {}, "Show ", kinds), el("label", {}, "Year ", years)));
  box.replaceChildren(form, status, results, more);

  let turn = 0, shown = page, timer, active = -1, options = [];
  function choose(n) {
    options[active]?.setAttribute("aria-selected", "false");
    active = n;
    const o = options[n];
    o?.setAttribute("aria-selected", "true");
    o?.scrollIntoView({block: "nearest"});
    if (o) input.setAttribute("aria-activedescendant", o.id); else input.removeAttribute("aria-activedescendant");
  }
  function show(groups, message, hasMore) {
    results.replaceChildren(...groups.filter(g => g.hits.length).map(({label, hits}, i) => el("div", {className: "search-group", role: "group", "aria-labelledby": "search-group-" + i},
      el("div", {className: "search-heading", id: "search-group-" + i, role: "presentation"}, label), ...hits)));
    options = [...results.querySelectorAll("[role=option]")];
    options.forEach((o, i) => o.id = "search-hit-" + i);
    choose(-1);
    input.setAttribute("aria-expanded", String(options.length > 0));
    more.hidden = !hasMore;
    status.textContent = message;
  }
  const hit = (path, ...children) => el("a", {className: "search-hit", role: "option", tabIndex: -1, "aria-selected": "false", href: href(path)}, ...children);
  const topicHit = (t, terms) => {
    const other = t.others.find(o => wordsOf(o).some(w => terms.has(w)) && !wordsOf(t.name).some(w => terms.has(w)));
    return hit(t.path, marked("search-title", t.name, terms), el("span", {className: "search-meta"},
      [kindNames[t.kind], other && "also “" + other + "”", number(t.count, "briefing", "briefings")].filter(Boolean).join(" · ")));
  };
  const docHit = ([path, title, date, text], terms) => hit(path, marked("search-title", title, terms),
    el("span", {className: "search-meta"}, day(date)), marked("search-text", text, terms));

  async function answer(open) {
    const text = input.value.trim(), kind = kinds.value, mine = ++turn;
    remember(text);
    const said = wordsOf(text).slice(0, 12);
    if (!said.length) return show([], "", false);
    await manifest();
    fillYears();
    open &&= /[\p{L}\p{N}]$/u.test(input.value);
    const query = await Promise.all(said.map((w, i) => lookUp(w, open && i === said.length - 1)));
    const year = man.years.findIndex(y => y[0] === +years.value), [first, end] = year < 0 ? [0, man.docs] : [man.years[year][1], man.years[year + 1]?.[1] ?? man.docs];
    const topicKind = kind in kindLabels ? kind : "", seen = new Set(query.flatMap(q => q.hits.map(h => h.term)));
    const docs = topicKind ? {ids: [], all: true} : rankDocs(query, first, end);
    const topics = kind === "briefing" ? {shown: []} : await rankTopics(query, topicKind, topicKind ? shown : topicsShown);
    const infos = await Promise.all(docs.ids.slice(0, shown).map(async id => (await piece("d", man.dh, id / man.perDoc | 0))[id % man.perDoc]));
    if (mine !== turn) return;
    show([{label: "Topics", hits: topics.shown.map(t => topicHit(t, seen))}, {label: "Briefings", hits: infos.map(d => docHit(d, seen))}],
      summary(text, query, topics, docs, topicKind), topicKind ? topics.more : docs.ids.length > shown);
  }
  function summary(text, query, topics, docs, topicKind) {
    const counts = [], n = topics.shown.length;
    if (n) counts.push(number(n, "topic", "topics"));
    if (docs.ids.length) counts.push(number(docs.ids.length, "briefing", "briefings"));
    const fixed = query.filter(q => q.corrected.length).map(q => "“" + q.word + "” is not in the briefings; showing “" + q.corrected.join("” and “") + "”. ");
    if (!counts.length) return "Nothing found for “" + text + "”.";
    return fixed.join("") + counts.join(" and ") + " for “" + text + "”." + (docs.ids.length && !docs.all ? " No briefing has every word." : "");
  }
  function remember(text) {
    const url = new URL(location.href), fields = {q: text, kind: kinds.value, year: years.value};
    for (const k in fields) fields[k] ? url.searchParams.set(k, fields[k]) : url.searchParams.delete(k);
    try { history.replaceState(null, "", url); } catch { /* a page on a disk may not change its address */ }
  }
  function fillYears() {
    if (years.length > 1) return;
    years.append(...man.years.map(y => new Option(y[0], y[0])).reverse());
    years.value = asked.get("year") || "";
    if (years.selectedIndex < 0) years.value = "";
  }
  const run = open => {
    clearTimeout(timer);
    return answer(open).catch(() => {
      show([], "The search index could not be loaded.", false);
      results.replaceChildren(...fallback);
    });
  };
  const later = () => { clearTimeout(timer); shown = page; timer = setTimeout(run, 120, true); };

  input.addEventListener("input", later);
  input.addEventListener("focus", () => manifest().then(fillYears, () => {}), {once: true});
  for (const s of [kinds, years]) s.addEventListener("change", () => { shown = page; run(true); });
  more.addEventListener("click", () => { shown += page; run(true); });
  form.addEventListener("submit", e => { e.preventDefault(); shown = page; run(false); });
  input.addEventListener("keydown", e => {
    if (e.isComposing || e.ctrlKey || e.metaKey || e.altKey) return;
    if (e.key === "ArrowDown" && options.length) choose(active + 1 < options.length ? active + 1 : -1);
    else if (e.key === "ArrowUp" && options.length) choose(active < 0 ? options.length - 1 : active - 1);
    else if (e.key === "Enter" && active >= 0) options[active].click();
    else if (e.key === "Escape" && active >= 0) choose(-1);
    else if (e.key === "Escape" && input.value) { input.value = ""; later(); }
    else return;
    e.preventDefault();
  });
  input.value = asked.get("q") || "";
  kinds.value = asked.get("kind") || "";
  if (kinds.selectedIndex < 0) kinds.value = "";
  if (input.value) manifest().then(fillYears, () => {}).then(() => run(false));
}

const box = document.querySelector("[data-search]");
if (box) start(box);
document.addEventListener("keydown", e => {
  const t = e.target;
  if (e.key !== "/" || e.ctrlKey || e.metaKey || e.altKey || t.isContentEditable || t.matches?.("input, textarea, select")) return;
  const input = document.getElementById("search-box"), link = document.querySelector("a[rel~=search]");
  if (!input && !link) return;
  e.preventDefault();
  if (input) input.select(), input.focus(); else link.click();
});
})();
