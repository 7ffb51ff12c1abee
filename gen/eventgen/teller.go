package main

import (
	"errors"
	"fmt"
	"io"

	"github.com/eventgen-go/eventgen/internal/document"
	"github.com/eventgen-go/eventgen/internal/report"
)

// A teller tells what comes of a run: findings as they come if they are for people, else at the
// end.
type teller struct {
	inputs []document.Input
	most   int
	stdout io.Writer
	stderr io.Writer
	quiet  bool

	style report.Style
	print func(report.Report) []byte // nil for text
	keep  bool                       // findings are needed at the end

	report    report.Report
	current   report.File // of the input that is being read
	told      report.Omitted
	documents int
	invalid   int
	failed    int // files that could not be read
	errors    int
	progress  *progress
}

// part takes in a part of an input.
func (t *teller) part(p document.Part[verdict]) error {
	t.current.Name = t.inputs[p.Input].Name
	v := p.Result
	t.documents += v.documents
	t.invalid += v.invalid
	t.current.Documents += v.documents
	t.current.Invalid += v.invalid
	t.current.Omitted.Errors += v.omitted
	t.errors += v.omitted
	if err := t.tell(v.findings); err != nil {
		return err
	}
	if p.End {
		if err := t.end(p.Err); err != nil {
			return err
		}
	}
	t.progress.update(p.Read, p.End, t.documents)
	return nil
}

// tell tells findings, of which a file may have so many.
func (t *teller) tell(findings []report.Finding) error {
	var within []report.Finding
	for _, f := range findings {
		f.File = t.current.Name
		told, omitted := &t.told.Errors, &t.current.Omitted.Errors
		if f.Severity == report.Note {
			told, omitted = &t.told.Notes, &t.current.Omitted.Notes
		} else {
			t.errors++
		}
		if *told == t.most {
			*omitted++
			continue
		}
		*told++
		within = append(within, f)
	}
	if t.keep {
		t.current.Findings = append(t.current.Findings, within...)
	}
	return t.text(report.File{Name: t.current.Name, Findings: within})
}

// text prints a part of a file's findings for people.
func (t *teller) text(f report.File) error {
	text := t.style.File(f)
	if t.print != nil || len(text) == 0 {
		return nil
	}
	t.progress.clear()
	_, err := t.stdout.Write(text)
	return err
}

// end is the end of an input.
func (t *teller) end(err error) error {
	var faults document.Faults
	switch {
	case errors.As(err, &faults):
		if err := t.tell(faultFindings(faults)); err != nil {
			return err
		}
	case err != nil:
		t.failed++
		t.current.Error = err.Error()
		t.progress.clear()
		tellError(t.stderr, fmt.Errorf("%s: %w", t.current.Name, err))
	}
	if err := t.text(report.File{Name: t.current.Name, Omitted: t.current.Omitted}); err != nil {
		return err
	}
	if t.keep {
		t.report.Files = append(t.report.Files, t.current)
	}
	t.current, t.told = report.File{}, report.Omitted{}
	return nil
}

// faultFindings are the findings about text that holds no documents.
func faultFindings(faults document.Faults) []report.Finding {
	findings := make([]report.Finding, len(faults))
	for i, f := range faults {
		findings[i] = report.Finding{
			Severity: report.Error, Place: report.Place(f.Place), Keyword: "syntax",
			Message: f.Message, Hint: f.Hint, Excerpt: report.Excerpt(f.Excerpt),
		}
	}
	return findings
}

// finish prints what is printed at the end.
func (t *teller) finish() error {
	t.progress.clear()
	if t.print != nil {
		if _, err := t.stdout.Write(t.print(t.report)); err != nil {
			return err
		}
	}
	if !t.quiet {
		fmt.Fprintln(t.stderr, t.summary())
	}
	return nil
}

// summary says "12 documents in 3 files: 2 are not valid".
func (t *teller) summary() string {
	s := report.Count(t.documents, "document") + " in " + report.Count(len(t.inputs)-t.failed, "file")
	switch {
	case t.invalid == 1:
		s += ": 1 is not valid"
	case t.invalid > 1:
		s += ": " + report.Number(t.invalid) + " are not valid"
	case t.errors > 0:
		s += ": not well-formed"
	case t.failed == 0:
		s += ": all valid"
	}
	if t.failed > 0 {
		s += "; " + report.Count(t.failed, "file") + " could not be read"
	}
	return s
}

// err returns what becomes of the run.
func (t *teller) err() error {
	switch {
	case t.failed > 0:
		return errTold
	case t.errors > 0:
		return errNo
	}
	return nil
}
