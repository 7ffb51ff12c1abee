package main

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/eventgen-go/eventgen/internal/explain"
	"github.com/eventgen-go/eventgen/internal/lower"
	"github.com/eventgen-go/eventgen/internal/model"
	"github.com/eventgen-go/eventgen/internal/place"
	"github.com/eventgen-go/eventgen/internal/report"
	"github.com/eventgen-go/eventgen/internal/schema"
	"github.com/eventgen-go/eventgen/internal/spell"
	"github.com/eventgen-go/eventgen/out/catalog"
)

const explainHelp = `Explain tells what an event is, or what stands at a JSON Pointer in it: the members, their types
in JSON and in Go, whether they are required, what they mean, and where AWS documents them.

In a pointer, the index of an item may be any number or -, and a pointer may lead on into the
document that a string holds.`

const explainExample = `  eventgen explain sqs.Event
  eventgen explain sqs.Event /Records/0/attributes
  eventgen explain cloudwatchlogs.Event /awslogs/data/logEvents/0/message
  eventgen explain s3.Event /Records/0/s3/object --format json`

func newExplain() *cobra.Command {
	var format string
	cmd := &cobra.Command{
		Use:               "explain ID [POINTER]",
		Short:             "Say what an event, or a member of it, means and what it is in Go",
		Long:              explainHelp,
		Example:           explainExample,
		ValidArgsFunction: first(completeEvents),
		RunE: func(cmd *cobra.Command, args []string) error {
			pointer := ""
			if len(args) == 2 {
				pointer, args = args[1], args[:1]
			}
			e, err := oneEvent(cmd, args)
			if err != nil {
				return err
			}
			topic, err := topicAt(e, pointer)
			if err != nil {
				return err
			}
			var text []byte
			switch format {
			case "text":
				text = topicText(e.ID, topic)
			case "json":
				text = report.MarshalJSON(explanation{Event: e.ID, Package: e.Package, topic: topicJSON(topic)})
			default:
				return unknownChoice("--format", format, textOrJSON)
			}
			_, err = cmd.OutOrStdout().Write(text)
			return err
		},
	}
	cmd.Flags().StringVar(&format, "format", "text", "print `format`: text or json")
	completeFlag(cmd, "format", oneOf(textOrJSON...))
	return cmd
}

// topicAt finds what a pointer leads to in an event.
func topicAt(e catalog.Event, pointer string) (explain.Topic, error) {
	steps, ok := place.Split(pointer)
	if !ok {
		return explain.Topic{}, usage(fmt.Sprintf("%q is no JSON Pointer: it does not begin with /", pointer), "for example /Records/0/body")
	}
	root, at, err := goType(e)
	if err != nil {
		return explain.Topic{}, err
	}
	topic, err := explain.At(root, at, steps)
	var lost *explain.Lost
	if errors.As(err, &lost) {
		return explain.Topic{}, usage(e.ID+": "+lost.Error(), lostHint(lost))
	}
	return topic, err
}

// goType returns the type that is generated for an event, and the place of its documents.
func goType(e catalog.Event) (*model.Root, place.Place, error) {
	pkg := siblings(e)
	types, graph, err := goPackage(pkg)
	if err != nil {
		return nil, nil, err
	}
	i := slices.IndexFunc(pkg, func(s catalog.Event) bool { return s.ID == e.ID })
	return types.Roots[i], place.Of(graph.Roots[i]), nil
}

// goPackage returns what is generated for the events of a package, and their schemas.
func goPackage(events []catalog.Event) (*model.Package, *schema.Graph, error) {
	graph, err := open(events...)
	if err != nil {
		return nil, nil, err
	}
	o := lower.Options{Name: events[0].Package}
	for i, e := range events {
		o.Types = append(o.Types, lower.Type{Name: e.Type, Schema: graph.Roots[i]})
	}
	types, err := lower.Types(graph, o)
	return types, graph, err
}

// siblings returns the types of the package that an event belongs to: names of nested types depend on
// all of them.
func siblings(e catalog.Event) []catalog.Event {
	all := catalog.Events()
	all = slices.DeleteFunc(all, func(other catalog.Event) bool { return other.Package != e.Package })
	slices.SortFunc(all, func(a, b catalog.Event) int { return cmp.Compare(a.Type, b.Type) })
	return all
}

func lostHint(lost *explain.Lost) string {
	switch nearest := spell.Nearest(lost.Token, lost.Known); {
	case nearest != "":
		return fmt.Sprintf("did you mean %q?", nearest)
	case len(lost.Known) > 0:
		return "it has " + strings.Join(lost.Known, ", ")
	}
	return ""
}

// topicText writes a topic for people.
func topicText(id string, t explain.Topic) []byte {
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n\n", report.Printable(strings.TrimSpace(id+" "+t.Pointer)))
	indented(&b, "", t.Description)
	fmt.Fprintf(&b, "\nJSON: %s\nGo:   %s\n", jsonOf(t), goOf(t))
	if t.Documentation != "" {
		fmt.Fprintf(&b, "See:  %s\n", report.Printable(t.Documentation))
	}
	for _, part := range t.Parts {
		partText(&b, "", t.Pointer, part)
	}
	return []byte(b.String())
}

// partText writes a part of a topic, and the parts of that.
func partText(b *strings.Builder, indent, above string, t explain.Topic) {
	name := strings.TrimPrefix(t.Pointer[len(above):], "/")
	fmt.Fprintf(b, "\n%s%s: %s; %s\n", indent, report.Printable(name), jsonOf(t), goOf(t))
	indented(b, indent+"    ", t.Description)
	for _, part := range t.Parts {
		partText(b, indent+"    ", t.Pointer, part)
	}
}

// jsonOf says what a topic is in JSON: "string or null, required".
func jsonOf(t explain.Topic) string {
	words := []string{strings.Join(t.Kinds, " or ")}
	if t.Format != "" {
		words = append(words, t.Format)
	}
	if t.Content != "" {
		words = append(words, t.Content)
	}
	if len(t.Values) > 0 {
		list := strings.Join(t.Values, ", ")
		if t.Open {
			list = "such as " + list
		}
		words = append(words, list)
	}
	if t.Required {
		words = append(words, "required")
	}
	return report.Printable(strings.Join(words, ", "))
}

// goOf says what a topic is in Go: "field Body string".
func goOf(t explain.Topic) string {
	switch {
	case t.Field != "" && t.Branch != "":
		return "field " + t.Field + " " + t.Type + " of " + t.Branch
	case t.Field != "":
		return "field " + t.Field + " " + t.Type
	}
	return t.Type
}

// indented writes a text in lines that are not too long.
func indented(b *strings.Builder, indent, text string) {
	const width = 100
	column := 0
	for _, word := range strings.Fields(report.Printable(text)) {
		switch {
		case column == 0:
			b.WriteString(indent + word)
			column = len(indent) + len(word)
		case column+1+len(word) > width:
			b.WriteString("\n" + indent + word)
			column = len(indent) + len(word)
		default:
			b.WriteString(" " + word)
			column += 1 + len(word)
		}
	}
	if column > 0 {
		b.WriteByte('\n')
	}
}
