package main

import (
	"errors"
	"fmt"
	"iter"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/eventgen-go/eventgen/internal/place"
	"github.com/eventgen-go/eventgen/internal/sample"
	"github.com/eventgen-go/eventgen/internal/schema"
)

const exampleHelp = `Example prints a document of an event, or of a schema of yours.

ID is that of an event in the catalogue. Without further flags it is the event's first example;
eventgen list ID names the others. A schema's own example is printed, if it has one, else a
minimal document. All that is printed is valid, unless --invalid asks for what is not.

--set puts a value where a JSON Pointer leads: text where the schema wants a string, JSON
otherwise. What is missing on the way is made, as small as it can be; - is a new last item.
A pointer may lead on into a document in a string, also if that is compressed.

--invalid prints documents that break one rule each, as JSON objects with the members keyword,
pointer, schemaPointer, message and document.

--wrap puts the document into the event of a service that carries it, that into the next one:
sns,sqs makes it a message of SNS in a queue. Digests, base64 and compression come out right.

One document is indented; of several, each is on a line of its own, unless --format says
otherwise. The same flags print the same bytes.

The exit status is 1 if no document is found.`

const exampleExample = `  eventgen example sqs.Event
  eventgen example sqs.Event --name fifo
  eventgen example sqs.Event --set /Records/0/body=hello --set /Records/0/attributes/ApproximateReceiveCount=3
  eventgen example s3.Event --wrap sns,sqs
  eventgen example apigateway.HTTPRequest --minimal
  eventgen example kinesis.Event --random --seed 7 --count 100
  eventgen example sns.Event --invalid
  eventgen example --schema order.schema.json --random`

// exampleOptions are the flags of example.
type exampleOptions struct {
	schema  string
	name    string
	minimal bool
	random  bool
	invalid bool
	seed    uint64
	count   int
	sets    []string
	wrap    []string
	format  string
	schemaOptions
}

func (o *exampleOptions) register(f *pflag.FlagSet) {
	f.SortFlags = false
	f.StringVar(&o.schema, "schema", "", "make a document for the schema in this `file`, not for an event")
	f.StringVar(&o.name, "name", "", "print the example of this `name`")
	f.BoolVar(&o.minimal, "minimal", false, "print a document with nothing that may be left out")
	f.BoolVar(&o.random, "random", false, "print a random document")
	f.BoolVar(&o.invalid, "invalid", false, "print documents that break one rule each, and which")
	f.Uint64Var(&o.seed, "seed", 1, "`number` that random documents depend on")
	f.IntVar(&o.count, "count", 0, "print this `number` of random documents, or at most so many invalid ones")
	f.StringArrayVar(&o.sets, "set", nil, "change a value: `POINTER=VALUE`; can be repeated")
	f.StringSliceVar(&o.wrap, "wrap", nil, "put the document into these `events`, one into the other, such as sns,sqs")
	f.StringVar(&o.format, "format", "", "print `format`: json or ndjson (default: json for one document, else ndjson)")
	o.schemaOptions.register(f)
}

func newExample() *cobra.Command {
	var o exampleOptions
	cmd := &cobra.Command{
		Use:               "example ID",
		Short:             "Print an example of an event, a random one, or one that is not valid",
		Long:              exampleHelp,
		Example:           exampleExample,
		ValidArgsFunction: first(completeEvents),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := o.check(args); err != nil {
				return err
			}
			return o.run(cmd, args)
		},
	}
	o.register(cmd.Flags())
	completeFlag(cmd, "format", oneOf("json", "ndjson"))
	return cmd
}

// check refuses flags that make no sense together.
func (o *exampleOptions) check(args []string) error {
	var modes []string
	for _, m := range []struct {
		flag string
		set  bool
	}{{"--name", o.name != ""}, {"--minimal", o.minimal}, {"--random", o.random}, {"--invalid", o.invalid}} {
		if m.set {
			modes = append(modes, m.flag)
		}
	}
	switch {
	case len(args) == 0 && o.schema == "":
		return usage("no event to print", "eventgen example sqs.Event; eventgen list names the events")
	case len(args) > 1:
		return usage(fmt.Sprintf("one event at a time, but got %d", len(args)), "")
	case len(args) == 1 && o.schema != "":
		return usage("an event and --schema exclude each other", "")
	case len(modes) > 1:
		return usage(strings.Join(modes, " and ")+" exclude each other", "")
	case o.invalid && len(o.sets)+len(o.wrap) > 0:
		return usage("--set and --wrap do not go with --invalid", "what they print is valid")
	case o.count != 0 && !o.random && !o.invalid:
		return usage("--count goes with --random or --invalid", "")
	case o.count < 0:
		return usage(fmt.Sprintf("--count cannot be %d", o.count), "give a number from 1 on")
	case o.schema == "" && o.schemaOptions.set():
		return usage("--draft, --assert-format and --map go with --schema", "")
	case o.format != "" && o.format != "json" && o.format != "ndjson":
		return unknownChoice("--format", o.format, []string{"json", "ndjson"})
	}
	return nil
}

func (o *exampleOptions) run(cmd *cobra.Command, args []string) error {
	s, err := o.subject(args)
	if err != nil {
		return err
	}
	p := &documentPrinter{to: cmd.OutOrStdout(), lines: o.format == "ndjson" || o.format == "" && (o.invalid || o.count > 1)}
	if o.invalid {
		err = o.printInvalid(s, p)
	} else {
		err = o.printValid(cmd, s, p)
	}
	if errors.Is(err, sample.ErrNone) || errors.Is(err, errUnbroken) {
		tellError(cmd.ErrOrStderr(), err)
		return errNo
	}
	return err
}

func (o *exampleOptions) subject(args []string) (*subject, error) {
	if o.schema != "" {
		graph, err := o.open(o.schema)
		if err != nil {
			return nil, err
		}
		return schemaSubject(o.schema, graph)
	}
	e, err := lookup(args[0])
	if err != nil {
		return nil, err
	}
	return eventSubject(e)
}

// printValid prints the documents that the flags ask for.
func (o *exampleOptions) printValid(cmd *cobra.Command, s *subject, p *documentPrinter) error {
	changes, err := o.changes()
	if err != nil {
		return err
	}
	f := &finisher{subject: s, changes: changes, stderr: cmd.ErrOrStderr()}
	for _, name := range o.wrap {
		w, err := envelopeOf(name)
		if err != nil {
			return err
		}
		f.wraps = append(f.wraps, w)
	}
	for doc, err := range o.documents(s) {
		if err != nil {
			return err
		}
		if doc, err = f.finish(doc); err != nil {
			return err
		}
		if err := p.print([]byte(doc.JSON())); err != nil {
			return err
		}
	}
	return p.end()
}

// documents yields the documents as they are before they are changed.
func (o *exampleOptions) documents(s *subject) iter.Seq2[*schema.Value, error] {
	return func(yield func(*schema.Value, error) bool) {
		switch {
		case o.random:
			for n := range max(o.count, 1) {
				doc, err := s.maker.Random(o.seed, uint64(n))
				if err != nil {
					err = fmt.Errorf("%s: %w", s.name, err)
				}
				if !yield(doc, err) {
					return
				}
			}
		case o.minimal:
			yield(s.minimal())
		default:
			yield(s.example(o.name))
		}
	}
}

// changes reads the values of --set.
func (o *exampleOptions) changes() ([]sample.Change, error) {
	var changes []sample.Change
	for _, text := range o.sets {
		pointer, value, found := strings.Cut(text, "=")
		steps, ok := place.Split(pointer)
		if !found || !ok {
			return nil, usage(fmt.Sprintf("--set %q is not POINTER=VALUE", text), "for example --set /Records/0/body=hello")
		}
		changes = append(changes, sample.Change{Pointer: pointer, Steps: steps, Text: value})
	}
	return changes, nil
}
