package tagger

import "math/bits"

// The templates of features, so that no two kinds of fact share a number. Those that depend on one word alone are kept apart from those of
// several, since their weights are summed once a word.
const (
	tBias = iota
	tWord
	tRaw
	tShape
	tPrefix    = tShape + 8
	tSuffix    = tPrefix + 8
	tCommon    = tSuffix + 8
	tClass     = tCommon + 8
	tListed    = tClass + 8
	tEvidence  = tListed + 8
	tPair      = tEvidence + 8
	tNeighbour = tPair + 32
)

// reach is how many words to each side are looked at.
const reach = 2

// appendFeatures appends the features that w gives to the token that stands -at words after it: at is -2 for the second word before.
func (w *word) appendFeatures(dst []uint32, at int) []uint32 {
	pos := uint64(at + reach)
	dst = append(dst, feature(tWord, join(w.hash, pos)))
	if w == edge {
		return dst
	}
	for c := uint64(w.class); c != 0; c &= c - 1 {
		dst = append(dst, feature(tClass, join(uint64(bits.TrailingZeros64(c)), pos<<1|b2u(w.capital))))
	}
	if at < -1 || at > 1 {
		return dst
	}
	dst = append(dst, feature(tShape, join(w.shape, pos)))
	for e := uint64(w.evidence); e != 0; e &= e - 1 {
		bit := uint64(bits.TrailingZeros64(e))
		dst = append(dst, feature(tEvidence, join(bit, pos)))
		if at == 0 {
			dst = append(dst, feature(tEvidence+1, join(bit, w.shape)))
		}
	}
	if at != 0 {
		if n := len(w.lower); n > 3 {
			dst = append(dst, feature(tSuffix, join(hashWord(w.lower[n-3:]), pos)))
		}
		return dst
	}
	return w.appendOwn(dst)
}

// appendOwn appends the features that w gives to itself alone.
func (w *word) appendOwn(dst []uint32) []uint32 {
	dst = append(dst, feature(tBias, 0), feature(tRaw, w.raw))
	for n := 1; n <= 4 && n < len(w.lower); n++ {
		dst = append(dst, feature(tPrefix, join(hashWord(w.lower[:n]), uint64(n))))
		dst = append(dst, feature(tSuffix, join(hashWord(w.lower[len(w.lower)-n:]), uint64(16+n))))
	}
	if w.neighbours != nil && w.neighbours.times > 1 {
		for _, c := range w.neighbours.words[:w.neighbours.n] {
			dst = append(dst, feature(tNeighbour, c))
		}
	}
	seen := uint64(w.evidence & (inSmall | inside))
	return append(dst,
		feature(tCommon, join(w.frequency, w.shape)),
		feature(tEvidence+2, join(uint64(w.evidence), w.shape)),
		feature(tEvidence+3, join(seen<<3|w.frequency, w.shape)))
}

// appendPlace appends the features of token i of s that depend on more than one word.
func (s *Sentence) appendPlace(dst []uint32, i int) []uint32 {
	w, p, n := s.words[i], s.at(i-1), s.at(i+1)
	first := s.firstness(i)
	dst = append(dst,
		feature(tPair, join(p.hash, w.hash)),
		feature(tPair+1, join(w.hash, n.hash)),
		feature(tPair+2, join(p.shape, w.shape)),
		feature(tPair+3, join(w.shape, n.shape)),
		feature(tPair+4, join(p.shape, join(w.shape, n.shape))),
		feature(tPair+5, join(p.hash, w.shape)),
		feature(tPair+6, join(n.hash, w.shape)),
		feature(tPair+7, join(first, w.shape)),
		feature(tPair+8, join(w.frequency<<2|first, w.shape)),
		feature(tPair+9, join(w.frequency<<4|n.frequency<<2|p.frequency, w.shape)),
		feature(tPair+10, join(uint64(w.evidence&(inSmall|inside))<<2|first, join(w.frequency, w.shape))),
		feature(tPair+11, join(p.hash, n.hash)),
		feature(tPair+18, join(s.at(i-2).hash, p.hash)),
		feature(tPair+19, join(n.hash, s.at(i+2).hash)),
		feature(tPair+20, join(s.sport, w.shape)),
	)
	if w.capital {
		for l := uint64(w.listed & (country | city | region | team)); l != 0; l &= l - 1 {
			bit := uint64(bits.TrailingZeros64(l))
			dst = append(dst, feature(tPair+21, bit<<8|s.sport), feature(tPair+22, join(bit<<8|s.sport, p.hash)), feature(tPair+23, join(bit<<8|s.sport, n.hash)))
		}
	}
	dst = s.appendListed(dst, i, first)
	return s.appendRun(dst, i)
}

// firstness tells whether token i begins the sentence: 1 if it is the first token, 2 the first word, 0 neither.
func (s *Sentence) firstness(i int) uint64 {
	switch {
	case i == 0:
		return 1
	case i == 1 && !s.words[0].letters:
		return 2
	}
	return 0
}

// appendListed appends what the name lists say about token i and its neighbours.
func (s *Sentence) appendListed(dst []uint32, i int, first uint64) []uint32 {
	for at := -1; at <= 1; at++ {
		if i+at < 0 || i+at >= len(s.listed) {
			continue
		}
		for place, lists := range s.listed[i+at] {
			for l := uint64(lists); l != 0; l &= l - 1 {
				v := uint64(place)<<8 | uint64(bits.TrailingZeros64(l))
				dst = append(dst, feature(tListed, join(v, uint64(at+reach))))
				if at == 0 {
					dst = append(dst, feature(tListed+1, join(v, s.words[i].shape)), feature(tListed+2, join(v, s.words[i].frequency<<2|first)))
				}
			}
		}
	}
	return dst
}

// appendRun appends which kinds of words follow in the run of capitalised words that token i is in, and which stand before it in the run.
func (s *Sentence) appendRun(dst []uint32, i int) []uint32 {
	const telling = orgWord | placeWord | eventWord | company | media | title | role
	var after, prior class
	if s.words[i].capital {
		k := i
		for ; k < len(s.words) && k < i+8; k++ {
			w := s.words[k]
			if !w.capital && w.class&link == 0 {
				break
			}
			if w.capital {
				after |= w.class & telling
			}
		}
		for k := i - 1; k >= 0 && k > i-8; k-- {
			w := s.words[k]
			if !w.capital && w.class&link == 0 {
				break
			}
			if w.capital {
				prior |= w.class & telling
			}
		}
		dst = append(dst, feature(tPair+14, s.at(k).hash), feature(tPair+15, join(s.at(k).hash, uint64(min(k-i, 3)))))
	}
	for c := uint64(after); c != 0; c &= c - 1 {
		dst = append(dst, feature(tPair+12, uint64(bits.TrailingZeros64(c))))
	}
	for c := uint64(prior); c != 0; c &= c - 1 {
		dst = append(dst, feature(tPair+13, uint64(bits.TrailingZeros64(c))))
	}
	return dst
}

func b2u(b bool) uint64 {
	if b {
		return 1
	}
	return 0
}

// Features appends the features of token i of s.
func (s *Sentence) Features(dst []uint32, i int) []uint32 {
	for at := -reach; at <= reach; at++ {
		dst = s.at(i+at).appendFeatures(dst, at)
	}
	return s.appendPlace(dst, i)
}

// Gist appends the few features of token i of s that tell most: what a source of training texts may label in its own way.
func (s *Sentence) Gist(dst []uint32, i int) []uint32 {
	w := s.words[i]
	dst = append(dst, feature(tBias, 0), feature(tWord, w.hash), feature(tShape, w.shape), feature(tWord, s.at(i-1).hash))
	for c := uint64(w.class); c != 0; c &= c - 1 {
		dst = append(dst, feature(tClass, uint64(bits.TrailingZeros64(c))))
	}
	for l := uint64(s.listed[i][unit]); l != 0; l &= l - 1 {
		dst = append(dst, feature(tListed, uint64(bits.TrailingZeros64(l))))
	}
	return dst
}
