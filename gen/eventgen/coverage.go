package main

import (
	_ "embed" // coverage.tsv
	"fmt"
	"io"
	"slices"
	"strings"
)

// coverageTable says who else has what; it explains itself at its beginning.
//
//go:embed coverage.tsv
var coverageTable string

// others are the columns of coverageTable, as people know them.
var others = []string{"aws-lambda-go", "Powertools for Python", "Powertools for TypeScript", "sam local generate-event"}

// coverage returns what the others have for each type, by id.
func coverage() map[string][]string {
	table := map[string][]string{}
	for line := range strings.Lines(coverageTable) {
		if line = strings.TrimSuffix(line, "\n"); !strings.HasPrefix(line, "#") {
			fields := strings.Split(line, "\t")
			table[fields[0]] = append(fields[1:], make([]string, len(others))...)[:len(others)]
		}
	}
	return table
}

// printCoverage prints a table in Markdown: a row a type, at the end a row that counts.
func printCoverage(to io.Writer, entries []entry) error {
	known := coverage()
	header := append([]string{"type", "schema", "response", "examples"}, others...)
	rows := [][]string{header, slices.Repeat([]string{"---"}, len(header))}
	counts := make([]int, len(header))
	for _, n := range entries {
		rows = append(rows, append([]string{"`" + n.Event + "`", "yes", code(n.Response), fmt.Sprint(len(n.Examples))}, marks(known[n.Event])...))
	}
	for _, row := range rows[2:] {
		for i, cell := range row {
			if cell != "–" {
				counts[i]++
			}
		}
	}
	total := []string{fmt.Sprintf("**%d**", counts[0])}
	for _, n := range counts[1:] {
		total = append(total, fmt.Sprintf("**%d**", n))
	}
	for _, row := range append(rows, total) {
		if _, err := fmt.Fprintf(to, "| %s |\n", strings.Join(row, " | ")); err != nil {
			return err
		}
	}
	return nil
}

// marks returns the cells for what the others have.
func marks(has []string) []string {
	cells := make([]string, len(others))
	for i := range cells {
		cells[i] = "–"
		if i < len(has) && has[i] != "" {
			cells[i] = code(strings.ReplaceAll(has[i], ", ", "`, `"))
		}
	}
	return cells
}

func code(text string) string {
	if text == "" {
		return "–"
	}
	return "`" + text + "`"
}
