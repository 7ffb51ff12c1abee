package main

import (
	"bytes"
	"encoding/json"
	"strings"

	"github.com/spf13/cobra"

	"github.com/eventgen-go/eventgen/internal/bundle"
	"github.com/eventgen-go/eventgen/internal/output"
	"github.com/eventgen-go/eventgen/internal/packed"
	"github.com/eventgen-go/eventgen/internal/schema"
	"github.com/eventgen-go/eventgen/out/catalog"
	"github.com/eventgen-go/eventgen/schemas"
)

const schemaHelp = `Schema prints the JSON Schema of an event, or writes it to a file.

It is one document: what it refers to in others is in its $defs.`

const schemaExample = `  eventgen schema sqs.Event
  eventgen schema sqs.Event -o sqs.schema.json`

func newSchema() *cobra.Command {
	var file string
	cmd := &cobra.Command{
		Use:               "schema ID",
		Short:             "Print the JSON Schema of an event",
		Long:              schemaHelp,
		Example:           schemaExample,
		ValidArgsFunction: first(completeEvents),
		RunE: func(cmd *cobra.Command, args []string) error {
			e, err := oneEvent(cmd, args)
			if err != nil {
				return err
			}
			text, err := bundled(e)
			if err != nil {
				return err
			}
			if file != "" {
				return output.WriteFile(file, text)
			}
			_, err = cmd.OutOrStdout().Write(text)
			return err
		},
	}
	cmd.Flags().StringVarP(&file, "output", "o", "", "write to this `file`")
	return cmd
}

// oneEvent returns the event that the only argument names.
func oneEvent(cmd *cobra.Command, args []string) (catalog.Event, error) {
	switch {
	case len(args) == 0:
		return catalog.Event{}, usage("no event", cmd.CommandPath()+" sqs.Event; eventgen list names the events")
	case len(args) > 1:
		return catalog.Event{}, refuseArgs(cmd, args[1:])
	}
	return lookup(args[0])
}

// bundled returns the schema of an event as one document: as it was written, if it refers to no other.
func bundled(e catalog.Event) ([]byte, error) {
	text, err := schemas.Files.ReadFile(fileOf(e))
	if err != nil {
		return nil, err
	}
	root := packed.Read(text)
	whole := bundle.Document(root, func(id string) *schema.Value {
		file, ours := strings.CutPrefix(id, schemas.Base)
		if !ours {
			return nil
		}
		part, err := schemas.Files.ReadFile(file)
		if err != nil {
			return nil
		}
		return packed.Read(part)
	})
	if whole == root {
		return text, nil
	}
	var b bytes.Buffer
	if err := json.Indent(&b, []byte(whole.JSON()), "", "  "); err != nil {
		return nil, err
	}
	b.WriteByte('\n')
	return b.Bytes(), nil
}
