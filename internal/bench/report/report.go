// Package report writes what was measured as Markdown, and into the README.
package report

import (
	"fmt"
	"strings"
)

// None fills a cell for which nothing was measured.
const None = "–"

// A Table has a first column of names.
type Table struct {
	Title string // a sentence or two, above it
	Head  []string
	Rows  [][]string
}

// Add adds a row.
func (t *Table) Add(cells ...string) {
	t.Rows = append(t.Rows, cells)
}

// String returns the table with an empty line before it and before its rows.
func (t *Table) String() string {
	var b strings.Builder
	if t.Title != "" {
		fmt.Fprintf(&b, "\n%s\n", t.Title)
	}
	b.WriteString("\n" + line(t.Head) + strings.Repeat("|---", len(t.Head)) + "|\n")
	for _, r := range t.Rows {
		b.WriteString(line(r))
	}
	return b.String()
}

func line(cells []string) string {
	var b strings.Builder
	for _, c := range cells {
		b.WriteString("| ")
		if c != "" {
			b.WriteString(c + " ")
		}
	}
	return b.String() + "|\n"
}

// Bytes writes a size.
func Bytes(n float64) string {
	switch {
	case n >= 1e6:
		return fmt.Sprintf("%.1f MB", n/1e6)
	case n >= 1e3:
		return fmt.Sprintf("%.1f KB", n/1e3)
	default:
		return fmt.Sprintf("%.0f B", n)
	}
}
