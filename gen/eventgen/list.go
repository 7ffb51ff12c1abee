package main

import (
	"fmt"
	"io"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"github.com/eventgen-go/eventgen/internal/packed"
	"github.com/eventgen-go/eventgen/internal/report"
	"github.com/eventgen-go/eventgen/out/catalog"
	"github.com/eventgen-go/eventgen/schemas"
)

const listHelp = `List names the events of the catalogue: the id of each, whether a function is invoked with it or
answers with it, the answer that belongs to it, its examples, and what it is.

With WORDs it names only those in whose id, examples or description all of them occur.

--coverage prints a table in Markdown instead: who else has a model of each type, or makes an
example of it.

The exit status is 1 if there is no such event.`

const listExample = `  eventgen list
  eventgen list sqs
  eventgen list --format json
  eventgen list --coverage`

func newList() *cobra.Command {
	var (
		format   string
		coverage bool
	)
	cmd := &cobra.Command{
		Use:               "list [WORD...]",
		Short:             "Name the events of the catalogue",
		Long:              listHelp,
		Example:           listExample,
		ValidArgsFunction: completeEvents,
		RunE: func(cmd *cobra.Command, words []string) error {
			if coverage && cmd.Flags().Changed("format") {
				return usage("--coverage and --format exclude each other", "the table is Markdown")
			}
			entries, err := entriesWith(words)
			if err != nil {
				return err
			}
			if len(entries) == 0 {
				tellError(cmd.ErrOrStderr(), fmt.Errorf("no event with %q", strings.Join(words, " ")))
				return errNo
			}
			switch {
			case coverage:
				return printCoverage(cmd.OutOrStdout(), entries)
			case format == "text":
				return printEntries(cmd.OutOrStdout(), entries)
			case format == "json":
				_, err := cmd.OutOrStdout().Write(report.MarshalJSON(entries))
				return err
			}
			return unknownChoice("--format", format, textOrJSON)
		},
	}
	cmd.Flags().SortFlags = false
	cmd.Flags().StringVar(&format, "format", "text", "print `format`: text or json")
	cmd.Flags().BoolVar(&coverage, "coverage", false, "print who else knows each type, as a table in Markdown")
	completeFlag(cmd, "format", oneOf(textOrJSON...))
	return cmd
}

// The kinds of entries.
const (
	kindEvent    = "event"    // a function is invoked with it
	kindResponse = "response" // a function answers with it
	kindDocument = "document" // it is found in events, or elsewhere
)

// An entry is what the list says of a type of the catalogue. Its schema is list.schema.json in
// gen/schemas.
type entry struct {
	Event         string   `json:"event"`
	Kind          string   `json:"kind"`
	Response      string   `json:"response,omitempty"`
	Description   string   `json:"description"`
	Documentation string   `json:"documentation,omitempty"`
	Schema        string   `json:"schema"`
	Examples      []string `json:"examples"`
	Envelope      bool     `json:"envelope"`
}

// entriesWith returns the entries in which all words occur.
func entriesWith(words []string) ([]entry, error) {
	kinds := map[string]string{}
	for _, e := range catalog.Events() {
		if e.Request {
			kinds[e.ID] = kindEvent
		}
		if e.Response != "" {
			kinds[e.Response] = kindResponse
		}
	}
	carries := map[string]bool{}
	for _, e := range envelopes() {
		carries[e.ID] = true
	}
	entries := []entry{}
	for _, e := range catalog.Events() {
		n, err := entryOf(e)
		if err != nil {
			return nil, err
		}
		n.Envelope = carries[e.ID]
		if n.Kind = kinds[e.ID]; n.Kind == "" {
			n.Kind = kindDocument
		}
		if n.has(words) {
			entries = append(entries, n)
		}
	}
	return entries, nil
}

func entryOf(e catalog.Event) (entry, error) {
	text, err := schemas.Files.ReadFile(fileOf(e))
	if err != nil {
		return entry{}, err
	}
	root := packed.Read(text)
	n := entry{Event: e.ID, Response: e.Response, Description: e.Description, Schema: schemas.Base + fileOf(e), Examples: []string{}}
	if comment := root.Member("$comment"); comment != nil {
		n.Documentation = comment.Text
	}
	for _, x := range e.Examples {
		n.Examples = append(n.Examples, x.Name)
	}
	return n, nil
}

// has reports whether all words occur in an entry.
func (n entry) has(words []string) bool {
	text := strings.ToLower(n.Event + " " + strings.Join(n.Examples, " ") + " " + n.Description)
	for _, w := range words {
		if !strings.Contains(text, strings.ToLower(w)) {
			return false
		}
	}
	return true
}

// printEntries prints a line for each entry, in columns.
func printEntries(to io.Writer, entries []entry) error {
	w := tabwriter.NewWriter(to, 0, 0, 2, ' ', 0)
	for _, n := range entries {
		response := n.Response
		if response == "" {
			response = "-"
		}
		fmt.Fprintf(w, "%s\t%s\t%s\t%s. Examples: %s.\n", n.Event, n.Kind, response, report.Printable(firstSentence(n.Description)), strings.Join(n.Examples, ", "))
	}
	return w.Flush()
}
