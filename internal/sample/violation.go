package sample

import (
	"errors"
	"iter"
	"slices"
	"strconv"
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

// wrongNumbers proposes numbers that are beyond the bounds, between the multiples, or not listed.
func wrongNumbers(rules *model.Numbers, v *schema.Value) iter.Seq[*schema.Value] {
	return func(yield func(*schema.Value) bool) {
		if rules == nil {
			return
		}
		list := []string{"-1", "987654321", "0.12345"}
		if rules.Literal {
			list = append(list, v.Text+".0")
		}
		for _, b := range rules.Bounds {
			list = append(list, b.Limit, plus(b.Limit, 1), plus(b.Limit, -1))
		}
		for i := range rules.Divisors {
			list = append(list, offBeat(v.Text, rules.Divisors, i))
		}
		for _, text := range list {
			if text != "" && !yield(numeral(text)) {
				return
			}
		}
	}
}

// wrongStrings proposes strings that are too short or too long, of no format, match nothing, or are
// not listed.
func wrongStrings(rules *model.Strings, v *schema.Value) iter.Seq[*schema.Value] {
	return func(yield func(*schema.Value) bool) {
		if rules == nil || rules.Empty() {
			return
		}
		runes := []rune(v.Text)
		list := []string{"wrong", v.Text + "!", "!" + v.Text, "", " ", "\u0000", strings.ToUpper(v.Text), strings.ToLower(v.Text)}
		if rules.Min != nil && rules.Min.N > 0 {
			list = append(list, string(runes[:min(len(runes), rules.Min.N-1)]))
		}
		if rules.Max != nil && rules.Max.N < maxSampleText {
			last := "x"
			if len(runes) > 0 {
				last = string(runes[len(runes)-1])
			}
			list = append(list, v.Text+strings.Repeat(last, rules.Max.N+1-len(runes)))
		}
		for i := range min(len(runes), 40) {
			changed := slices.Clone(runes)
			changed[i] = '~'
			list = append(list, string(changed), string(slices.Delete(slices.Clone(runes), i, i+1)))
		}
		for _, text := range list {
			if !yield(textValue(text)) {
				return
			}
		}
	}
}

// wrongArrays proposes arrays that are too short or too long, with an item twice, without one that is
// asked for, or with one more.
func (w *wrecker) wrongArrays(rules *model.Arrays, v *schema.Value) iter.Seq[*schema.Value] {
	return func(yield func(*schema.Value) bool) {
		if rules == nil {
			return
		}
		lists := [][]*schema.Value{{}}
		for i := range v.Items {
			lists = append(lists, slices.Delete(slices.Clone(v.Items), i, i+1), append(slices.Clone(v.Items), v.Items[i]))
		}
		if rules.Min != nil && rules.Min.N > 0 && rules.Min.N <= len(v.Items) {
			lists = append(lists, v.Items[:rules.Min.N-1])
		}
		if rules.Items == nil {
			for more := range ofAllKinds {
				lists = append(lists, append(slices.Clone(v.Items), more))
			}
		}
		for _, n := range w.sizes(rules) {
			if long := w.lengthened(rules, v.Items, n); long != nil {
				lists = append(lists, long)
			}
		}
		for _, k := range rules.Contains {
			lists = append(lists, slices.DeleteFunc(slices.Clone(v.Items), func(item *schema.Value) bool { return w.accepts(k.Check, item) }))
			if found := w.search.first(k.Check); found != nil && k.Max != nil {
				lists = append(lists, append(slices.Clone(v.Items), slices.Repeat([]*schema.Value{found}, min(k.Max.N, maxSample)+1)...))
			}
		}
		for _, list := range lists {
			if !yield(arrayOf(list)) {
				return
			}
		}
	}
}

// sizes returns lengths that may be too long.
func (w *wrecker) sizes(rules *model.Arrays) []int {
	list := []int{len(rules.Prefix) + 1}
	if rules.Max != nil && rules.Max.N < maxSample {
		list = append(list, rules.Max.N+1)
	}
	return list
}

// lengthened returns n items that begin with some, nil if there are no more to be had.
func (w *wrecker) lengthened(rules *model.Arrays, list []*schema.Value, n int) []*schema.Value {
	long := slices.Clone(list)
	for i := len(long); i < n; i++ {
		place := placeOf(rules, i)
		item := textValue("item" + strconv.Itoa(i))
		if place != nil && !place.Check.Never() {
			fits := w.search.several(place, i+1)
			if len(fits) == 0 {
				return nil
			}
			item = fits[i%len(fits)]
		}
		long = append(long, item)
	}
	return long
}

// wrongObjects proposes objects that lack a member, or have more.
func (w *wrecker) wrongObjects(rules *model.Objects, v *schema.Value) iter.Seq[*schema.Value] {
	return func(yield func(*schema.Value) bool) {
		if rules == nil {
			return
		}
		for i := range v.Members {
			if !yield(objectOf(slices.Delete(slices.Clone(v.Members), i, i+1))) {
				return
			}
		}
		if rules.Min != nil && rules.Min.N > 0 && len(v.Members) >= rules.Min.N {
			if !yield(objectOf(v.Members[:rules.Min.N-1])) {
				return
			}
		}
		for _, more := range w.additions(rules, v) {
			if !yield(objectOf(append(slices.Clone(v.Members), more...))) {
				return
			}
		}
	}
}

// additions returns members that an object may not have.
func (w *wrecker) additions(rules *model.Objects, v *schema.Value) [][]schema.Member {
	var list [][]schema.Member
	names := []string{"unexpected", "", "~", "UNEXPECTED", "9", strings.Repeat("long", 30)}
	for _, r := range rules.Rest {
		for _, p := range r.Patterns {
			if expr := w.pattern(p.Pattern); expr != nil {
				name, _ := expr.Sample()
				names = append(names, name)
			}
		}
	}
	for _, name := range names {
		value := w.search.unnamed(rules, name)
		if value == nil {
			value = word(schema.KindTrue)
		}
		if v.Member(name) == nil {
			list = append(list, []schema.Member{{Name: name, Value: value}})
		}
	}
	for _, m := range rules.Members {
		if v.Member(m.Name) != nil {
			continue
		}
		value := w.search.first(m.Value)
		if value == nil {
			value = word(schema.KindTrue)
		}
		list = append(list, []schema.Member{{Name: m.Name, Value: value}})
	}
	if rules.Max != nil && rules.Max.N < maxSample {
		long := w.search.filled(rules, slices.Clone(v.Members), rules.Max.N+1)
		list = append(list, long[len(v.Members):])
	}
	return list
}

// wrongInWhole proposes values that break a condition on the value as a whole: such as would be valid
// without the conditions, alone or with what one of them speaks of.
func (w *wrecker) wrongInWhole(place *model.Value, v *schema.Value) iter.Seq[*schema.Value] {
	return func(yield func(*schema.Value) bool) {
		if len(place.Check.Also) == 0 {
			return
		}
		const some = 8
		bare := *place.Check
		bare.Also = nil
		free := w.search.several(&model.Value{Check: &bare}, some)
		for _, wrong := range free {
			if !yield(wrong) || !yield(merged(v, wrong)) {
				return
			}
		}
		if v.Kind == schema.KindObject {
			for i := range v.Members {
				if !yield(objectOf(slices.Delete(slices.Clone(v.Members), i, i+1))) {
					return
				}
			}
		}
		for _, part := range asked(place.Check.Also) {
			for _, more := range w.search.several(part, some) {
				if !yield(more) || !yield(merged(v, more)) {
					return
				}
				for _, base := range free {
					if !yield(merged(base, more)) || !yield(merged(more, v)) {
						return
					}
				}
			}
		}
	}
}

// asked returns the schemas that conditions speak of.
func asked(also []model.Also) []*model.Value {
	var list []*model.Value
	for _, a := range also {
		switch a := a.(type) {
		case *model.Not:
			list = append(list, a.Value)
		case *model.OneOf:
			list = append(list, a.Branches...)
			for i, b := range a.Branches {
				for _, other := range a.Branches[i+1:] {
					list = append(list, both(b, other))
				}
			}
		default:
			list = append(list, parts(a)...)
		}
	}
	return list
}

// both is a place for what is valid at two places.
func both(a, b *model.Value) *model.Value {
	return &model.Value{Check: &model.Check{
		Kinds: a.Check.Kinds & b.Check.Kinds,
		Also:  []model.Also{&model.All{Value: a}, &model.All{Value: b}},
	}}
}

// plus returns a number plus another one, nothing if it is too long to be calculated with.
func plus(text string, n int64) string {
	r, ok := rational(text)
	if !ok {
		return ""
	}
	return decimal(r.Add(r, ratOf(n)))
}

// offBeat returns a number near one that is a multiple of all divisors; it is none of that at index i.
func offBeat(text string, divisors []model.Divisor, i int) string {
	r, ok := rational(text)
	by, known := rational(divisors[i].By)
	if !ok || !known {
		return ""
	}
	others := slices.Delete(slices.Clone(divisors), i, i+1)
	if len(others) == 0 {
		return decimal(r.Add(r, by.Quo(by, ratOf(2))))
	}
	return decimal(r.Add(r, stepOf(&model.Numbers{Divisors: others}, model.KindNumber)))
}
