package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/eventgen-go/eventgen/gen"
	"github.com/eventgen-go/eventgen/internal/compare"
	"github.com/eventgen-go/eventgen/internal/evolve"
	"github.com/eventgen-go/eventgen/internal/report"
)

const diffHelp = `Diff tells how schemas have changed, and whom a change breaks:

  backward  old events: one that the old schema accepts is refused by the new one
  forward   old readers: an event that the new schema accepts is refused by the old one
  go        Go code: what compiles with the old package does not compile with the new one

OLD and NEW are files, or folders in which schemas with the same path are versions of each other.
In a folder, schemas are the files that are named .schema.json (or .yaml) and those with the
$schema of a draft. With --against, OLD is what FILE or DIR was in a revision of its git
repository; without FILE and DIR it is the current folder.

A change is compatible if it is shown that no event is concerned. It may break if that could not be
shown: so does a new optional member of an object that is open to others, since an old event may
have used its name for something else. Where definitions stand, and how schemas are spelled, is no
change. Go code is judged by the package that generate makes of each schema alone.

The exit status is 0 if nothing breaks, 1 if something does or a schema cannot be compiled, 2 if a
file could not be read.`

const diffExample = `  eventgen diff old.schema.json new.schema.json
  eventgen diff --against main schemas
  eventgen diff --against HEAD --for backward,go order.schema.json
  eventgen diff --fail-on may-break old new
  eventgen diff --against main --format github --report sarif=changes.sarif schemas`

// diffOptions are the flags of diff.
type diffOptions struct {
	against string
	aspects []string
	failOn  string
	format  string
	reports []string
	quiet   bool
	schemaOptions
}

func (o *diffOptions) register(f *pflag.FlagSet) {
	f.SortFlags = false
	f.StringVar(&o.against, "against", "", "compare with this `revision` of the git repository")
	f.StringSliceVar(&o.aspects, "for", aspectNames(), "judge for these `aspects`")
	f.StringVar(&o.failOn, "fail-on", "breaking", "exit with 1 for `breaking` changes, for those that may-break too, or never")
	f.StringVar(&o.format, "format", "text", "print changes as `format`: "+strings.Join(report.Formats(), ", "))
	f.StringArrayVar(&o.reports, "report", nil, "also write them to a file: `FORMAT=FILE`; can be repeated")
	f.BoolVar(&o.quiet, "quiet", false, "print nothing but changes and errors")
	o.schemaOptions.register(f)
}

func newDiff() *cobra.Command {
	var o diffOptions
	cmd := &cobra.Command{
		Use:     "diff OLD NEW | --against REVISION [FILE|DIR...]",
		Short:   "Tell how schemas have changed, and whom that breaks",
		Long:    diffHelp,
		Example: diffExample,
		RunE: func(cmd *cobra.Command, args []string) error {
			return o.run(cmd, args)
		},
	}
	o.register(cmd.Flags())
	return cmd
}

// An aspect is one of the questions that a change is judged by.
type aspect struct {
	name, victim string
	verdict      func(compare.Change) compare.Verdict
}

var aspects = []aspect{
	{"backward", "old events", func(c compare.Change) compare.Verdict { return c.Backward }},
	{"forward", "old readers", func(c compare.Change) compare.Verdict { return c.Forward }},
	{"go", "Go code", func(c compare.Change) compare.Verdict { return c.Go }},
}

func aspectNames() []string {
	names := make([]string, len(aspects))
	for i, a := range aspects {
		names[i] = a.name
	}
	return names
}

// failures are the least verdicts that make the answer no, by the value of --fail-on.
var failures = map[string]compare.Verdict{
	"breaking": compare.Breaks, "may-break": compare.MayBreak, "never": compare.Breaks + 1,
}

func (o *diffOptions) run(cmd *cobra.Command, args []string) error {
	t := &changeTeller{command: cmd.CommandPath(), stdout: cmd.OutOrStdout(), stderr: cmd.ErrOrStderr(), quiet: o.quiet}
	if err := o.judge(t); err != nil {
		return err
	}
	reports, err := parseReports(o.reports, t.printer)
	if err != nil {
		return err
	}
	if t.print = t.printer(o.format); t.print == nil {
		return unknownChoice("--format", o.format, report.Formats())
	}
	if o.format == "text" {
		t.style = styleFor(t.stdout)
		t.print = t.text
	}
	if t.schemas, err = o.compare(args); err != nil {
		return err
	}
	return t.tell(reports)
}

// judge sets by what changes are judged.
func (o *diffOptions) judge(t *changeTeller) error {
	for _, name := range o.aspects {
		i := slices.IndexFunc(aspects, func(a aspect) bool { return a.name == name })
		if i < 0 {
			return unknownChoice("--for", name, aspectNames())
		}
		t.aspects = append(t.aspects, aspects[i])
	}
	least, ok := failures[o.failOn]
	if !ok {
		return unknownChoice("--fail-on", o.failOn, []string{"breaking", "may-break", "never"})
	}
	t.least = least
	return nil
}

// compare compares what the arguments name.
func (o *diffOptions) compare(args []string) ([]evolve.Schema, error) {
	reading, err := o.evolution()
	if err != nil {
		return nil, err
	}
	if o.against == "" {
		if len(args) != 2 {
			return nil, usage(fmt.Sprintf("%d places to compare", len(args)), "name two, OLD and NEW, or a revision with --against")
		}
		return between(func() (*evolve.Place, error) { return evolve.Open(args[0]) }, args[1], reading)
	}
	if len(args) == 0 {
		args = []string{"."}
	}
	var all []evolve.Schema
	for _, name := range args {
		found, err := between(func() (*evolve.Place, error) { return evolve.OpenRevision(o.against, name) }, name, reading)
		if err != nil {
			return nil, err
		}
		all = append(all, found...)
	}
	return all, nil
}

// between compares a place that is yet to be opened with one on disk.
func between(open func() (*evolve.Place, error), name string, o evolve.Options) ([]evolve.Schema, error) {
	before, err := open()
	if err != nil {
		return nil, err
	}
	defer before.Close()
	after, err := evolve.Open(name)
	if err != nil {
		return nil, err
	}
	defer after.Close()
	return evolve.Compare(before, after, o)
}

// evolution returns how schemas are read.
func (o *diffOptions) evolution() (evolve.Options, error) {
	folders, err := o.mapped()
	if err != nil {
		return evolve.Options{}, err
	}
	draft, err := o.parsedDraft()
	return evolve.Options{Draft: draft, AssertFormat: o.assertFormat, Maps: folders, TypeName: gen.TypeName}, err
}
