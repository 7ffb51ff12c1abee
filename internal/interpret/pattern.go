package interpret

import (
	"github.com/eventgen-go/eventgen/internal/model"
	"github.com/eventgen-go/eventgen/internal/runtime/wire"
)

// Match reports whether the current string matches a pattern.
func (in *Interpreter) Match(c *wire.Cursor, p *model.Pattern) bool {
	s := p.Sequence
	switch {
	case s == nil:
		return in.compiled(p).Match(c)
	case len(s.Steps) == 0:
		return !(s.Start && s.End) || c.TextIs("")
	case len(s.Steps) == 1 && s.Steps[0].Text != "":
		return matchText(c, s, s.Steps[0].Text)
	}
	r := c.Runes()
	for _, step := range s.Steps {
		if !matchStep(&r, s, step) {
			return false
		}
	}
	return !s.End || r.End()
}

// matchText matches a sequence that is one text.
func matchText(c *wire.Cursor, s *model.Sequence, text string) bool {
	switch {
	case s.Start && s.End:
		return c.TextIs(text)
	case s.Start:
		return c.HasPrefix(text)
	case s.End:
		return c.HasSuffix(text)
	}
	return c.Contains(text)
}

func matchStep(r *wire.Runes, s *model.Sequence, step model.Step) bool {
	switch {
	case step.Text != "":
		return r.Text(step.Text)
	case !s.Start:
		return r.Find(step.Class)
	case step.Max < 0:
		return r.AtLeast(step.Class, step.Min)
	case step.Min == step.Max:
		return r.Take(step.Class, step.Min)
	}
	return r.Between(step.Class, step.Min, step.Max)
}

// compiled returns a pattern as generated code declares it.
func (in *Interpreter) compiled(p *model.Pattern) *wire.Pattern {
	if made, ok := in.patterns.Load(p); ok {
		return made.(*wire.Pattern)
	}
	made, _ := in.patterns.LoadOrStore(p, &wire.Pattern{Source: p.Source, And: p.And, Not: p.Not})
	return made.(*wire.Pattern)
}
