package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/eventgen-go/eventgen/gen"
	"github.com/eventgen-go/eventgen/internal/document"
	"github.com/eventgen-go/eventgen/internal/infer"
	"github.com/eventgen-go/eventgen/internal/judge"
	"github.com/eventgen-go/eventgen/internal/load"
	"github.com/eventgen-go/eventgen/internal/report"
	"github.com/eventgen-go/eventgen/internal/schema"
	"github.com/eventgen-go/eventgen/internal/source"
)

const inferHelp = `Infer prints a JSON Schema by which all samples are valid, and what speaks for it.

It lists the members that were seen, with the types of their values, and requires those that all
samples have. Strings that are all of a format get it; words that come again and again become an
enumeration that is open to others; objects that a member such as "type" tells apart become
alternatives; objects whose names are data become maps. $comment tells what was seen.

With --merge it prints a schema that you have, changed so that the samples are valid too: with
further members, types, values and alternatives, wider bounds, and fewer required members. What its
conditions (not, if, contains) refuse is left to you.

A SAMPLE is a file, a folder, a pattern or -, as for validate; the items of an array of objects are
samples of their own. The exit status is 0 if a schema was printed, 1 if a sample is no JSON or is
still refused, 2 if a file could not be read.`

const inferExample = `  eventgen infer event.json > event.schema.json
  eventgen infer --title Order 'testdata/**/*.json'
  eventgen infer events.ndjson
  eventgen infer --merge order.schema.json order.yaml
  eventgen infer - < event.json`

// inferOptions are the flags of infer.
type inferOptions struct {
	merge string
	title string
	quiet bool
	inputOptions
	schemaOptions
}

func (o *inferOptions) register(f *pflag.FlagSet) {
	f.SortFlags = false
	f.StringVar(&o.merge, "merge", "", "change the schema in this `file` so that samples are valid by it")
	f.StringVar(&o.title, "title", "", "`title` of the schema, after which its Go type is named")
	f.BoolVar(&o.quiet, "quiet", false, "print nothing but the schema and errors")
	o.inputOptions.register(f)
	o.schemaOptions.register(f)
}

func newInfer() *cobra.Command {
	var o inferOptions
	cmd := &cobra.Command{
		Use:     "infer SAMPLE...",
		Short:   "Make a JSON Schema from samples, or change one so that they are valid",
		Long:    inferHelp,
		Example: inferExample,
		RunE: func(cmd *cobra.Command, files []string) error {
			if len(files) == 0 {
				return usage("no sample", "eventgen infer event.json, or - for standard input")
			}
			return o.run(cmd, document.Find(files, cmd.InOrStdin()))
		},
	}
	o.register(cmd.Flags())
	return cmd
}

func (o *inferOptions) run(cmd *cobra.Command, inputs []document.Input) error {
	switch {
	case o.merge == "" && o.schemaOptions.set():
		return usage("--draft, --assert-format and --map go with --merge", "")
	case o.merge != "" && o.title != "":
		return usage("--merge and --title exclude each other", "the schema keeps its title")
	}
	reading, err := o.options()
	if err != nil {
		return err
	}
	c := &collection{inputs: inputs}
	reading.Whole = func(first []byte) bool { return len(first) > 0 && first[0] != '{' }
	if err := document.Each(inputs, reading, parseSamples, c.part); err != nil {
		return err
	}
	if err := c.err(cmd); err != nil {
		return err
	}
	text, err := o.schema(c)
	if err != nil {
		return err
	}
	if _, err := cmd.OutOrStdout().Write(text); err != nil {
		return err
	}
	if !o.quiet {
		fmt.Fprintf(cmd.ErrOrStderr(), "a schema of %s in %s\n", report.Count(len(c.samples), "sample"), report.Count(len(inputs), "file"))
	}
	return nil
}

// schema makes the schema and holds the samples against it.
func (o *inferOptions) schema(c *collection) ([]byte, error) {
	options, err := o.reading()
	if err != nil {
		return nil, err
	}
	if o.merge == "" {
		text := infer.Print(infer.Schema(c.values(), infer.Options{Title: o.title}))
		return text, c.check("inferred.schema.json", text, options)
	}
	graph, err := source.Open(o.merge, options)
	if err != nil {
		return nil, err
	}
	if _, err := judge.FromGraph(graph); err != nil {
		return nil, err
	}
	text, err := os.ReadFile(o.merge)
	if err != nil {
		return nil, err
	}
	root, err := load.Document(filepath.ToSlash(o.merge), text)
	if err != nil {
		return nil, err
	}
	text = infer.Print(infer.Grow(root, c.values()))
	return text, c.check(filepath.Join(filepath.Dir(o.merge), "grown.schema.json"), text, options)
}

// A seen is a sample.
type seen struct {
	value *schema.Value
	text  []byte
	place document.Place // where it begins
	file  string
}

// parsed is what becomes of the samples of a chunk.
type parsed struct {
	samples  []seen
	problems gen.Problems
}

// parseSamples reads the samples of a chunk.
func parseSamples(c *document.Chunk) parsed {
	var p parsed
	for i := range c.Len() {
		d := c.Document(i)
		s := seen{text: bytes.Clone(d.Text), place: d.Place(0)}
		var (
			problems gen.Problems
			err      error
		)
		if s.value, err = load.Document("", s.text); errors.As(err, &problems) {
			for _, problem := range problems {
				p.problems = append(p.problems, s.problem(*problem))
			}
			continue
		}
		p.samples = append(p.samples, s)
	}
	return p
}

// problem moves a problem from its place in the sample to that in the file.
func (s seen) problem(p gen.Problem) *gen.Problem {
	if p.Location.Line == 1 {
		p.Location.Column += s.place.Column - 1
	}
	p.Location.Line += s.place.Line - 1
	p.Location.File = s.file
	return &p
}

// A collection collects the samples of all inputs.
type collection struct {
	inputs   []document.Input
	samples  []seen
	problems gen.Problems
	failed   []error // files that could not be read
}

// part takes in a part of an input.
func (c *collection) part(p document.Part[parsed]) error {
	name := c.inputs[p.Input].Name
	for _, s := range p.Result.samples {
		s.file = name
		c.samples = append(c.samples, s)
	}
	for _, problem := range p.Result.problems {
		problem.Location.File = name
		c.problems = append(c.problems, problem)
	}
	var faults document.Faults
	switch {
	case errors.As(p.Err, &faults):
		for _, f := range faults {
			at := schema.Location{File: name, Line: f.Place.Line, Column: f.Place.Column}
			c.problems = append(c.problems, &gen.Problem{Location: at, Keyword: "syntax", Message: f.Message, Hint: f.Hint})
		}
	case p.Err != nil:
		c.failed = append(c.failed, fmt.Errorf("%s: %w", name, p.Err))
	}
	return nil
}

// err returns why there is no collection of samples; errors about files are told.
func (c *collection) err(cmd *cobra.Command) error {
	for _, err := range c.failed {
		tellError(cmd.ErrOrStderr(), err)
	}
	switch {
	case len(c.failed) > 0:
		tellProblems(cmd.ErrOrStderr(), c.problems)
		return errTold
	case len(c.problems) > 0:
		return c.problems
	case len(c.samples) == 0:
		return usage("no sample in "+c.inputs[0].Name, "a schema needs at least one document")
	}
	return nil
}

func (c *collection) values() []*schema.Value {
	values := make([]*schema.Value, len(c.samples))
	for i, s := range c.samples {
		values[i] = s.value
	}
	return values
}

// check holds the samples against the text of a schema that is to be in a file.
func (c *collection) check(file string, text []byte, o source.Options) error {
	graph, err := source.OpenEdited(file, text, o)
	if err != nil {
		return err
	}
	s, err := judge.FromGraph(graph)
	if err != nil {
		return err
	}
	for _, sample := range c.samples {
		for _, v := range s.Violations(sample.text) {
			c.problems = append(c.problems, sample.problem(gen.Problem{
				Location: schema.Location{Line: v.Line, Column: v.Column, Pointer: v.Pointer}, Keyword: v.Keyword,
				Message: v.Message + ", also by the changed schema",
				Hint:    "change the schema at #" + v.SchemaPointer + " by hand",
			}))
		}
	}
	return c.problems.Err()
}
