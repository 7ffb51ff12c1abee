package compare

import (
	"math"
	"slices"

	"github.com/eventgen-go/eventgen/internal/model"
	"github.com/eventgen-go/eventgen/internal/schema"
)

// A teller walks through both versions side by side and says what differs.
type teller struct {
	*prover
	old, new    places
	changes     []Change
	back, forth account               // of the place that is being compared
	visited     map[string][2]account // pairs of facts, with the directions that were open
	depth       int
}

// An account tells for one direction whether what could not be shown of a place has been explained,
// there or below.
type account struct {
	told bool
	// waits is the depth of the outermost place around that this one leads back to. If nothing else is
	// told here, it is for that place to explain.
	waits int
}

func newAccount() account { return account{waits: math.MaxInt} }

func (a account) and(b account) account { return account{a.told || b.told, min(a.waits, b.waits)} }

// open is the account of a place that was met before, if anything is open there. A place deeper than
// the current one has been left, and has explained what others left to it.
func (a account) open(is bool, depth int) account {
	switch {
	case !is:
		return newAccount()
	case a.waits > depth && a.waits != math.MaxInt:
		return account{told: true, waits: math.MaxInt}
	}
	return a
}

func newTeller(before, after Version) *teller {
	t := &teller{
		prover: newProver(), old: newPlaces(before.Graph), new: newPlaces(after.Graph),
		back: newAccount(), forth: newAccount(), visited: map[string][2]account{},
	}
	for _, g := range []*schema.Graph{before.Graph, after.Graph} {
		for _, s := range g.Schemas {
			t.literals = t.literals || s.Draft == schema.Draft4
		}
	}
	return t
}

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

// about adds checks that changes at the spot are about.
func (s spot) about(checks ...*model.Check) spot {
	s.keys = slices.Clip(s.keys)
	for _, c := range checks {
		s.keys = append(s.keys, keyOf(c))
	}
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
	if met, known := t.visited[key]; known {
		t.back, t.forth = t.back.and(met[0].open(at.back, t.depth)), t.forth.and(met[1].open(at.forth, t.depth))
		return
	}
	back, forth := t.back, t.forth
	t.back, t.forth = newAccount(), newAccount()
	t.depth++
	t.visited[key] = [2]account{{waits: t.depth}, {waits: t.depth}}
	at.old, at.new = t.old.first(o, at.old), t.new.first(n, at.new)
	at = at.about(o.checks...).about(n.checks...)
	t.explain(o, n, at)
	t.unexplained(at)
	t.visited[key] = [2]account{t.back, t.forth}
	t.depth--
	t.back, t.forth = back.and(t.back), forth.and(t.forth)
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
	back := at.back && !t.back.told && t.back.waits >= t.depth
	forth := at.forth && !t.forth.told && t.forth.waits >= t.depth
	if !back && !forth {
		return
	}
	message := "the schema has changed in a way that cannot be judged"
	t.add(at, Change{Keyword: "schema", Message: message, Backward: maybe(back), Forward: maybe(forth)})
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
	t.back.told = t.back.told || c.Backward != Compatible
	t.forth.told = t.forth.told || c.Forward != Compatible
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
