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
	files := filesOf{}
	for _, s := range t.schemas {
		f := files.file(s.Name)
		f.Documents++
		var problems gen.Problems
		switch {
		case errors.As(s.Err, &problems):
			f.Invalid++
			for _, p := range problems {
				files.add(problemFinding(p))
			}
		case s.Err != nil:
			f.Error = s.Err.Error()
		}
	}
	lines := linesOf{}
	for _, c := range t.changes() {
		files.add(t.finding(c, lines))
	}
	return report.Report{Version: moduleVersion(), Command: t.command, Files: files.sorted()}
}

// filesOf are the files of a report, by name.
type filesOf map[string]*report.File

func (f filesOf) file(name string) *report.File {
	if f[name] == nil {
		f[name] = &report.File{Name: name}
	}
	return f[name]
}

func (f filesOf) add(finding report.Finding) {
	file := f.file(finding.File)
	file.Findings = append(file.Findings, finding)
}

// sorted returns the files in order of name, and their findings in order of place.
func (f filesOf) sorted() []report.File {
	var files []report.File
	for _, name := range slices.Sorted(maps.Keys(f)) {
		slices.SortStableFunc(f[name].Findings, func(a, b report.Finding) int {
			return cmp.Or(cmp.Compare(a.Place.Line, b.Place.Line), cmp.Compare(a.Place.Column, b.Place.Column))
		})
		files = append(files, *f[name])
	}
	return files
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
