package main

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/eventgen-go/eventgen/gen"
	"github.com/eventgen-go/eventgen/internal/compare"
	"github.com/eventgen-go/eventgen/internal/document"
	"github.com/eventgen-go/eventgen/internal/evolve"
	"github.com/eventgen-go/eventgen/internal/report"
	"github.com/eventgen-go/eventgen/internal/schema"
)

// A changeTeller tells how schemas have changed.
type changeTeller struct {
	command        string
	stdout, stderr io.Writer
	quiet          bool

	aspects []aspect        // by which changes are judged
	least   compare.Verdict // the verdict that makes the answer no
	style   report.Style
	print   func(report.Report) []byte
	schemas []evolve.Schema
}

// printer returns the function that prints a format; nil if there is no format of that name.
func (t *changeTeller) printer(format string) func(report.Report) []byte {
	if format == "json" {
		return func(report.Report) []byte { return t.json() }
	}
	return report.Printer(format)
}

// text prints a report in the style for the terminal.
func (t *changeTeller) text(r report.Report) []byte {
	var b []byte
	for _, f := range r.Files {
		b = append(b, t.style.File(f)...)
	}
	return b
}

// tell prints everything and returns what becomes of the run.
func (t *changeTeller) tell(reports []reportFile) error {
	all := t.report()
	if _, err := t.stdout.Write(t.print(all)); err != nil {
		return err
	}
	if err := writeReports(reports, all); err != nil {
		return err
	}
	unreadable, wrong := t.tellErrors()
	if !t.quiet {
		fmt.Fprintln(t.stderr, t.summary())
	}
	switch {
	case unreadable:
		return errTold
	case wrong || t.count(t.least) > 0:
		return errNo
	}
	return nil
}

// tellErrors tells of files that could not be read, and reports whether there are some, or others
// that are no schemas.
func (t *changeTeller) tellErrors() (unreadable, wrong bool) {
	for _, s := range t.schemas {
		var problems gen.Problems
		switch {
		case errors.As(s.Err, &problems):
			wrong = true
		case s.Err != nil:
			unreadable = true
			tellError(t.stderr, s.Err)
		}
	}
	return unreadable, wrong
}

// verdict returns the worst that a change means in the aspects that matter.
func (t *changeTeller) verdict(c compare.Change) compare.Verdict {
	var worst compare.Verdict
	for _, a := range t.aspects {
		worst = max(worst, a.verdict(c))
	}
	return worst
}

// count returns how many changes are at least as bad as a verdict.
func (t *changeTeller) count(least compare.Verdict) int {
	n := 0
	for _, c := range t.changes() {
		if t.verdict(c) >= least {
			n++
		}
	}
	return n
}

// changes returns the changes of all schemas, each once: several may refer to where it is.
func (t *changeTeller) changes() []compare.Change {
	type id struct {
		old, new schema.Location
		message  string
	}
	seen := map[id]bool{}
	var all []compare.Change
	for _, s := range t.schemas {
		for _, c := range s.Changes {
			if key := (id{c.Old, c.New, cmp.Or(c.Message, c.GoMessage)}); !seen[key] {
				seen[key] = true
				all = append(all, c)
			}
		}
	}
	return all
}

// summary says "3 changes in 2 schemas: 1 breaks, 1 may break".
func (t *changeTeller) summary() string {
	s := report.Count(len(t.changes()), "change") + " in " + report.Count(len(t.schemas), "schema")
	breaking := t.count(compare.Breaks)
	perhaps := t.count(compare.MayBreak) - breaking
	var parts []string
	switch {
	case breaking == 1:
		parts = append(parts, "1 breaks")
	case breaking > 1:
		parts = append(parts, report.Number(breaking)+" break")
	}
	if perhaps > 0 {
		parts = append(parts, report.Number(perhaps)+" may break")
	}
	if len(parts) > 0 {
		s += ": " + strings.Join(parts, ", ")
	}
	return s
}

// report makes the report: a file for each that a change is in, and for each schema without one.
func (t *changeTeller) report() report.Report {
	files := map[string]*report.File{}
	file := func(name string) *report.File {
		if files[name] == nil {
			files[name] = &report.File{Name: name}
		}
		return files[name]
	}
	for _, s := range t.schemas {
		f := file(s.Name)
		f.Documents++
		var problems gen.Problems
		switch {
		case errors.As(s.Err, &problems):
			f.Invalid++
			for _, p := range problems {
				at := file(p.Location.File)
				at.Findings = append(at.Findings, problemFinding(p))
			}
		case s.Err != nil:
			f.Error = s.Err.Error()
		}
	}
	lines := linesOf{}
	for _, c := range t.changes() {
		at := file(c.Location().File)
		at.Findings = append(at.Findings, t.finding(c, lines))
	}
	all := report.Report{Version: moduleVersion(), Command: t.command}
	for _, name := range slices.Sorted(maps.Keys(files)) {
		slices.SortStableFunc(files[name].Findings, func(a, b report.Finding) int {
			return cmp.Or(cmp.Compare(a.Place.Line, b.Place.Line), cmp.Compare(a.Place.Column, b.Place.Column))
		})
		all.Files = append(all.Files, *files[name])
	}
	return all
}

func problemFinding(p *gen.Problem) report.Finding {
	at := p.Location
	return report.Finding{
		Severity: report.Error, File: at.File, Place: report.Place{Line: at.Line, Column: at.Column, Character: at.Column},
		Pointer: at.Pointer, Keyword: p.Keyword, Message: p.Message, Hint: p.Hint,
	}
}

// finding makes a finding of a change.
func (t *changeTeller) finding(c compare.Change, lines linesOf) report.Finding {
	at := c.Location()
	f := report.Finding{
		Severity: severities[t.verdict(c)], File: at.File, Pointer: at.Pointer, Keyword: c.Keyword,
		Message: t.message(c),
		Place:   report.Place{Line: at.Line, Column: at.Column, Character: at.Column},
	}
	if place, excerpt := document.Locate(lines.text(at.File), at.Line, at.Column); at.Line > 0 && place.Line == at.Line {
		f.Place, f.Excerpt = report.Place(place), report.Excerpt(excerpt)
	}
	return f
}

var severities = map[compare.Verdict]report.Severity{
	compare.Compatible: report.Note, compare.MayBreak: report.Warning, compare.Breaks: report.Error,
}

// message says what has changed and whom that breaks: "/id: the member is required now [breaks old
// events]".
func (t *changeTeller) message(c compare.Change) string {
	message := c.Message
	if c.GoMessage != "" {
		message = strings.TrimPrefix(message+"; Go: "+c.GoMessage, "; ")
	}
	if c.Path != "" {
		message = c.Path + ": " + message
	}
	var parts []string
	for _, v := range []compare.Verdict{compare.Breaks, compare.MayBreak} {
		var victims []string
		for _, a := range t.aspects {
			if a.verdict(c) == v {
				victims = append(victims, a.victim)
			}
		}
		if len(victims) > 0 {
			parts = append(parts, v.String()+" "+strings.Join(victims, ", "))
		}
	}
	if len(parts) == 0 {
		parts = []string{compare.Compatible.String()}
	}
	return message + " [" + strings.Join(parts, "; ") + "]"
}

// linesOf are the texts of files, by name; nothing for what is no file on disk.
type linesOf map[string][]byte

func (l linesOf) text(file string) []byte {
	text, known := l[file]
	if !known {
		text, _ = os.ReadFile(filepath.FromSlash(file)) // without it, findings are less telling
		l[file] = text
	}
	return text
}

// The types of the format json. Its schema is diff.schema.json in gen/schemas.
type (
	jsonSchema struct {
		File     string        `json:"file"`
		Changes  []jsonChange  `json:"changes"`
		Problems []jsonProblem `json:"problems,omitempty"`
		Error    string        `json:"error,omitempty"`
	}
	jsonChange struct {
		Severity  report.Severity `json:"severity"`
		Path      string          `json:"path"`
		Keyword   string          `json:"keyword"`
		Message   string          `json:"message,omitempty"`
		GoMessage string          `json:"goMessage,omitempty"`
		Backward  string          `json:"backward"`
		Forward   string          `json:"forward"`
		Go        string          `json:"go"`
		Old       *jsonPlace      `json:"old,omitempty"`
		New       *jsonPlace      `json:"new,omitempty"`
	}
	jsonPlace struct {
		File    string `json:"file"`
		Line    int    `json:"line"`
		Column  int    `json:"column"`
		Pointer string `json:"pointer"`
	}
	jsonProblem struct {
		jsonPlace
		Keyword string `json:"keyword,omitempty"`
		Message string `json:"message"`
		Hint    string `json:"hint,omitempty"`
	}
)

// json prints an array with an object for each schema.
func (t *changeTeller) json() []byte {
	schemas := make([]jsonSchema, len(t.schemas))
	for i, s := range t.schemas {
		schemas[i] = jsonSchema{File: s.Name, Changes: make([]jsonChange, len(s.Changes))}
		for j, c := range s.Changes {
			schemas[i].Changes[j] = jsonChange{
				Severity: severities[t.verdict(c)], Path: c.Path, Keyword: c.Keyword, Message: c.Message, GoMessage: c.GoMessage,
				Backward: c.Backward.String(), Forward: c.Forward.String(), Go: c.Go.String(), Old: newJSONPlace(c.Old), New: newJSONPlace(c.New),
			}
		}
		var problems gen.Problems
		if errors.As(s.Err, &problems) {
			for _, p := range problems {
				schemas[i].Problems = append(schemas[i].Problems, jsonProblem{*newJSONPlace(p.Location), p.Keyword, p.Message, p.Hint})
			}
		} else if s.Err != nil {
			schemas[i].Error = s.Err.Error()
		}
	}
	return report.MarshalJSON(schemas)
}

func newJSONPlace(l schema.Location) *jsonPlace {
	if l.File == "" {
		return nil
	}
	return &jsonPlace{l.File, l.Line, l.Column, l.Pointer}
}
