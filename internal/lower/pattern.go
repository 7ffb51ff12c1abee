package lower

import (
	"strings"

	"github.com/eventgen-go/eventgen/internal/ecma"
	"github.com/eventgen-go/eventgen/internal/model"
)

// Limits on what becomes a step.
const (
	maxText  = 64 // bytes of a text that is written as such, not as repeated classes
	maxFound = 32 // bytes of a text that is looked for anywhere: more would cost an allocation
)

// patternModel chooses how a pattern is matched: step by step if it is as simple
// as that, else by regular expressions.
func patternModel(source string, expr *ecma.Regexp) *model.Pattern {
	p := &model.Pattern{Ecma: source}
	if s, ok := expr.Sequence(); ok {
		p.Sequence = sequence(s)
	}
	if p.Sequence == nil {
		p.Source, p.And, p.Not = expr.Tests()
	}
	return p
}

// sequence returns the steps of s, nil if a regular expression does better.
func sequence(s ecma.Sequence) *model.Sequence {
	m := &model.Sequence{Start: s.AnchoredStart, End: s.AnchoredEnd}
	for _, p := range s.Parts {
		text, ok := partText(p)
		last := len(m.Steps) - 1
		switch {
		case !ok:
			m.Steps = append(m.Steps, model.Step{Class: class(p.Ranges), Min: p.Min, Max: p.Max})
		case last >= 0 && m.Steps[last].Text != "":
			m.Steps[last].Text += text
		default:
			m.Steps = append(m.Steps, model.Step{Text: text})
		}
	}
	if !m.Start && (len(m.Steps) > 1 || !m.End && len(m.Steps) == 1 && len(m.Steps[0].Text) > maxFound) {
		return nil
	}
	return m
}

// partText returns the only text that a part takes.
func partText(p ecma.Part) (string, bool) {
	if len(p.Ranges) != 2 || p.Ranges[0] != p.Ranges[1] || p.Min != p.Max || p.Min > maxText {
		return "", false
	}
	return strings.Repeat(string(p.Ranges[0]), p.Min), true
}

// class spells ranges as the runtime reads them.
func class(ranges []rune) string { return string(ranges) }

// matchesAll reports whether a pattern accepts every text.
func matchesAll(p *model.Pattern) bool {
	s := p.Sequence
	return s != nil && len(s.Steps) == 0 && !(s.Start && s.End)
}
