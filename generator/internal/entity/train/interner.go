package main

// rare is the fewest times a feature must occur to get a weight.
const rare = 2

// interner numbers features in the order in which they come and counts them.
type interner struct {
	ids      map[uint64]uint32
	features []uint64 // above 32 bits those that are left behind after the training
	counts   []uint8
}

func newInterner() *interner { return &interner{ids: map[uint64]uint32{}} }

// numbers returns the numbers of the features fs and of own, which are peculiar to the source of that number.
func (in *interner) numbers(fs, own []uint32, source int) []uint32 {
	out := make([]uint32, 0, len(fs)+len(own))
	for i := range len(fs) + len(own) {
		var f uint64
		if i < len(fs) {
			f = uint64(fs[i])
		} else {
			f = uint64(source)<<32 | uint64(own[i-len(fs)])
		}
		id, ok := in.ids[f]
		if !ok {
			id = uint32(len(in.features))
			in.ids[f] = id
			in.features = append(in.features, f)
			in.counts = append(in.counts, 0)
		}
		if in.counts[id] < rare {
			in.counts[id]++
		}
		out = append(out, id)
	}
	return out
}

// compact takes rare features out of ex, renumbers the others and returns their names.
func (in *interner) compact(ex []example) []uint64 {
	number := make([]uint32, len(in.features))
	var kept []uint64
	for i, f := range in.features {
		if in.counts[i] >= rare {
			kept = append(kept, f)
			number[i] = uint32(len(kept))
		}
	}
	for _, e := range ex {
		for i, fs := range e.features {
			out := fs[:0]
			for _, f := range fs {
				if n := number[f]; n > 0 {
					out = append(out, n-1)
				}
			}
			e.features[i] = out
		}
	}
	return kept
}
