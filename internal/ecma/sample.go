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
				for _, s := range r.candidates(sampler{extra: extra, shift: shift}) {
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
	extra int // repetitions beyond the least number
	shift int // which of several choices to take
	steps int // nodes visited so far
	out   []byte
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
		r, ok := pick(n.set, s.shift)
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
	for i := range n.subs {
		if s.write(n.subs[(i+s.shift)%len(n.subs)]) {
			return true
		}
		s.out = s.out[:mark]
	}
	return false
}

func (s *sampler) writeTimes(n *node) bool {
	times := n.min + s.extra
	if n.max != unbounded {
		times = min(times, n.max)
	}
	for range times {
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

// pick returns one rune of a canonical set, another for each shift.
func pick(s set, shift int) (rune, bool) {
	var first rune
	found := 0
	for _, r := range preferred {
		if !s.contains(r) {
			continue
		}
		if found == shift {
			return r, true
		}
		if found == 0 {
			first = r
		}
		found++
	}
	if found > 0 {
		return first, true
	}
	return pickOther(s)
}

// pickOther returns a printable rune of a set without preferred ones, else any.
func pickOther(s set) (rune, bool) {
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
