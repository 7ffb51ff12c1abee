package lower

import (
	"slices"
	"strings"

	"github.com/eventgen-go/eventgen/internal/ecma"
	"github.com/eventgen-go/eventgen/internal/model"
)

// Limits on texts that are steps, in bytes.
const (
	maxText  = 64 // longer runs of one character are a class
	maxFound = 32 // to be found anywhere; more would cost an allocation
)

// patternModel chooses how a pattern is matched: step by step if it is as simple
// as that, else by regular expressions. Those are there in any case, unless they
// would be too large.
func patternModel(source string, expr *ecma.Regexp) *model.Pattern {
	p := &model.Pattern{Ecma: source}
	p.Source, p.And, p.Not = expr.Tests()
	if s, ok := expr.Sequence(); ok {
		p.Sequence = sequence(s)
	}
	return p
}

// sequence returns the steps of s, nil if a regular expression does better.
func sequence(s ecma.Sequence) *model.Sequence {
	m := &model.Sequence{Start: s.AnchoredStart, End: s.AnchoredEnd}
	text, literal := s.Literal()
	switch {
	case s.AnchoredStart:
		m.Steps = steps(s.Parts)
	case literal && !s.AnchoredEnd && len(text) > maxFound:
		return nil
	case literal && text != "":
		m.Steps = []model.Step{{Text: text}}
	case !literal:
		m.Steps = []model.Step{{Class: class(s.Parts[0].Ranges), Min: 1, Max: 1}}
	}
	return m
}

// steps joins parts that take but one character to texts.
func steps(parts []ecma.Part) []model.Step {
	var all []model.Step
	for _, p := range parts {
		text, ok := partText(p)
		last := len(all) - 1
		switch {
		case !ok:
			all = append(all, model.Step{Class: class(p.Ranges), Min: p.Min, Max: p.Max})
		case last >= 0 && all[last].Text != "":
			all[last].Text += text
		default:
			all = append(all, model.Step{Text: text})
		}
	}
	return all
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

// namePatterns gives each pattern the name of the first value that uses it.
func (l *lowering) namePatterns() {
	names := namespace{}
	take := func(p *model.Pattern, name string) {
		if p.Name == "" {
			p.Name = names.take(name)
			l.pkg.Patterns = append(l.pkg.Patterns, p)
		}
	}
	for _, s := range l.named {
		if c := s.value.Check.String; c != nil {
			for _, p := range c.Patterns {
				take(p.Pattern, s.value.Name)
			}
		}
		if c := s.value.Check.Object; c != nil {
			for _, r := range c.Rest {
				for _, p := range r.Patterns {
					take(p.Pattern, s.value.Name+"Names")
				}
			}
		}
	}
}

// noteNeeds lists the functions that the package needs of the runtime.
func (l *lowering) noteNeeds() {
	for _, s := range l.named {
		if c := s.value.Check.String; c != nil {
			for _, f := range c.Formats {
				l.pkg.Needs = append(l.pkg.Needs, f.Func)
			}
		}
	}
	l.noteNested()
	slices.Sort(l.pkg.Needs)
	l.pkg.Needs = slices.Compact(l.pkg.Needs)
}
