package tagger

// Tag finds the names in every sentence of d: the best sequence of tags of each run, mended by what the document says elsewhere.
func (m *Model) Tag(d *Document) [][]Name {
	names := make([][]Name, len(d.Sentences))
	v := viterbi{sums: make([]sum, 0, len(d.order))}
	var tags []Tag
	for i := range d.Sentences {
		s := &d.Sentences[i]
		tags = append(tags[:0], make([]Tag, len(s.words))...)
		for _, r := range s.Runs {
			m.score(s, r, &v)
			v.best(&m.steps, tags[r.First:r.Last])
		}
		names[i] = appendNames(nil, tags)
	}
	d.agree(names)
	return names
}

// viterbi is the working memory of a search for the best tags.
type viterbi struct {
	scores   [][NumTags]int32
	sums     []sum // of words, see word.sums
	back     [][NumTags]Tag
	features []uint32
}

// score fills v.scores with the scores of all tags of the tokens of r.
func (m *Model) score(s *Sentence, r Run, v *viterbi) {
	v.scores = v.scores[:0]
	for i := r.First; i < r.Last; i++ {
		var total sum
		for at := -reach; at <= reach; at++ {
			total.add(m.sumOf(s.at(i+at), at, v))
		}
		v.features = s.appendPlace(v.features[:0], i)
		m.addAll(&total, v.features)
		v.scores = append(v.scores, total.unpack())
	}
}

// sumOf returns what w adds to the scores of the token that stands -at words after it, computed once a document.
func (m *Model) sumOf(w *word, at int, v *viterbi) *sum {
	if w == edge {
		return &m.edge[at+reach]
	}
	n := &w.sums[at+reach]
	if *n == 0 {
		v.sums = append(v.sums, sum{})
		*n = int32(len(v.sums))
		v.features = w.appendFeatures(v.features[:0], at)
		m.addAll(&v.sums[*n-1], v.features)
	}
	return &v.sums[*n-1]
}

// best writes the best tags for v.scores (Viterbi).
func (v *viterbi) best(steps *Steps, tags []Tag) {
	n := len(v.scores)
	if cap(v.back) < n {
		v.back = make([][NumTags]Tag, n)
	}
	v.back = v.back[:n]
	const never = -1 << 28
	var now, next [NumTags]int32
	for t := range now {
		now[t] = never
		if !Tag(t).Continues() {
			now[t] = v.scores[0][t] + steps.Start[t]
		}
	}
	for i := 1; i < n; i++ {
		for t := range next {
			most, from := int32(2*never), Outside
			for _, p := range before[t] {
				if x := now[p] + steps.Next[p][t]; x > most {
					most, from = x, p
				}
			}
			next[t] = most + v.scores[i][t]
			v.back[i][t] = from
		}
		now = next
	}
	most, tag := int32(2*never), Outside
	for t, x := range now {
		if x > most && Ends(Tag(t)) {
			most, tag = x, Tag(t)
		}
	}
	for i := n - 1; i >= 0; i-- {
		tags[i] = tag
		tag = v.back[i][tag]
	}
}
