package sample

import (
	"errors"
	"math/rand/v2"

	"github.com/eventgen-go/eventgen/internal/model"
	"github.com/eventgen-go/eventgen/internal/schema"
)

// Bounds on a random document.
const (
	maxRoom     = 1_000   // values that are made for it, also those that are thrown away
	maxWork     = 300_000 // bytes of values that are held against a check
	maxAttempts = 20      // for one place
	maxNested   = 4       // values of one place within each other
)

// ErrNone says that no valid document was found. There may be none, or the search for one has been
// given up.
var ErrNone = errors.New("no valid document was found for the schema")

// Random returns document n of those that a seed stands for.
func (m *Maker) Random(seed, n uint64) (*schema.Value, error) {
	m.search.budget = maxTried
	d := m.dice(seed, n)
	d.plenty = one(d, []float64{0.2, 0.5, 0.8, 1})
	if doc := d.value(m.root); doc != nil && m.accepts(m.root, doc) {
		return doc, nil
	}
	return nil, ErrNone
}

// dice returns dice that make all that may be made.
func (m *Maker) dice(seed, n uint64) *dice {
	return &dice{
		Maker: m, Rand: rand.New(rand.NewPCG(seed, n)),
		plenty: 1, room: maxRoom, work: maxWork, open: map[*model.Value]int{},
	}
}

// dice make a random document.
type dice struct {
	*Maker
	*rand.Rand
	plenty float64              // how likely there is what may be left out
	room   int                  // values that may still be made; then they become as small as can be
	work   int                  // bytes that may still be checked, for the same reason
	open   map[*model.Value]int // places of which a value is being made, how often within each other
}

// value returns a valid value for a place, nil if none is found.
func (d *dice) value(v *model.Value) *schema.Value {
	d.open[v]++
	defer func() { d.open[v]-- }()
	for range maxAttempts {
		if d.room--; d.room <= 0 || d.work <= 0 || d.open[v] > maxNested {
			break
		}
		made := d.attempt(v)
		if made != nil && (certain(v.Check) || d.accepts(v, made)) {
			return made
		}
	}
	return d.search.first(v)
}

// accepts reports whether a value is valid for a place.
func (d *dice) accepts(place *model.Value, v *schema.Value) bool {
	text := v.JSON()
	d.work -= len(text)
	return d.check.Accepts(place, []byte(text))
}

// certain reports whether what is made for a check need not be held against it: its parts have been.
func certain(c *model.Check) bool {
	return len(c.Also)+len(c.Cases) == 0 && c.Number == nil && c.String == nil && c.Bool == nil &&
		(c.Object == nil || certainObject(c.Object)) && (c.Array == nil || certainArray(c.Array))
}

func certainObject(o *model.Objects) bool {
	return o.Min == nil && o.Max == nil && o.Unevaluated == nil && len(o.Names)+len(o.Needs)+len(o.Enums) == 0 && len(o.Rest) < 2
}

func certainArray(a *model.Arrays) bool {
	return a.Unique == nil && a.Unevaluated == nil && len(a.Contains)+len(a.Enums) == 0
}

// attempt proposes a value for a place.
func (d *dice) attempt(v *model.Value) *schema.Value {
	if usual := d.usual(v); usual != nil && d.accepts(v, usual) { // what a schema holds need not be valid
		return usual
	}
	kinds := v.Check.Kinds
	if kinds == 0 {
		return nil
	}
	if told := ruledKinds(v.Check); told != 0 && d.chance(0.8) {
		kinds = told
	}
	return d.ofKind(v, d.kind(kinds))
}

// ruledKinds returns the kinds of values that a check, or a condition in it, has rules for.
func ruledKinds(c *model.Check) model.Kinds {
	const deep = 4 // conditions within each other
	return c.Kinds & ruled(c, deep)
}

func ruled(c *model.Check, deep int) model.Kinds {
	var kinds model.Kinds
	if c.Number != nil {
		kinds |= model.KindNumber
	}
	if c.String != nil {
		kinds |= model.KindString
	}
	if c.Array != nil {
		kinds |= model.KindArray
	}
	if c.Object != nil {
		kinds |= model.KindObject
	}
	if deep == 0 {
		return kinds
	}
	for _, a := range c.Also {
		if _, ok := a.(*model.Dependent); ok {
			kinds |= model.KindObject
		}
		for _, part := range parts(a) {
			kinds |= ruled(part.Check, deep-1)
		}
	}
	return kinds
}

// usual returns a value that the schema or an example has at a place, nil if there is none or it is
// to be another one.
func (d *dice) usual(v *model.Value) *schema.Value {
	notes, examples := d.notes(v), d.habits(v).values
	switch {
	case notes.Content != nil:
		return nil
	case len(examples) > 0 && d.chance(0.85):
		return one(d, examples)
	case len(notes.Open) > 0 && d.chance(0.8):
		return one(d, notes.Open)
	case len(notes.Values) > 0 && d.chance(0.5):
		return one(d, notes.Values)
	}
	return nil
}

// likely returns how likely there is what may be left out of a value at a place: less so in a value
// that is within another one of the same place.
func (d *dice) likely(v *model.Value) float64 { return d.plenty / float64(max(1, 4*(d.open[v]-1))) }

func (d *dice) chance(p float64) bool { return d.Float64() < p }

func one[T any](d *dice, list []T) T { return list[d.IntN(len(list))] }

// kind chooses one of some kinds; null comes seldom.
func (d *dice) kind(kinds model.Kinds) model.Kinds {
	var list []model.Kinds
	for _, k := range preferred {
		if kinds&k != 0 && (k != model.KindNull || kinds == k || d.chance(0.3)) {
			list = append(list, k)
		}
	}
	return one(d, list)
}

// ofKind proposes a value of a kind that a place allows.
func (d *dice) ofKind(v *model.Value, kind model.Kinds) *schema.Value {
	return d.refine(v, d.simple(v, kind))
}

// simple proposes a value by the rules for its kind.
func (d *dice) simple(v *model.Value, kind model.Kinds) *schema.Value {
	for _, k := range v.Check.Cases {
		if k.Kinds&kind != 0 {
			return d.ofKind(k.Value, kind)
		}
	}
	switch kind {
	case model.KindObject:
		return d.object(v)
	case model.KindArray:
		return d.array(v)
	case model.KindString:
		return d.string(v)
	case model.KindWhole, model.KindFraction:
		return d.number(v, kind)
	case model.KindBool:
		return word(one(d, []schema.Kind{schema.KindFalse, schema.KindTrue}))
	}
	return word(schema.KindNull)
}
