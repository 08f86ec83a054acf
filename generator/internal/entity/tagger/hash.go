package tagger

// The hash of a string is FNV-1a of 64 bits; features are made of such hashes and mixed by the finaliser of MurmurHash3.
const (
	fnvOffset uint64 = 14695981039346656037
	fnvPrime  uint64 = 1099511628211
)

func hashString(s string) uint64 {
	h := fnvOffset
	for i := 0; i < len(s); i++ {
		h = (h ^ uint64(s[i])) * fnvPrime
	}
	return h
}

// hashWord is the hash of a word in lower case with every digit read as 0, so that all years look alike.
func hashWord(lower string) uint64 {
	h := fnvOffset
	for i := 0; i < len(lower); i++ {
		c := lower[i]
		if '1' <= c && c <= '9' {
			c = '0'
		}
		h = (h ^ uint64(c)) * fnvPrime
	}
	return h
}

// join returns the hash of the pair of a and b.
func join(a, b uint64) uint64 { return (a*31+0x9E3779B97F4A7C15)*fnvPrime ^ b }

// feature returns the number of the feature that template makes of value.
func feature(template int, value uint64) uint32 {
	h := value + uint64(template)*0x9E3779B97F4A7C15
	h ^= h >> 33
	h *= 0xff51afd7ed558ccd
	h ^= h >> 33
	h *= 0xc4ceb9fe1a85ec53
	return uint32(h >> 32)
}
