package load

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/eventgen-go/eventgen/internal/schema"
)

// A refusal is why something cannot be had; who asked knows where in a
// document it was asked for.
type refusal struct {
	message string
	hint    string
}

// reported is the refusal whose reason is among the problems already.
var reported = &refusal{}

// problems collects what is wrong. The zero value is ready.
type problems struct {
	list schema.Problems
	seen map[place]bool
	more bool // there are more than are listed
}

// A place is what two problems share if one is enough.
type place struct {
	file         string
	line, column int
	keyword      string
}

// add notes p, unless the same keyword at the same place has a problem already.
func (ps *problems) add(p *schema.Problem) {
	at := place{p.Location.File, p.Location.Line, p.Location.Column, p.Keyword}
	switch {
	case ps.seen[at]:
		return
	case len(ps.list) == maxProblems:
		ps.more = true
		return
	}
	if ps.seen == nil {
		ps.seen = map[place]bool{}
	}
	ps.seen[at] = true
	ps.list = append(ps.list, p)
}

// err returns the problems sorted by place, nil if there are none.
func (ps *problems) err() error {
	slices.SortStableFunc(ps.list, func(a, b *schema.Problem) int {
		return cmp.Or(
			cmp.Compare(a.Location.File, b.Location.File),
			cmp.Compare(a.Location.Line, b.Location.Line),
			cmp.Compare(a.Location.Column, b.Location.Column),
		)
	})
	if ps.more {
		at := ps.list[len(ps.list)-1].Location
		ps.list = append(ps.list, &schema.Problem{
			Location: schema.Location{File: at.File},
			Message:  fmt.Sprintf("there are more than these %d problems", maxProblems),
		})
	}
	return ps.list.Err()
}

// refuse notes a refusal at the value of a keyword.
func (l *library) refuse(at *schema.Value, keyword string, why *refusal) {
	if why != reported {
		l.problems.add(&schema.Problem{Location: at.Location, Keyword: keyword, Message: why.message, Hint: why.hint})
	}
}

// describe names the kind of a value in a message.
func describe(k schema.Kind) string {
	switch k {
	case schema.KindNull:
		return "null"
	case schema.KindFalse, schema.KindTrue:
		return "a boolean"
	case schema.KindNumber:
		return "a number"
	case schema.KindString:
		return "a string"
	case schema.KindArray:
		return "an array"
	default:
		return "an object"
	}
}
