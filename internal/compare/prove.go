package compare

import (
	"slices"
	"strconv"
	"strings"

	"github.com/eventgen-go/eventgen/internal/interpret"
	"github.com/eventgen-go/eventgen/internal/model"
)

// Bounds on the work of one proof. Past them nothing is shown, which is always a safe answer.
const (
	maxSteps = 20_000 // of a question
	maxNest  = 400
)

// A prover shows that all values for which some facts hold are valid by a check.
//
// Schemas refer to themselves, so a proof may come back to what it is about to show. It may then
// take that for granted: each way round leads through a member or an item, and documents end. What
// was shown on such ground falls with it, therefore the trail.
type prover struct {
	interpreter interpret.Interpreter
	ids         map[any]int
	shown       map[string]bool
	trail       []string // the keys of shown, in order
	failed      map[string]bool
	equal       map[[2]any]bool
	voiding     map[string]bool // what void is about to answer
	literals    bool            // some check looks at how a whole number is spelled
	steps, nest int
}

func newProver() *prover {
	return &prover{
		ids: map[any]int{}, shown: map[string]bool{}, failed: map[string]bool{}, equal: map[[2]any]bool{}, voiding: map[string]bool{},
	}
}

// ask is all, for a question that is not part of another.
func (p *prover) ask(f facts, checks []*model.Check) bool {
	p.steps = 0
	return p.all(f, checks)
}

// all shows that whatever the facts hold for is valid by each check.
func (p *prover) all(f facts, checks []*model.Check) bool {
	for _, c := range checks {
		if !p.fits(f, c) {
			return false
		}
	}
	return true
}

// fits shows that whatever the facts hold for is valid by a check.
func (p *prover) fits(f facts, c *model.Check) bool {
	if c.Any() || slices.Contains(f.checks, c) {
		return true
	}
	key := p.key(f, c)
	switch {
	case p.shown[key]:
		return true
	case p.failed[key]:
		return false
	}
	mark := len(p.trail)
	p.shown[key] = true
	p.trail = append(p.trail, key)
	for _, kind := range kinds {
		if !p.fitsKind(f, kind, c) {
			p.forget(mark)
			p.failed[key] = true
			return false
		}
	}
	return true
}

// forget takes back what was shown since the trail was that long.
func (p *prover) forget(mark int) {
	for _, key := range p.trail[mark:] {
		delete(p.shown, key)
	}
	p.trail = p.trail[:mark]
}

// key identifies a question.
func (p *prover) key(f facts, c *model.Check) string {
	return p.factsKey(f) + ">" + strconv.Itoa(p.id(c))
}

func (p *prover) factsKey(f facts) string {
	var b strings.Builder
	for i, list := range [][]*model.Check{f.checks, f.not} {
		ids := make([]int, len(list))
		for i, c := range list {
			ids[i] = p.id(c)
		}
		slices.Sort(ids)
		for _, id := range slices.Compact(ids) {
			b.WriteString(strconv.Itoa(id))
			b.WriteByte("+-"[i])
		}
	}
	return b.String()
}

func (p *prover) id(x any) int {
	id, ok := p.ids[x]
	if !ok {
		id = len(p.ids)
		p.ids[x] = id
	}
	return id
}

// enter counts a step, and reports whether there may be another.
func (p *prover) enter() bool {
	p.steps++
	p.nest++
	return p.steps <= maxSteps && p.nest <= maxNest
}

func (p *prover) leave() { p.nest-- }

// fitsKind is fits for the values of one kind.
func (p *prover) fitsKind(f facts, kind model.Kinds, c *model.Check) bool {
	v := f.view(kind)
	if v.impossible || c.Any() {
		return true
	}
	defer p.leave()
	if !p.enter() {
		return false
	}
	if slices.ContainsFunc(v.rules, func(have *model.Check) bool { return p.same(have, c) }) {
		return true
	}
	if values, ok := p.listed(f, v); ok {
		return !slices.ContainsFunc(values, func(text string) bool { return !p.accepts(c, text) })
	}
	return c.Kinds&kind != 0 && p.direct(f, v, c) || p.byCases(f, v, c) || p.void(f, kind)
}

// direct shows it from the facts as they are.
func (p *prover) direct(f facts, v view, c *model.Check) bool {
	for _, k := range c.Cases {
		if k.Kinds&v.kind != 0 && !p.fitsKind(f, v.kind, k.Value.Check) {
			return false
		}
	}
	return p.rules(f, v, c) && p.conditions(f, v, c)
}

// rules shows that the rules for the kind are kept.
func (p *prover) rules(f facts, v view, c *model.Check) bool {
	switch {
	case v.kind&model.KindNumber != 0:
		return c.Number == nil || numberFits(v, c.Number)
	case v.kind == model.KindString:
		return c.String == nil || stringFits(v, c.String)
	case v.kind == model.KindArray:
		return c.Array == nil || p.arrayFits(v, c.Array)
	case v.kind == model.KindObject:
		return c.Object == nil || p.objectFits(v, c.Object)
	}
	return true
}

// byCases shows it for each of the cases that a choice or a condition leaves.
func (p *prover) byCases(f facts, v view, c *model.Check) bool {
	for _, choice := range v.choices {
		if slices.Contains(f.split, choice.also) {
			continue
		}
		f := f.after(choice.also)
		return !slices.ContainsFunc(choice.branches, func(b *model.Value) bool { return !p.fitsKind(f.with(b.Check), v.kind, c) })
	}
	for _, a := range v.ifs {
		if slices.Contains(f.split, model.Also(a)) {
			continue
		}
		f := f.after(a)
		then, otherwise := f.with(a.If.Check), f.without(a.If.Check)
		if a.Then != nil {
			then = then.with(a.Then.Check)
		}
		if a.Else != nil {
			otherwise = otherwise.with(a.Else.Check)
		}
		return p.fitsKind(then, v.kind, c) && p.fitsKind(otherwise, v.kind, c)
	}
	return false
}

// accepts reports whether a check accepts a document.
func (p *prover) accepts(c *model.Check, text string) bool {
	return p.interpreter.Accepts(&model.Value{Check: c}, []byte(text))
}

// holds reports whether facts hold for a document.
func (p *prover) holds(f facts, text string) bool {
	return !slices.ContainsFunc(f.checks, func(c *model.Check) bool { return !p.accepts(c, text) }) &&
		!slices.ContainsFunc(f.not, func(c *model.Check) bool { return p.accepts(c, text) })
}

// listed returns all values of the kind for which the facts hold, if they are a list.
func (p *prover) listed(f facts, v view) ([]string, bool) {
	values, ok := p.candidates(v)
	if !ok {
		return nil, false
	}
	kind := &model.Check{Kinds: v.kind}
	return slices.DeleteFunc(values, func(text string) bool { return !p.accepts(kind, text) || !p.holds(f, text) }), true
}

// candidates returns a list that has all values of the kind for which the facts hold.
func (p *prover) candidates(v view) ([]string, bool) {
	switch v.kind {
	case model.KindNull:
		return []string{"null"}, true
	case model.KindBool:
		return []string{"false", "true"}, true
	}
	enums := v.enumerations()
	if len(enums) == 0 {
		return nil, false
	}
	var values []string
	for _, text := range enums[0].Values {
		switch {
		case v.kind == model.KindString:
			values = append(values, quote(text))
		case v.kind&model.KindNumber != 0:
			values = append(values, spellings(text)...)
		case p.literals && strings.ContainsAny(text, "0123456789"):
			return nil, false // too many spellings
		default:
			values = append(values, text)
		}
	}
	return values, true
}

// spellings returns the ways to write a number that draft 4 takes for different ones.
func spellings(number string) []string {
	if r, ok := rational(number); ok && r.IsInt() {
		whole := r.Num().String()
		return []string{whole, whole + ".0"}
	}
	return []string{number}
}
