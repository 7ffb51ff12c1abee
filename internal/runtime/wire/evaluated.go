package wire

// inlineEvaluated is the number of ordinals that an Evaluated holds without allocating.
const inlineEvaluated = 256

// Evaluated is the set of members of an object, or items of an array, that some schema has evaluated: ordinals, from
// 0. Its zero value is the empty set.
type Evaluated struct {
	all   bool
	words [inlineEvaluated / 64]uint64
	more  []uint64
}

// Add adds one ordinal.
func (e *Evaluated) Add(ordinal int) {
	if ordinal < inlineEvaluated {
		e.words[ordinal>>6] |= 1 << (ordinal & 63)
		return
	}
	i := ordinal>>6 - len(e.words)
	for len(e.more) <= i {
		e.more = append(e.more, 0)
	}
	e.more[i] |= 1 << (ordinal & 63)
}

// AddAll adds all ordinals there are.
func (e *Evaluated) AddAll() { e.all = true }

// Has reports whether ordinal is in the set.
func (e *Evaluated) Has(ordinal int) bool {
	if e.all {
		return true
	}
	if ordinal < inlineEvaluated {
		return e.words[ordinal>>6]&(1<<(ordinal&63)) != 0
	}
	i := ordinal>>6 - len(e.words)
	return i < len(e.more) && e.more[i]&(1<<(ordinal&63)) != 0
}

// Merge adds what o has.
func (e *Evaluated) Merge(o *Evaluated) {
	e.all = e.all || o.all
	for i, w := range o.words {
		e.words[i] |= w
	}
	for i, w := range o.more {
		if i == len(e.more) {
			e.more = append(e.more, 0)
		}
		e.more[i] |= w
	}
}
