package ecma

import (
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"
)

const (
	maxSample = 4096 // bytes of one sample
	maxSteps  = 8192 // nodes visited for one sample: failures of nested alternatives multiply
)

// Sample returns a short string that the pattern matches, not empty if such a
// one is found; false if none is found.
func (r *Regexp) Sample() (string, bool) {
	empty := false
	for s := range r.Samples() {
		if s != "" {
			return s, true
		}
		empty = true
	}
	return "", empty
}

// Samples yields strings that the pattern matches, the shorter ones mostly
// first, none twice: for a caller with further wishes, such as a least length.
// They are few, and there need not be any. The order is always the same.
func (r *Regexp) Samples() iter.Seq[string] {
	return func(yield func(string) bool) {
		seen := map[string]bool{}
		for _, extra := range []int{0, 1, 2, 3, 5, 7, 11, 15, 31, 63} {
			for shift := range 16 {
				for _, s := range r.candidates(sampler{taste: steady{extra: extra, shift: shift}}) {
					if seen[s] || !r.MatchString(s) {
						continue
					}
					seen[s] = true
					if !yield(s) {
						return
					}
				}
			}
		}
	}
}

// Random returns a string that the pattern matches, another one for other choices: choose returns a
// number from 0 to n-1. It is false if none is found after a few attempts.
func (r *Regexp) Random(choose func(n int) int) (string, bool) {
	const attempts = 20
	for range attempts {
		for _, s := range r.candidates(sampler{taste: fickle{choose}}) {
			if r.MatchString(s) {
				return s, true
			}
		}
	}
	return "", false
}

// candidates returns strings that are worth a try: what source asks for, also
// with what the other tests ask for in front of it or in place of its start.
func (r *Regexp) candidates(s sampler) []string {
	base, ok := s.sample(r.tests.source)
	if !ok {
		return nil
	}
	var wanted strings.Builder
	for _, n := range r.tests.and {
		if part, ok := s.sample(n); ok {
			wanted.WriteString(part)
		}
	}
	front := wanted.String()
	if front == "" {
		return []string{base}
	}
	list := []string{base, front, front + base}
	if len(front) < len(base) && utf8.RuneStart(base[len(front)]) {
		list = append(list, front+base[len(front):])
	}
	return list
}

// A sampler writes strings that follow the shape of a node. It does not look
// at assertions: whether the result matches is for the caller to find out.
type sampler struct {
	taste taste
	steps int // nodes visited so far
	out   []byte
}

// A taste decides where a pattern leaves a choice.
type taste interface {
	rune(set) (rune, bool)
	alternative(n int) int     // which of n alternatives to try first
	times(least, most int) int // most may be unbounded
}

// steady chooses the same every time.
type steady struct {
	extra int // repetitions beyond the least number
	shift int // which of several choices to take
}

func (t steady) rune(s set) (rune, bool) {
	good := goodRunes(s)
	switch {
	case len(good) == 0:
		return otherRune(s)
	case t.shift < len(good):
		return good[t.shift], true
	}
	return good[0], true
}

func (t steady) alternative(int) int { return t.shift }

func (t steady) times(least, most int) int {
	if most == unbounded {
		return least + t.extra
	}
	return min(least+t.extra, most)
}

// fickle leaves the choice to somebody else.
type fickle struct{ choose func(n int) int }

func (t fickle) rune(s set) (rune, bool) {
	if good := goodRunes(s); len(good) > 0 {
		return good[t.choose(len(good))], true
	}
	return otherRune(s)
}

func (t fickle) alternative(n int) int { return t.choose(n) }

func (t fickle) times(least, most int) int {
	const more = 8
	if most == unbounded || most-least > more {
		most = least + more
	}
	return least + t.choose(most-least+1)
}

// sample returns a string, false if there is none or it is too long.
func (s sampler) sample(n *node) (string, bool) {
	ok := s.write(n)
	return string(s.out), ok
}

func (s *sampler) write(n *node) bool {
	if s.steps++; s.steps > maxSteps {
		return false
	}
	switch n.op {
	case opClass:
		r, ok := s.taste.rune(n.set)
		s.out = utf8.AppendRune(s.out, r)
		return ok && len(s.out) <= maxSample
	case opConcat:
		for _, sub := range n.subs {
			if !s.write(sub) {
				return false
			}
		}
		return true
	case opAlternate:
		return s.writeAny(n)
	case opRepeat:
		return s.writeTimes(n)
	default:
		return true
	}
}

// writeAny writes one of the alternatives, the next if one cannot be.
func (s *sampler) writeAny(n *node) bool {
	mark := len(s.out)
	first := s.taste.alternative(len(n.subs))
	for i := range n.subs {
		if s.write(n.subs[(i+first)%len(n.subs)]) {
			return true
		}
		s.out = s.out[:mark]
	}
	return false
}

func (s *sampler) writeTimes(n *node) bool {
	for range s.taste.times(n.min, n.max) {
		mark := len(s.out)
		if !s.write(n.subs[0]) {
			return false
		}
		if len(s.out) == mark {
			break // what is empty once is empty ever after
		}
	}
	return true
}

// preferred are the runes that read well in an example, the best first.
const preferred = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-_./:@ "

// goodRunes returns the preferred runes of a canonical set.
func goodRunes(s set) []rune {
	var good []rune
	for _, r := range preferred {
		if s.contains(r) {
			good = append(good, r)
		}
	}
	return good
}

// otherRune returns a printable rune of a set without preferred ones, else any.
func otherRune(s set) (rune, bool) {
	for i := 0; i < len(s); i += 2 {
		if unicode.IsPrint(s[i]) {
			return s[i], true
		}
	}
	if len(s) == 0 {
		return 0, false
	}
	return s[0], true
}
