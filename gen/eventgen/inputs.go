package main

import (
	"fmt"
	"runtime"
	"strings"

	"github.com/spf13/pflag"

	"github.com/eventgen-go/eventgen/internal/document"
	"github.com/eventgen-go/eventgen/internal/spell"
)

// inputOptions are the flags of commands that read documents.
type inputOptions struct {
	input string
	jobs  int
}

func (o *inputOptions) register(f *pflag.FlagSet) {
	f.StringVar(&o.input, "input", "auto", "FILE holds: `auto|document|ndjson|yaml`; document is one of JSON, also if that is an array; auto goes by name or content")
	f.IntVar(&o.jobs, "jobs", runtime.GOMAXPROCS(0), "work on this `number` of documents at the same time")
}

// inputForms are the values of --input.
var inputForms = []string{"auto", "document", "ndjson", "yaml"}

// forms are how documents may stand in a file, by the name for users.
var forms = map[string]document.Form{
	"auto": document.Auto, "document": document.Single, "ndjson": document.Lines, "yaml": document.YAML,
}

func (o *inputOptions) options() (document.Options, error) {
	form, ok := forms[o.input]
	switch {
	case !ok:
		return document.Options{}, unknownChoice("--input", o.input, inputForms)
	case o.jobs < 1:
		return document.Options{}, usage(fmt.Sprintf("--jobs %d leaves nobody to work", o.jobs), "give a number from 1 on")
	}
	return document.Options{Form: form, Jobs: o.jobs}, nil
}

// textOrJSON are the formats of commands that print for people or for programs.
var textOrJSON = []string{"text", "json"}

// unknownChoice refuses the value of a flag that has to be one of a few words.
func unknownChoice(flag, value string, known []string) error {
	hint := "it is one of " + strings.Join(known, ", ")
	if word := spell.Nearest(value, known); word != "" {
		hint = fmt.Sprintf("did you mean %q?", word)
	}
	return usage(fmt.Sprintf("%s cannot be %q", flag, value), hint)
}
