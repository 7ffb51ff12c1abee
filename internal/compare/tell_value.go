package compare

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"

	"github.com/eventgen-go/eventgen/internal/model"
)

// types tells which kinds of values are new or gone.
func (t *teller) types(o, n facts, at spot) {
	was, is := t.kindsOf(o), t.kindsOf(n)
	gone, added := was&^is, is&^was
	if gone|added == 0 {
		return
	}
	message := "is " + kindsText(is) + ", was " + kindsText(was)
	switch {
	case is == 0:
		message = "nothing is allowed here any more"
	case was == 0:
		message = "is " + kindsText(is) + ", nothing was allowed here"
	}
	t.rules(at, mismatch(o), mismatch(n), message, breaks(gone != 0), breaks(added != 0))
}

// kindsOf returns the kinds of values for which facts hold.
func (t *teller) kindsOf(f facts) model.Kinds {
	var all model.Kinds
	for _, k := range kinds {
		if t.possible(f, k) {
			all |= k
		}
	}
	return all
}

// mismatch returns the rule that says which kinds are allowed, nil if none does.
func mismatch(f facts) *model.Rule {
	for _, c := range f.checks {
		if c.Mismatch.Keyword != "" {
			return &c.Mismatch
		}
	}
	return nil
}

// values tells how lists of the allowed values differ, and reports whether there are any.
func (t *teller) values(o, n facts, ov, nv view, at spot) bool {
	t.steps = 0
	was, limited := t.listed(o, ov)
	is, limits := t.listed(n, nv)
	from, to := enumRule(ov), enumRule(nv)
	switch {
	case limited && limits:
		gone, added := missing(was, is), missing(is, was)
		t.rules(at, from, to, "no longer allowed: "+list(gone), breaks(len(gone) > 0), Compatible)
		t.rules(at, from, to, "allowed now: "+list(added), Compatible, breaks(len(added) > 0))
	case limits:
		t.rules(at, nil, to, "limited to "+list(is), Breaks, maybe(at.forth))
	case limited:
		t.rules(at, from, nil, "no longer limited to "+list(was), maybe(at.back), Breaks)
	}
	return limited || limits
}

// enumRule returns the rule that lists the values of a view, nil if none does.
func enumRule(v view) *model.Rule {
	if enums := v.enumerations(); len(enums) > 0 {
		return &enums[0].Rule
	}
	for _, c := range v.rules {
		if c.Bool != nil && v.kind == model.KindBool {
			return &c.Bool.Rule
		}
	}
	return nil
}

// missing returns those of values that are not in others.
func missing(values, others []string) []string {
	return slices.DeleteFunc(slices.Clone(values), func(v string) bool { return slices.Contains(others, v) })
}

// list names values in a message, the first few of many. Other spellings of numbers are left out.
func list(values []string) string {
	const most = 8
	var texts []string
	for _, v := range values {
		if stem, found := strings.CutSuffix(v, ".0"); !found || !slices.Contains(values, stem) {
			texts = append(texts, v)
		}
	}
	if len(texts) > most {
		texts = append(texts[:most:most], "…")
	}
	return strings.Join(texts, ", ")
}

// kindsText names kinds in a message: "a string or null".
func kindsText(kinds model.Kinds) string {
	names := []struct {
		kinds model.Kinds
		text  string
	}{
		{model.KindAny, "any value"},
		{model.KindObject, "an object"},
		{model.KindArray, "an array"},
		{model.KindString, "a string"},
		{model.KindNumber, "a number"},
		{model.KindWhole, "an integer"},
		{model.KindFraction, "a number that is not whole"},
		{model.KindBool, "a boolean"},
		{model.KindNull, "null"},
	}
	var texts []string
	for _, n := range names {
		if kinds&n.kinds == n.kinds {
			texts = append(texts, n.text)
			kinds &^= n.kinds
		}
	}
	if len(texts) < 2 {
		return strings.Join(texts, "")
	}
	last := len(texts) - 1
	return strings.Join(texts[:last], ", ") + " or " + texts[last]
}

// quote writes a text as JSON.
func quote(text string) string {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(text); err != nil {
		panic(err) // a string always has a JSON text
	}
	return strings.TrimSuffix(b.String(), "\n")
}
