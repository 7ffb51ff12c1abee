package compare

import (
	"github.com/eventgen-go/eventgen/internal/model"
	"github.com/eventgen-go/eventgen/internal/schema"
)

// A teller walks through both versions side by side and says what differs.
type teller struct {
	*prover
	old, new places
	changes  []Change
	told     directions      // what has been explained at the place that is being compared, or below
	visited  map[string]bool // pairs of facts, with the directions that were open
}

func newTeller(before, after Version) *teller {
	t := &teller{prover: newProver(), old: newPlaces(before.Graph), new: newPlaces(after.Graph), visited: map[string]bool{}}
	for _, g := range []*schema.Graph{before.Graph, after.Graph} {
		for _, s := range g.Schemas {
			t.literals = t.literals || s.Draft == schema.Draft4
		}
	}
	return t
}

// directions are the two questions about events: whether old ones are valid by the new schema, and
// new ones by the old schema.
type directions struct{ back, forth bool }

// A spot is where in a document the values are that are being compared.
type spot struct {
	path        string
	what        string // precedes messages where the path does not tell: "name of a member: "
	back, forth bool   // what has not been shown of the values around
	old, new    schema.Location
	keys        []key
}

// inside returns the spot of a part of the values.
func (s spot) inside(token string) spot {
	s.path += "/" + token
	s.what = ""
	return s
}

// compare tells how the values differ for which facts hold in the old and in the new version.
func (t *teller) compare(o, n facts, at spot) {
	at.back = at.back && !t.ask(o, n.checks)
	at.forth = at.forth && !t.ask(n, o.checks)
	if !at.back && !at.forth {
		return
	}
	key := t.factsKey(o) + "|" + t.factsKey(n) + "|" + string([]byte{flag(at.back), flag(at.forth)})
	around := t.told
	if t.visited[key] {
		t.told = directions{around.back || at.back, around.forth || at.forth}
		return
	}
	t.visited[key] = true
	t.told = directions{}
	at.old, at.new = t.old.first(o, at.old), t.new.first(n, at.new)
	for _, f := range []facts{o, n} {
		for _, c := range f.checks {
			at.keys = append(at.keys[:len(at.keys):len(at.keys)], keyOf(c))
		}
	}
	t.explain(o, n, at)
	t.unexplained(at)
	t.told = directions{around.back || t.told.back, around.forth || t.told.forth}
}

func keyOf(c *model.Check) key { return key{check: c} }

func flag(b bool) byte {
	if b {
		return '1'
	}
	return '0'
}

// explain looks for what differs, kind by kind.
func (t *teller) explain(o, n facts, at spot) {
	t.types(o, n, at)
	for _, kind := range []model.Kinds{model.KindBool, t.numberKind(o, n), model.KindString, model.KindArray, model.KindObject} {
		if !t.possible(o, kind) || !t.possible(n, kind) {
			continue
		}
		ov, nv := o.view(kind), n.view(kind)
		if t.values(o, n, ov, nv, at) {
			continue
		}
		switch kind {
		case model.KindWhole, model.KindFraction:
			t.numberRules(ov, nv, at)
		case model.KindString:
			t.stringRules(o, n, ov, nv, at)
		case model.KindArray:
			t.arrayRules(ov, nv, at)
		case model.KindObject:
			t.objectRules(ov, nv, at)
		}
		t.combinations(o, n, ov, nv, at)
	}
}

// numberKind returns the kind that numbers are compared as.
func (t *teller) numberKind(o, n facts) model.Kinds {
	if t.possible(o, model.KindFraction) && t.possible(n, model.KindFraction) {
		return model.KindFraction
	}
	return model.KindWhole
}

func (t *teller) possible(f facts, kind model.Kinds) bool {
	t.steps = 0
	return !t.void(f, kind)
}

// unexplained tells that something may break, if nothing that was found says what.
func (t *teller) unexplained(at spot) {
	back, forth := at.back && !t.told.back, at.forth && !t.told.forth
	if !back && !forth {
		return
	}
	message := "the schema has changed in a way that cannot be judged"
	t.add(at, Change{Message: message, Backward: maybe(back), Forward: maybe(forth)})
}

func maybe(open bool) Verdict {
	if open {
		return MayBreak
	}
	return Compatible
}

// add tells of a change at a spot. A verdict counts in the directions that are open.
func (t *teller) add(at spot, c Change) {
	if !at.back {
		c.Backward = Compatible
	}
	if !at.forth {
		c.Forward = Compatible
	}
	t.told.back = t.told.back || c.Backward != Compatible
	t.told.forth = t.told.forth || c.Forward != Compatible
	if c.Old.File == "" && c.New.File == "" {
		c.Old, c.New = at.old, at.new
	}
	c.Path, c.Message, c.keys = at.path, at.what+c.Message, at.keys
	t.changes = append(t.changes, c)
}

// rules tells of a change between two rules, either of which may be nil: tighter says that the new
// one refuses more, looser that it accepts more.
func (t *teller) rules(at spot, o, n *model.Rule, message string, tighter, looser Verdict) {
	if tighter == Compatible && looser == Compatible {
		return
	}
	c := Change{Message: message, Old: t.old.rule(o), New: t.new.rule(n), Backward: tighter, Forward: looser}
	switch {
	case n != nil:
		c.Keyword = n.Keyword
	case o != nil:
		c.Keyword = o.Keyword
		c.New = at.new
	}
	t.add(at, c)
}

// breaks turns a fact about sets into a verdict.
func breaks(refused bool) Verdict {
	if refused {
		return Breaks
	}
	return Compatible
}
