package main

import (
	"fmt"
	"strings"

	"github.com/spf13/pflag"

	"github.com/eventgen-go/eventgen/internal/schema"
	"github.com/eventgen-go/eventgen/internal/source"
)

// schemaOptions are the flags that say how schemas are read.
type schemaOptions struct {
	draft        string
	assertFormat bool
	maps         []string
}

func (o *schemaOptions) register(f *pflag.FlagSet) {
	f.StringVar(&o.draft, "draft", "", "`draft` of schemas without $schema: 4, 6, 7, 2019-09 or 2020-12 (default)")
	f.BoolVar(&o.assertFormat, "assert-format", false, "assert formats in drafts 2019-09 and 2020-12 too")
	f.StringArrayVar(&o.maps, "map", nil, "read URLs with a prefix from a folder: `URLPREFIX=DIR`; can be repeated")
}

// set reports whether any of the flags is used.
func (o *schemaOptions) set() bool { return o.draft != "" || o.assertFormat || len(o.maps) > 0 }

// mapped returns the folders of --map, relative to the current folder, by prefix of the URL.
func (o *schemaOptions) mapped() (map[string]string, error) {
	folders := make(map[string]string)
	for _, m := range o.maps {
		prefix, dir, found := strings.Cut(m, "=")
		if !found || prefix == "" || dir == "" {
			return nil, usage(fmt.Sprintf("--map %q is not URLPREFIX=DIR", m), "for example --map https://schemas.example.com/=schemas")
		}
		folders[prefix] = dir
	}
	return folders, nil
}

// parsedDraft returns the draft of --draft; 0 if it is not given.
func (o *schemaOptions) parsedDraft() (schema.Draft, error) {
	draft, ok := schema.DraftOf(o.draft)
	if !ok && o.draft != "" {
		return 0, usage(fmt.Sprintf("unknown draft %q", o.draft), "it is 4, 6, 7, 2019-09 or 2020-12")
	}
	return draft, nil
}

// open reads the schema in a file.
func (o *schemaOptions) open(file string) (*schema.Graph, error) {
	options, err := o.reading()
	if err != nil {
		return nil, err
	}
	return source.Open(file, options)
}

// reading returns how schemas are read.
func (o *schemaOptions) reading() (source.Options, error) {
	folders, err := o.mapped()
	if err != nil {
		return source.Options{}, err
	}
	draft, err := o.parsedDraft()
	return source.Options{Draft: draft, AssertFormat: o.assertFormat, Maps: folders}, err
}
