package sample

import (
	"errors"
	"iter"
	"slices"
	"strings"

	"github.com/eventgen-go/eventgen/internal/model"
	"github.com/eventgen-go/eventgen/internal/runtime/wire"
	"github.com/eventgen-go/eventgen/internal/schema"
)

// A Violation is a document that breaks one rule, and no other.
type Violation struct {
	Document      *schema.Value
	Pointer       string // JSON Pointer to the value that is wrong
	Keyword       string
	SchemaPointer string // to the rule in the schema
	Message       string // what the value should be
	// Because says why the branch of anyOf or oneOf that comes closest refuses the value.
	Because []wire.Violation
}

// Violations yields documents that break one rule each, every rule once that can be broken by a
// change in one place: of one of the documents given, which are valid, or of one that has all that the
// schema names.
func (m *Maker) Violations(docs ...*schema.Value) iter.Seq[Violation] {
	return func(yield func(Violation) bool) {
		m.search.budget = maxTried
		if full := m.dice(0, 0).value(m.root); full != nil {
			docs = append(slices.Clone(docs), full)
		}
		w := &wrecker{Maker: m, told: map[string]bool{}, seen: map[variant]bool{}, visits: map[*model.Value]int{}, work: maxWrecked, yield: yield}
		for _, doc := range docs {
			w.whole = doc
			if !w.value([]*model.Value{m.root}, doc, nil) {
				return
			}
		}
	}
}

// Bounds on the search for violations.
const (
	maxWrecked = 20_000_000 // bytes of documents that are tried
	maxVisits  = 4          // values of one place whose rules are broken
)

// A wrecker breaks the rules for a document one by one.
type wrecker struct {
	*Maker
	whole  *schema.Value
	told   map[string]bool
	seen   map[variant]bool
	visits map[*model.Value]int
	work   int // bytes that may still be tried
	yield  func(Violation) bool
}

// A variant is a sort of values at a place: of a kind, or of a branch.
type variant struct {
	place  *model.Value
	kind   model.Kinds
	branch *model.Value
}

// value breaks the rules for a value, whose place in the document steps lead to, and for its parts. It
// returns false when yield does, or when there has been enough work.
func (w *wrecker) value(places []*model.Value, v *schema.Value, steps []int) bool {
	var all []*model.Value
	for _, p := range places {
		all = append(all, w.applied(p, v)...)
	}
	tried := map[string]bool{}
	for _, p := range all {
		if w.visits[p]++; w.visits[p] > maxVisits {
			continue
		}
		for wrong := range w.wrong(p, v) {
			text := wrong.JSON()
			if tried[text] {
				continue
			}
			tried[text] = true
			if !w.try(wrong, steps) {
				return false
			}
		}
	}
	for i, member := range v.Members {
		if !w.value(w.members(all, member.Name), member.Value, append(steps, i)) {
			return false
		}
	}
	for i, item := range v.Items {
		if !w.value(items(all, i), item, append(steps, i)) {
			return false
		}
	}
	return w.variants(places, all, v, steps)
}

// variants goes on with values of other kinds and branches, which have rules of their own.
func (w *wrecker) variants(places, all []*model.Value, v *schema.Value, steps []int) bool {
	whole := w.whole
	defer func() { w.whole = whole }()
	for _, p := range all {
		for _, other := range w.others(p, v) {
			if other.JSON() == v.JSON() || slices.ContainsFunc(places, func(p *model.Value) bool { return !w.accepts(p, other) }) {
				continue
			}
			w.whole = replaced(whole, steps, other)
			if w.accepts(w.root, w.whole) && !w.value(places, other, steps) {
				return false
			}
		}
	}
	return true
}

// others returns values of the sorts that a place has rules for, each sort once.
func (w *wrecker) others(p *model.Value, v *schema.Value) []*schema.Value {
	var list []*schema.Value
	add := func(sort variant, make func(*dice) *schema.Value) {
		if w.seen[sort] {
			return
		}
		w.seen[sort] = true
		d := w.dice(0, 0)
		for range maxAttempts {
			if made := make(d); made != nil && w.accepts(p, made) {
				list = append(list, made)
				break
			}
		}
	}
	w.seen[variant{place: p, kind: kindOf[v.Kind]}] = true
	for _, kind := range preferred {
		if ruledKinds(p.Check)&kind != 0 {
			add(variant{place: p, kind: kind}, func(d *dice) *schema.Value { return d.ofKind(p, kind) })
		}
	}
	for _, a := range p.Check.Also {
		for _, branch := range parts(a) {
			add(variant{place: p, branch: branch}, func(d *dice) *schema.Value { return d.grow(p, v, branch) })
		}
	}
	return list
}

// try yields the document with another value at a place, if that breaks just one rule, which no
// document did before.
func (w *wrecker) try(wrong *schema.Value, steps []int) bool {
	doc := replaced(w.whole, steps, wrong)
	text := doc.JSON()
	if w.work -= len(text); w.work < 0 {
		return false
	}
	var invalid *wire.Error
	if !errors.As(w.check.Validate(w.root, []byte(text)), &invalid) {
		return true
	}
	list := invalid.Violations
	key := rules(list)
	if w.told[key] || !isOne(list) {
		return true
	}
	w.told[key] = true
	v := list[0]
	return w.yield(Violation{doc, v.Pointer, v.Keyword, v.SchemaPointer, v.Message, list[1:]})
}

// rules names the rules that are broken, and how.
func rules(list []wire.Violation) string {
	var b strings.Builder
	for _, v := range list {
		b.WriteString(v.SchemaPointer + " " + v.Message + "\n")
	}
	return b.String()
}

// isOne reports whether violations come down to the first: those behind it say why no branch of a
// choice accepts the value.
func isOne(list []wire.Violation) bool {
	first := list[0]
	choice := first.Keyword == "anyOf" || first.Keyword == "oneOf"
	for _, v := range list[1:] {
		if !choice || v.Pointer != first.Pointer && !strings.HasPrefix(v.Pointer, first.Pointer+"/") {
			return false
		}
	}
	return true
}

// replaced returns v with another value at the place that steps lead to: indices of members and items.
func replaced(v *schema.Value, steps []int, by *schema.Value) *schema.Value {
	if len(steps) == 0 {
		return by
	}
	if v.Kind == schema.KindArray {
		list := slices.Clone(v.Items)
		list[steps[0]] = replaced(list[steps[0]], steps[1:], by)
		return arrayOf(list)
	}
	members := slices.Clone(v.Members)
	members[steps[0]].Value = replaced(members[steps[0]].Value, steps[1:], by)
	return objectOf(members)
}

// wrong proposes values in place of v that may break a rule for it.
func (w *wrecker) wrong(place *model.Value, v *schema.Value) iter.Seq[*schema.Value] {
	check := place.Check
	sources := []iter.Seq[*schema.Value]{ofAllKinds}
	switch v.Kind {
	case schema.KindFalse:
		sources = append(sources, values(word(schema.KindTrue)))
	case schema.KindTrue:
		sources = append(sources, values(word(schema.KindFalse)))
	case schema.KindNumber:
		sources = append(sources, wrongNumbers(check.Number, v))
	case schema.KindString:
		sources = append(sources, wrongStrings(check.String, v))
	case schema.KindArray:
		sources = append(sources, w.wrongArrays(check.Array, v))
	case schema.KindObject:
		sources = append(sources, w.wrongObjects(check.Object, v))
	}
	sources = append(sources, w.wrongInWhole(place, v))
	return joined(sources)
}

func joined(sources []iter.Seq[*schema.Value]) iter.Seq[*schema.Value] {
	return func(yield func(*schema.Value) bool) {
		for _, s := range sources {
			for v := range s {
				if !yield(v) {
					return
				}
			}
		}
	}
}

// ofAllKinds proposes a value of each kind: some may not be allowed.
func ofAllKinds(yield func(*schema.Value) bool) {
	values(
		numeral("12345"), textValue("wrong"), word(schema.KindTrue), numeral("0.5"),
		objectOf(nil), arrayOf(nil), word(schema.KindNull),
	)(yield)
}
