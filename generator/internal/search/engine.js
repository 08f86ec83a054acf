// The reader of the index: what is written here in Go, it finds. manifest.js carries this text and calls it with the table of contents
// (index) and a function that loads a piece by its name and hash (load), so that the two never differ in version. It knows nothing of the page.
((index, load) => {
"use strict";
for (const kind of "wv") index[kind] = index[kind] ? index[kind].split(" ") : [];
// What a word found is worth where the word of the query has 1: an inflected form, a longer word, a corrected one.
const formGain = 0.7, openGain = 0.5, slipGain = 0.6;

// Words, cut and folded exactly as in words.go.
const word = /\p{L}(?:\.\p{L})+(?![\p{L}\p{N}])|[\p{L}\p{N}\p{M}]+(?:['’][\p{L}\p{N}\p{M}]+)*/gu;
const plain = {ø: "o", ł: "l", đ: "d", ħ: "h", ı: "i", ŧ: "t", ð: "d", ß: "ss", æ: "ae", œ: "oe", þ: "th", ς: "σ"};
const fold = w => w.replace(/['’]s$/i, "").normalize("NFKD").toLowerCase()
  .replace(/[^\p{L}\p{N}]/gu, "").replace(/[øłđħıŧðßæœþς]/g, c => plain[c]);
const wordsOf = text => (text.match(word) || []).map(fold).filter(Boolean);

const piece = (kind, n) => load(kind + n, "-" + index[kind + "h"].slice(7 * n, 7 * n + 7));
const row = async (kind, id, per) => (await piece(kind, id / per | 0))[id % per];
// at tells which file of a kind, sorted, has w.
const at = (kind, w) => Math.max(0, index[kind].findLastIndex(first => first <= w));

// postings visits each id with its weight, and returns their number. A character is five bits, and whether more follow.
const bits = Object.fromEntries([..."0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_"].map((c, i) => [c, i]));
function postings(code, visit) {
  let id = 0, n = 0;
  for (let i = 0; i < code.length; n++) {
    let shift = 0, v;
    do { v = bits[code[i++]]; id += (v & 31) << shift; shift += 5; } while (v > 31);
    visit(id, bits[code[i++]]);
  }
  return n;
}

// forms are the ways to inflect an English word; some are no words, which does no harm.
function forms(w) {
  if (w.length < 3 || w === "news" || /\d/.test(w)) return [];
  const y = w.match(/^(.{2,}[^aeiou])(?:y|ies|ied|ying)$/);
  if (y) return ["y", "ies", "ied", "ying"].map(e => y[1] + e);
  const stem = w.replace(/^(.{2,}([bdgmnprt]))\2(?:ed|ing)$|^(.{3,}?)(?:e[sd]?|ing|(?<!s)s)$/, "$1$3"), last = stem.at(-1);
  return ["", "s", "e", "es", "ed", "ing", last + "ed", last + "ing"].map(e => stem + e);
}

// slips counts what is wrong in a (a letter more, less, other, or two swapped) to be b; where open, also to be the beginning of b.
function slips(a, b, open) {
  let before, row = [...a, 0].map((_, i) => i), least = a.length;
  for (let j = 1; j <= b.length; j++) {
    const next = [j];
    for (let i = 1; i <= a.length; i++) {
      next[i] = Math.min(row[i] + 1, next[i - 1] + 1, row[i - 1] + (a[i - 1] !== b[j - 1]));
      if (before && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) next[i] = Math.min(next[i], before[i - 2] + 1);
    }
    [before, row] = [row, next];
    least = Math.min(least, row[a.length]);
  }
  return open ? Math.min(row[a.length], least + 0.5) : row[a.length];
}

// corrected returns the one or two words that a mistyped one most likely stands for. Its first or second letter must be right.
async function corrected(w, open) {
  const most = w.length < 4 ? 0 : w.length < 8 ? 1 : 2;
  let best = [];
  for (const n of most && index.v.length ? new Set([at("v", w[0]), at("v", w[1])]) : []) {
    for (const entry of (await piece("v", n)).split(" ")) {
      const [, term, common, topic] = entry.match(/(.*)([A-Z])(\+?)/);
      if (term === w || term.length < w.length - most || !open && term.length > w.length + most) continue;
      const cost = slips(w, term, open);
      if (cost < most + 1) best.push({term, cost, rank: common.charCodeAt(0) + 4 * topic.length});
    }
  }
  best.sort((a, b) => a.cost - b.cost || b.rank - a.rank);
  return best.slice(0, 2).filter(b => b.cost === best[0].cost).map(b => b.term);
}

// lookUp finds the words of the index that w may stand for; where open, w is still being typed.
async function lookUp(w, open) {
  const inflected = forms(w), hits = [], files = new Set([w, ...inflected].map(f => at("w", f)));
  if (open) for (let n = at("w", w); n <= at("w", w + "\uffff"); n++) files.add(n);
  const gather = async (files, gain) => {
    for (const text of await Promise.all([...files].map(n => piece("w", n)))) {
      for (const record of text.split(" ")) {
        const [term, docs, topics] = record.split(","), g = gain(term);
        if (g) hits.push({term, docs, topics, gain: g});
      }
    }
  };
  const begins = t => open && t.startsWith(w) ? openGain : 0;
  await gather([...files].slice(0, 3), t => t === w ? 1 : w.length > 2 && begins(t) || (inflected.includes(t) ? formGain : 0));
  if (!hits.length) await gather([at("w", w)], begins);
  const fixed = hits.some(h => h.docs) ? [] : await corrected(w, open);
  await gather(new Set(fixed.map(t => at("w", t))), t => fixed.includes(t) ? slipGain : 0);
  return {word: w, hits, fixed};
}

// rankDocs returns the ids from first to below end that have the most words of the query, best first, and whether they have all.
function rankDocs(query, first, end) {
  const docs = new Map();
  let needed = 0, most = 0;
  for (const {hits} of query) {
    const best = new Map();
    let near = 0, all = 0, optional = false;
    for (const {docs, gain} of hits) {
      const common = docs[0] === "!"; // too many have it: only some are listed, and the word is not asked for
      const listed = postings(docs.slice(common), (id, v) => {
        if (id >= first && id < end) best.set(id, Math.max(best.get(id) || 0, v * gain));
      });
      const n = common ? index.common : listed;
      all += n;
      if (gain > openGain) { near += n; optional ||= common; }
    }
    const df = Math.min(near || all, index.docs), idf = Math.log(1 + (index.docs - df + 0.5) / (df + 0.5));
    if (!optional) needed++;
    for (const [id, v] of best) {
      const d = docs.get(id) || {id, words: 0, score: 0.05 * id / index.docs}; // of equals, the newer
      if (!optional) most = Math.max(most, ++d.words);
      d.score += v * idf;
      docs.set(id, d);
    }
  }
  const ids = [...docs.values()].filter(d => d.words === most).sort((a, b) => b.score - a.score || b.id - a.id).map(d => d.id);
  return {ids, all: most === needed};
}

// rankTopics returns the topics that have every word of the query in their names, or have a name whose every word is in the query.
async function rankTopics(query, kind, limit) {
  const topics = new Map(), said = query.map(q => q.word);
  query.forEach(({hits}, i) => hits.forEach(({topics: code = "", gain}) => postings(code, (id, v) => {
    if (kind && index.kinds[v >> 2] !== kind) return;
    const t = topics.get(id) || {id, words: new Set(), shortest: 9};
    topics.set(id, t);
    t.words.add(i);
    if (gain > openGain) t.shortest = Math.min(t.shortest, v % 4 + 1);
  })));
  const rank = t => (t.words.size === said.length) * 2 + (t.words.size >= t.shortest);
  const likely = [...topics.values()].filter(rank).sort((a, b) => rank(b) - rank(a) || a.id - b.id);
  const shown = await Promise.all(likely.slice(0, limit + 3).map(async t => {
    const [path, name, kind, count, ...others] = await row("t", t.id, index.perTopic), names = [name, ...others].map(wordsOf);
    return {path, name, kind: index.kinds[kind], count, others, exact: names.some(n => n.join() === said.join()),
      keep: rank(t) > 1 || names.some(n => n.every(w => said.includes(w)))};
  }));
  const kept = shown.filter(t => t.keep).sort((a, b) => b.exact - a.exact);
  return {shown: kept.slice(0, limit), more: kept.length > limit};
}


// pieces cuts text at its words; those among terms come with true.
function pieces(text, terms) {
  const cut = [];
  let end = 0;
  for (const m of text.matchAll(word)) {
    if (!terms.has(fold(m[0]))) continue;
    cut.push([text.slice(end, m.index), false], [m[0], true]);
    end = m.index + m[0].length;
  }
  return [...cut, [text.slice(end), false]];
}

// search answers text. Where open, its last word is still being typed. kind is a kind of topic, "briefing" or ""; year is a number or 0.
async function search(text, open, {kind, year, limit, topicLimit}) {
  const said = wordsOf(text).slice(0, 12), none = {ids: [], all: true};
  if (!said.length || !index.w.length) return {topics: [], docs: [], total: 0, all: true, fixed: [], terms: new Set()};
  open &&= /[\p{L}\p{N}]$/u.test(text);
  const query = await Promise.all(said.map((w, i) => lookUp(w, open && i === said.length - 1)));
  const n = index.years.findIndex(y => y[0] === year), first = n < 0 ? 0 : index.years[n][1], end = n < 0 ? index.docs : index.years[n + 1]?.[1] ?? index.docs;
  const only = index.kinds.includes(kind) && kind;
  const {ids, all} = only ? none : rankDocs(query, first, end);
  const topics = kind === "briefing" ? {shown: []} : await rankTopics(query, only, only ? limit : topicLimit);
  const docs = await Promise.all(ids.slice(0, limit).map(id => row("d", id, index.perDoc)));
  return {topics: topics.shown, docs, total: ids.length, all, more: only ? topics.more : ids.length > limit,
    fixed: query.filter(q => q.fixed.length), terms: new Set(query.flatMap(q => q.hits.map(h => h.term)))};
}

return {search, pieces, wordsOf, years: index.years.map(y => y[0])};
})
