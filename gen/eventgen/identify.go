package main

import (
	"github.com/spf13/cobra"

	"github.com/eventgen-go/eventgen/internal/document"
)

const identifyHelp = `Identify tells which event of the catalogue each document is, and by which of its members.

A line is file:line:col: event (facts). If a document looks like several events, the likeliest
comes first. FILE is as for validate. A document that is identified need not be valid.

The exit status is 0 if all documents are identified, 1 if some are not, 2 if a file could not be
read.`

const identifyExample = `  eventgen identify event.json
  eventgen identify --format json testdata
  eventgen identify - < event.json`

func newIdentify() *cobra.Command {
	var (
		o      inputOptions
		format string
	)
	cmd := &cobra.Command{
		Use:     "identify FILE...",
		Short:   "Tell which event of the catalogue a document is",
		Long:    identifyHelp,
		Example: identifyExample,
		RunE: func(cmd *cobra.Command, files []string) error {
			if len(files) == 0 {
				return usage("no file to identify", "eventgen identify event.json, or - for standard input")
			}
			return identify(cmd, o, format, files)
		},
	}
	cmd.Flags().SortFlags = false
	cmd.Flags().StringVar(&format, "format", "text", "print `format`: text or json")
	o.register(cmd.Flags())
	completeFlag(cmd, "format", oneOf(textOrJSON...))
	return cmd
}

func identify(cmd *cobra.Command, o inputOptions, format string, files []string) error {
	reading, err := o.options()
	if err != nil {
		return err
	}
	reading.Whole = newJury().isWhole
	inputs := document.Find(files, cmd.InOrStdin())
	t := &identityTeller{inputs: inputs, stdout: cmd.OutOrStdout(), stderr: cmd.ErrOrStderr()}
	switch format {
	case "text":
		t.printer = identityText{}
	case "json":
		t.printer = &identityJSON{}
	default:
		return unknownChoice("--format", format, textOrJSON)
	}
	if err := document.Each(inputs, reading, identities, t.part); err != nil {
		return err
	}
	return t.finish()
}
