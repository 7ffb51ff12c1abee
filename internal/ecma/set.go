package ecma

import (
	"slices"
	"unicode"
)

// A set is a set of runes as pairs of first and last. In its canonical form
// the pairs are sorted, apart from each other and free of surrogates; a pair
// may span the surrogates, since they never occur in a subject.
type set []rune

// The sets that ECMA-262 gives names to.
func digitSet() set { return set{'0', '9'} }

func wordSet() set { return set{'0', '9', 'A', 'Z', '_', '_', 'a', 'z'} }

// spaceSet is WhiteSpace and LineTerminator of ECMA-262: \s.
func spaceSet() set {
	return set{
		'\t', '\r', ' ', ' ', 0xA0, 0xA0, 0x1680, 0x1680, 0x2000, 0x200A,
		0x2028, 0x2029, 0x202F, 0x202F, 0x205F, 0x205F, 0x3000, 0x3000, 0xFEFF, 0xFEFF,
	}
}

// lineSet is LineTerminator of ECMA-262: what a dot does not match.
func lineSet() set { return set{'\n', '\n', '\r', '\r', 0x2028, 0x2029} }

const (
	surrogateMin = 0xD800
	surrogateMax = 0xDFFF
)

// canonical returns the canonical form of s, which it may overwrite.
func (s set) canonical() set {
	pairs := make([][2]rune, 0, len(s)/2)
	for i := 0; i < len(s); i += 2 {
		lo, hi := skipSurrogates(s[i], s[i+1])
		if lo <= hi {
			pairs = append(pairs, [2]rune{lo, hi})
		}
	}
	slices.SortFunc(pairs, func(a, b [2]rune) int { return int(a[0] - b[0]) })
	out := s[:0]
	for _, p := range pairs {
		last := len(out) - 1
		switch {
		case last < 0 || p[0] > after(out[last]):
			out = append(out, p[0], p[1])
		case p[1] > out[last]:
			out[last] = p[1]
		}
	}
	return out
}

// skipSurrogates moves the ends of a range out of the surrogates; lo > hi if
// nothing is left.
func skipSurrogates(lo, hi rune) (rune, rune) {
	if lo >= surrogateMin && lo <= surrogateMax {
		lo = surrogateMax + 1
	}
	if hi >= surrogateMin && hi <= surrogateMax {
		hi = surrogateMin - 1
	}
	return lo, hi
}

// after returns the scalar value that follows r.
func after(r rune) rune {
	if r+1 == surrogateMin {
		return surrogateMax + 1
	}
	return r + 1
}

// before returns the scalar value that precedes r.
func before(r rune) rune {
	if r-1 == surrogateMax {
		return surrogateMin - 1
	}
	return r - 1
}

// complement returns what the canonical set s lacks.
func (s set) complement() set {
	var out set
	next := rune(0)
	for i := 0; i < len(s); i += 2 {
		if s[i] > next {
			out = append(out, next, before(s[i]))
		}
		next = after(s[i+1])
	}
	if next <= unicode.MaxRune {
		out = append(out, next, unicode.MaxRune)
	}
	return out
}

// single returns the one rune of a canonical set, false if there are more or
// none.
func (s set) single() (rune, bool) {
	if len(s) == 2 && s[0] == s[1] {
		return s[0], true
	}
	return 0, false
}

// contains reports whether r is in the canonical set s.
func (s set) contains(r rune) bool {
	for i := 0; i < len(s) && s[i] <= r; i += 2 {
		if r <= s[i+1] {
			return true
		}
	}
	return false
}

// disjoint reports whether two canonical sets share nothing.
func (s set) disjoint(t set) bool {
	i, j := 0, 0
	for i < len(s) && j < len(t) {
		switch {
		case s[i+1] < t[j]:
			i += 2
		case t[j+1] < s[i]:
			j += 2
		default:
			return false
		}
	}
	return true
}

// within reports whether the canonical set s is a subset of t.
func (s set) within(t set) bool { return s.disjoint(t.complement()) }

// tableSet returns the runes of a Unicode table.
func tableSet(table *unicode.RangeTable) set {
	var out set
	for _, r := range table.R16 {
		out = appendStrided(out, rune(r.Lo), rune(r.Hi), rune(r.Stride))
	}
	for _, r := range table.R32 {
		out = appendStrided(out, rune(r.Lo), rune(r.Hi), rune(r.Stride))
	}
	return out.canonical()
}

func appendStrided(out set, lo, hi, stride rune) set {
	if stride == 1 {
		return append(out, lo, hi)
	}
	for r := lo; r <= hi; r += stride {
		out = append(out, r, r)
	}
	return out
}
