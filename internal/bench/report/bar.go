package report

import (
	"fmt"
	"math"
	"strings"
)

// A Bar is what a figure has to reach.
type Bar struct {
	What    string
	Limit   Limit
	Reached float64
}

// A Limit is what is asked of a figure.
type Limit struct {
	relation relation
	value    float64
	unit     string
}

type relation string

const (
	atLeast  relation = "at least"
	atMost   relation = "at most"
	moreThan relation = "more than"
)

// AtLeast is the limit of a figure that may be equal or larger.
func AtLeast(value float64, unit string) Limit { return Limit{atLeast, value, unit} }

// AtMost is the limit of a figure that may be equal or smaller.
func AtMost(value float64, unit string) Limit { return Limit{atMost, value, unit} }

// MoreThan is the limit of a figure that has to be larger.
func MoreThan(value float64, unit string) Limit { return Limit{moreThan, value, unit} }

// Bars is the table that holds figures against what they have to reach.
func Bars(title string, bars []Bar) *Table {
	t := &Table{Title: title, Head: []string{"", "bar", "reached", "met"}}
	for _, b := range bars {
		t.Add(b.What, b.Limit.String(), amount(b.Reached, b.Limit.unit), b.verdict())
	}
	return t
}

// verdict is about the figure as it was measured, not as it is rounded.
func (b Bar) verdict() string {
	if b.Limit.met(b.Reached) {
		return "yes"
	}
	return "**no**"
}

func (l Limit) met(v float64) bool {
	switch l.relation {
	case atMost:
		return v <= l.value
	case moreThan:
		return v > l.value
	default:
		return v >= l.value
	}
}

func (l Limit) String() string {
	return string(l.relation) + " " + amount(l.value, l.unit)
}

// amount has three digits that count, or all before the point.
func amount(v float64, unit string) string {
	format := "%.3g %s"
	if math.Abs(v) >= 1000 {
		format = "%.0f %s"
	}
	return strings.TrimSpace(fmt.Sprintf(format, v, unit))
}
