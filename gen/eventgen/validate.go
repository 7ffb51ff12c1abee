package main

import (
	"fmt"
	"math"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/eventgen-go/eventgen/internal/document"
	"github.com/eventgen-go/eventgen/internal/judge"
	"github.com/eventgen-go/eventgen/internal/report"
)

const validateHelp = `Validate tells whether documents are valid, and where and why they are not.

Each document is held against the schema of the event that it is: it is identified, unless --as
names an event of the catalogue, or --schema a schema of yours.

A FILE is a file, a folder, a pattern (** stands for any folders) or - for standard input. It
holds one document or an array of them in JSON or YAML, or one on each line (.ndjson, .jsonl);
it may be compressed (.gz). Input without a telling name is read by what it looks like. With
--input document an array is a document like any other.

The exit status is 0 if all documents are valid, 1 if some are not, 2 if a file could not be read.`

const validateExample = `  eventgen validate event.json
  eventgen validate 'testdata/**/*.json'
  eventgen validate --as sqs.Event events.ndjson
  eventgen validate --schema order.schema.json order.yaml
  eventgen validate --format github --report sarif=findings.sarif testdata
  eventgen validate - < event.json`

// validateOptions are the flags of validate.
type validateOptions struct {
	as, schema string
	inputOptions
	unknown   string
	format    string
	reports   []string
	maxErrors int
	quiet     bool
	schemaOptions
}

func (o *validateOptions) register(f *pflag.FlagSet) {
	f.SortFlags = false
	f.StringVar(&o.as, "as", "", "`id` of the event that documents are, such as sqs.Event (default: identify each)")
	f.StringVar(&o.schema, "schema", "", "hold documents against the schema in this `file`")
	f.StringVar(&o.unknown, "unknown", "ignore", "`ignore|warn`: whether members that the schema does not name are noted")
	f.StringVar(&o.format, "format", "text", "print findings as `format`: "+strings.Join(report.Formats(), ", "))
	f.StringArrayVar(&o.reports, "report", nil, "also write them to a file: `FORMAT=FILE`; can be repeated")
	f.IntVar(&o.maxErrors, "max-errors", 100, "tell at most this `number` of errors of a file; 0 tells all")
	f.BoolVar(&o.quiet, "quiet", false, "print nothing but findings and errors")
	o.inputOptions.register(f)
	o.schemaOptions.register(f)
}

func newValidate() *cobra.Command {
	var o validateOptions
	cmd := &cobra.Command{
		Use:     "validate FILE...",
		Short:   "Tell whether events, or documents of a schema, are valid",
		Long:    validateHelp,
		Example: validateExample,
		RunE: func(cmd *cobra.Command, files []string) error {
			if len(files) == 0 {
				return usage("no file to validate", "eventgen validate event.json, or - for standard input")
			}
			return o.run(cmd, document.Find(files, cmd.InOrStdin()))
		},
	}
	o.register(cmd.Flags())
	return cmd
}

func (o *validateOptions) run(cmd *cobra.Command, inputs []document.Input) error {
	reading, err := o.options()
	if err != nil {
		return err
	}
	reports, err := parseReports(o.reports, report.Printer)
	if err != nil {
		return err
	}
	t, err := o.teller(cmd, inputs, len(reports) > 0)
	if err != nil {
		return err
	}
	jury, err := o.jury()
	if err != nil {
		return err
	}
	reading.Whole = jury.isWhole
	if err := document.Each(inputs, reading, jury.judge, t.part); err != nil {
		return err
	}
	if err := t.finish(); err != nil {
		return err
	}
	if err := writeReports(reports, t.report); err != nil {
		return err
	}
	return t.err()
}

// jury makes the jury that the flags ask for.
func (o *validateOptions) jury() (*jury, error) {
	if o.as != "" && o.schema != "" {
		return nil, usage("--as and --schema exclude each other", "")
	}
	if o.schema == "" && o.schemaOptions.set() {
		return nil, usage("--draft, --assert-format and --map go with --schema", "")
	}
	if o.unknown != "ignore" && o.unknown != "warn" {
		return nil, unknownChoice("--unknown", o.unknown, []string{"ignore", "warn"})
	}
	if o.maxErrors < 0 {
		return nil, usage(fmt.Sprintf("--max-errors cannot be %d", o.maxErrors), "0 tells all errors")
	}
	j, err := o.court()
	if err != nil {
		return nil, err
	}
	j.unknown, j.most = o.unknown == "warn", o.most()
	return j, nil
}

// court makes a jury that judges by --as, by --schema, or by what documents are.
func (o *validateOptions) court() (*jury, error) {
	switch {
	case o.as != "":
		e, err := lookup(o.as)
		if err != nil {
			return nil, err
		}
		return &jury{fixed: compiled(e), event: e.ID}, nil
	case o.schema != "":
		graph, err := o.open(o.schema)
		if err != nil {
			return nil, err
		}
		s, err := judge.FromGraph(graph)
		if err != nil {
			return nil, err
		}
		return &jury{fixed: s}, nil
	}
	return newJury(), nil
}

// most returns how many errors of a file are told.
func (o *validateOptions) most() int {
	if o.maxErrors == 0 {
		return math.MaxInt
	}
	return o.maxErrors
}

func (o *validateOptions) teller(cmd *cobra.Command, inputs []document.Input, keep bool) (*teller, error) {
	print := report.Printer(o.format)
	if print == nil {
		return nil, unknownChoice("--format", o.format, report.Formats())
	}
	t := &teller{
		inputs: inputs, most: o.most(), stdout: cmd.OutOrStdout(), stderr: cmd.ErrOrStderr(),
		quiet:    o.quiet,
		report:   report.Report{Version: moduleVersion(), Command: cmd.CommandPath()},
		progress: watch(cmd.ErrOrStderr(), o.quiet, inputs),
		keep:     keep,
	}
	if o.format == "text" {
		t.style = styleFor(t.stdout)
	} else {
		t.print, t.keep = print, true
	}
	return t, nil
}
