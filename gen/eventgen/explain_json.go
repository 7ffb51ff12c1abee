package main

import (
	"encoding/json"

	"github.com/eventgen-go/eventgen/internal/explain"
)

// An explanation is what explain prints. Its schema is explain.schema.json in gen/schemas.
type explanation struct {
	Event   string `json:"event"`
	Package string `json:"package"`
	topic
}

// A topic is an explain.Topic in JSON.
type topic struct {
	Pointer       string            `json:"pointer"`
	Types         []string          `json:"types"`
	Required      bool              `json:"required"`
	Description   string            `json:"description,omitempty"`
	Documentation string            `json:"documentation,omitempty"`
	Values        []json.RawMessage `json:"values,omitempty"`
	Open          bool              `json:"open,omitempty"`
	Format        string            `json:"format,omitempty"`
	Content       string            `json:"content,omitempty"`
	Field         string            `json:"goField,omitempty"`
	Type          string            `json:"goType"`
	Branch        string            `json:"goBranch,omitempty"`
	Parts         []topic           `json:"parts,omitempty"`
}

func topicJSON(t explain.Topic) topic {
	j := topic{
		Pointer: t.Pointer, Types: t.Kinds, Required: t.Required, Description: t.Description, Documentation: t.Documentation,
		Open: t.Open, Format: t.Format, Content: t.Content, Field: t.Field, Type: t.Type, Branch: t.Branch,
	}
	for _, v := range t.Values {
		j.Values = append(j.Values, json.RawMessage(v))
	}
	for _, part := range t.Parts {
		j.Parts = append(j.Parts, topicJSON(part))
	}
	return j
}
