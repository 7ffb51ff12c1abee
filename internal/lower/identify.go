package lower

import (
	"strings"

	"github.com/eventgen-go/eventgen/internal/model"
	"github.com/eventgen-go/eventgen/internal/schema"
)

// What a test says by the best that it asks for: a value says nearly everything, that a member is
// there or not says next to nothing.
const (
	pointsOfConst    = 4
	pointsOfChoice   = 3 // among several values, or by a pattern
	pointsOfType     = 2
	pointsOfPresence = 1
)

// identify decides how documents of the root types are recognised.
func (l *lowering) identify() {
	for i, r := range l.pkg.Roots {
		for _, a := range l.options.Types[i].Schema.Identify {
			r.Ways = append(r.Ways, l.way(a))
		}
	}
}

func (l *lowering) way(a schema.Alternative) model.Way {
	var w model.Way
	for _, t := range a {
		w.Tests = append(w.Tests, model.Test{Pointer: t.Pointer, Tokens: t.Tokens, Absent: t.Absent, Trait: l.trait(t)})
		w.Points += points(t)
	}
	return w
}

func points(t schema.Test) int {
	switch {
	case len(t.Values) == 1:
		return pointsOfConst
	case t.Values != nil || t.Pattern != nil:
		return pointsOfChoice
	case t.Types != nil:
		return pointsOfType
	}
	return pointsOfPresence
}

// trait is what a test wants of the value that is there.
func (l *lowering) trait(t schema.Test) model.Trait {
	var trait model.Trait
	var is []string
	if t.Types != nil {
		for _, typ := range t.Types {
			trait.Kinds |= kindsOfType[typ]
		}
		is = append(is, "is "+kindsText(trait.Kinds))
	}
	if t.Pattern != nil {
		trait.Pattern = l.testPattern(t.Pattern)
		is = append(is, "matches "+t.Pattern.Text)
	}
	if t.Values != nil {
		for _, v := range t.Values {
			trait.Values = append(trait.Values, v.JSON())
		}
		is = append(is, "is "+oneOf(t.Values))
	}
	if is == nil {
		is = []string{"is there"}
	}
	trait.Is = strings.Join(is, " and ")
	return trait
}

// testPattern compiles the pattern of a test; nil if it cannot be compiled, which is noted.
func (l *lowering) testPattern(v *schema.Value) *model.Pattern {
	expr, wrong := compilePattern(v.Text)
	if wrong != "" {
		l.problems = append(l.problems, &schema.Problem{Location: v.Location, Keyword: "x-identify", Message: wrong, Hint: patternHint})
		return nil
	}
	return patternModel(v.Text, expr)
}
