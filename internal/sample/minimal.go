package sample

import (
	"iter"
	"slices"

	"github.com/eventgen-go/eventgen/internal/model"
	"github.com/eventgen-go/eventgen/internal/schema"
)

// Bounds on the search for a valid value. It ends without one where a schema asks for more.
const (
	maxTried      = 20_000_000 // bytes of all values that are tried for one type
	maxTries      = 400        // values that are tried for one place
	maxSample     = 10_000     // values in one value
	maxSampleText = 10_000     // characters in one string
)

// A minimizer makes small valid values. It proposes candidates, from what a check says most
// plainly to what is less likely, and lets the check decide: so whatever it finds is valid, and
// there are schemas for which it finds nothing.
type minimizer struct {
	*Maker
	made   map[*model.Value]*schema.Value // what was found; nil if there is nothing
	open   map[*model.Value]bool          // places that wait for a value: a small one does not hold another of the same place
	sizes  map[*schema.Value]int          // values in arrays and objects
	cuts   int                            // times that open or the budget has cut the search short
	budget int                            // bytes that may still be tried
}

func newMinimizer(m *Maker) *minimizer {
	return &minimizer{
		Maker:  m,
		made:   map[*model.Value]*schema.Value{},
		open:   map[*model.Value]bool{},
		sizes:  map[*schema.Value]int{},
		budget: maxTried,
	}
}

// first returns a valid value for a place, nil if none is found.
func (m *minimizer) first(v *model.Value) *schema.Value {
	if made, ok := m.made[v]; ok {
		return made
	}
	cuts := m.cuts
	found := m.several(v, 1)
	if len(found) == 0 {
		if m.cuts == cuts { // else it may be found from elsewhere
			m.made[v] = nil
		}
		return nil
	}
	m.made[v] = found[0]
	return found[0]
}

// least is first for a document as a whole, whose examples are mostly larger than need be.
func (m *minimizer) least(v *model.Value) *schema.Value {
	m.open[v] = true
	found := m.pick(v, 1, m.simple(v))
	delete(m.open, v)
	if len(found) == 0 {
		return m.first(v)
	}
	return found[0]
}

// several returns up to n different valid values for a place.
func (m *minimizer) several(v *model.Value, n int) []*schema.Value {
	if m.open[v] || m.budget <= 0 {
		m.cuts++
		return nil
	}
	m.open[v] = true
	defer delete(m.open, v)
	return m.pick(v, n, m.candidates(v))
}

// pick returns the first n of the candidates that are valid and different.
func (m *minimizer) pick(v *model.Value, n int, candidates iter.Seq[*schema.Value]) []*schema.Value {
	var found []*schema.Value
	seen := map[string]bool{}
	for candidate := range candidates {
		if text, ok := m.text(candidate); ok && !seen[text] {
			seen[text] = true
			if m.check.Accepts(v, []byte(text)) {
				found = append(found, candidate)
			}
		}
		if len(found) == n || len(seen) == maxTries+n || m.budget <= 0 {
			break
		}
	}
	return found
}

// accepts reports whether a value is valid for a place, as far as the budget goes.
func (m *minimizer) accepts(place *model.Value, v *schema.Value) bool {
	text, ok := m.text(v)
	return ok && m.check.Accepts(place, []byte(text))
}

// text returns a candidate as JSON and pays for it, false if it is too large.
func (m *minimizer) text(v *schema.Value) (string, bool) {
	if m.size(v) > maxSample {
		return "", false
	}
	text := v.JSON()
	m.budget -= len(text) + 100
	return text, true
}

// size returns the number of values in v: parts may be shared, so counting them one by one could
// take for ever.
func (m *minimizer) size(v *schema.Value) int {
	if n, ok := m.sizes[v]; ok {
		return n
	}
	n := 1
	for _, item := range v.Items {
		n = min(n+m.size(item), maxSample+1)
	}
	for _, member := range v.Members {
		n = min(n+m.size(member.Value), maxSample+1)
	}
	m.sizes[v] = n
	return n
}

// candidates proposes values for a place.
func (m *minimizer) candidates(v *model.Value) iter.Seq[*schema.Value] {
	return func(yield func(*schema.Value) bool) {
		notes := m.notes(v)
		for _, noted := range slices.Concat(notes.Values, notes.Open) {
			if !yield(noted) {
				return
			}
		}
		m.simple(v)(yield)
	}
}

// simple proposes values for a place by its rules alone.
func (m *minimizer) simple(v *model.Value) iter.Seq[*schema.Value] {
	return func(yield func(*schema.Value) bool) {
		for simple := range m.byKind(v) {
			if !m.refine(v, simple, v.Check.Also, yield) {
				return
			}
		}
	}
}

// preferred are the kinds of values in the order in which they are proposed.
var preferred = []model.Kinds{
	model.KindObject, model.KindArray, model.KindString, model.KindWhole, model.KindFraction, model.KindBool, model.KindNull,
}

// byKind proposes values by the rules for their kinds: a few of each kind, then all, since the
// conditions on the value as a whole may leave one kind alone.
func (m *minimizer) byKind(v *model.Value) iter.Seq[*schema.Value] {
	const few = 8
	return func(yield func(*schema.Value) bool) {
		for _, most := range []int{few, maxTries} {
			for _, kind := range preferred {
				if v.Check.Kinds&kind == 0 {
					continue
				}
				n := 0
				for candidate := range m.ofKind(v, kind) {
					if n++; n > most {
						break
					}
					if !yield(candidate) {
						return
					}
				}
			}
		}
	}
}

func (m *minimizer) ofKind(v *model.Value, kind model.Kinds) iter.Seq[*schema.Value] {
	for _, k := range v.Check.Cases {
		if k.Kinds&kind != 0 {
			return m.ofKind(k.Value, kind)
		}
	}
	switch kind {
	case model.KindObject:
		return m.objects(v)
	case model.KindArray:
		return m.arrays(v)
	case model.KindString:
		return m.strings(v)
	case model.KindWhole, model.KindFraction:
		return m.numbers(v, kind)
	case model.KindBool:
		return values(word(schema.KindFalse), word(schema.KindTrue))
	}
	return values(word(schema.KindNull))
}

// values proposes the listed values.
func values(list ...*schema.Value) iter.Seq[*schema.Value] {
	return func(yield func(*schema.Value) bool) {
		for _, v := range list {
			if !yield(v) {
				return
			}
		}
	}
}

func word(k schema.Kind) *schema.Value { return &schema.Value{Kind: k} }
func textValue(s string) *schema.Value { return &schema.Value{Kind: schema.KindString, Text: s} }
func numeral(s string) *schema.Value   { return &schema.Value{Kind: schema.KindNumber, Text: s} }
func arrayOf(items []*schema.Value) *schema.Value {
	return &schema.Value{Kind: schema.KindArray, Items: items}
}

func objectOf(members []schema.Member) *schema.Value {
	return &schema.Value{Kind: schema.KindObject, Members: members}
}
