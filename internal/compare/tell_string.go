package compare

import (
	"slices"
	"strconv"

	"github.com/eventgen-go/eventgen/internal/ecma"
	"github.com/eventgen-go/eventgen/internal/model"
)

func (t *teller) stringRules(o, n facts, ov, nv view, at spot) {
	was, is := ov.strings(), nv.strings()
	t.limits(minLength(was), minLength(is), 1, at)
	t.limits(maxLength(was), maxLength(is), -1, at)
	back, forth := t.witness(o, n, ov, nv), t.witness(n, o, ov, nv)
	t.patterns(was, is, back, forth, at)
	t.formats(was, is, back, forth, at)
}

// limits tells how a bound on lengths or sizes differs.
func (t *teller) limits(o, n *model.Limit, sign int, at spot) {
	switch {
	case o == nil && n == nil:
	case o == nil:
		t.rules(at, nil, &n.Rule, n.Rule.Message, Breaks, Compatible)
	case n == nil:
		t.rules(at, &o.Rule, nil, "no longer "+o.Rule.Message, Compatible, Breaks)
	default:
		message := n.Rule.Message + ", was " + strconv.Itoa(o.N)
		t.rules(at, &o.Rule, &n.Rule, message, breaks(sign*n.N > sign*o.N), breaks(sign*n.N < sign*o.N))
	}
}

// A witness is a value that one version accepts and the other refuses; empty if none was found.
type witness string

// verdict says what a rule that only the refusing side has means for the values of the other.
func (w witness) verdict() Verdict {
	if w == "" {
		return MayBreak
	}
	return Breaks
}

// text shows the witness in a message.
func (w witness) text() string {
	if w == "" {
		return ""
	}
	return "; for example " + string(w)
}

// witness looks for a string that the first of the facts hold for and the second do not.
func (t *teller) witness(yes, no facts, views ...view) witness {
	for _, text := range candidates(views) {
		if q := quote(text); t.holds(yes, q) && !t.holds(no, q) {
			return witness(q)
		}
	}
	return ""
}

// candidates returns strings that rules are likely to tell apart.
func candidates(views []view) []string {
	const most = 200
	texts := []string{"", "a", "A", "0", "-", " ", "é", "aa", "A1", "2026-01-31", "2026-01-31T12:00:00Z", "12:00:00Z", "a@example.com", "https://example.com/", "192.0.2.1"}
	for _, v := range views {
		for _, s := range v.strings() {
			for _, r := range s.Patterns {
				texts = append(texts, samples(r.Pattern.Ecma, most)...)
			}
		}
	}
	return texts
}

// samples returns strings that a pattern matches.
func samples(pattern string, most int) []string {
	expr, err := ecma.Compile(pattern)
	if err != nil {
		return nil
	}
	var texts []string
	for text := range expr.Samples() {
		texts = append(texts, text)
		if len(texts) == most {
			break
		}
	}
	return texts
}

// patterns tells which patterns are new, gone or changed.
func (t *teller) patterns(was, is []*model.Strings, back, forth witness, at spot) {
	gone := slices.DeleteFunc(patternsOf(was), func(r model.PatternRule) bool { return hasPattern(is, r.Pattern) })
	added := slices.DeleteFunc(patternsOf(is), func(r model.PatternRule) bool { return hasPattern(was, r.Pattern) })
	for i := range max(len(gone), len(added)) {
		switch {
		case i >= len(gone):
			t.rules(at, nil, &added[i].Rule, added[i].Rule.Message+back.text(), back.verdict(), Compatible)
		case i >= len(added):
			t.rules(at, &gone[i].Rule, nil, "no longer "+gone[i].Rule.Message+forth.text(), Compatible, forth.verdict())
		default:
			message := added[i].Rule.Message + ", was " + gone[i].Pattern.Ecma
			t.rules(at, &gone[i].Rule, &added[i].Rule, message+back.text(), back.verdict(), forth.verdict())
		}
	}
}

func patternsOf(rules []*model.Strings) []model.PatternRule {
	var all []model.PatternRule
	for _, s := range rules {
		all = append(all, s.Patterns...)
	}
	return all
}

// formats tells which formats are new or gone.
func (t *teller) formats(was, is []*model.Strings, back, forth witness, at spot) {
	for _, r := range formatsOf(is) {
		if !hasFormat(was, r.Func) {
			t.rules(at, nil, &r.Rule, r.Rule.Message+back.text(), back.verdict(), Compatible)
		}
	}
	for _, r := range formatsOf(was) {
		if !hasFormat(is, r.Func) {
			t.rules(at, &r.Rule, nil, "no longer "+r.Rule.Message+forth.text(), Compatible, forth.verdict())
		}
	}
}

func formatsOf(rules []*model.Strings) []model.FormatRule {
	var all []model.FormatRule
	for _, s := range rules {
		all = append(all, s.Formats...)
	}
	return all
}
