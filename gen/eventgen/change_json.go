package main

import (
	"errors"

	"github.com/eventgen-go/eventgen/gen"
	"github.com/eventgen-go/eventgen/internal/compare"
	"github.com/eventgen-go/eventgen/internal/evolve"
	"github.com/eventgen-go/eventgen/internal/report"
	"github.com/eventgen-go/eventgen/internal/schema"
)

// The types of the format json. Its schema is diff.schema.json in gen/schemas.
type (
	jsonSchema struct {
		File     string        `json:"file"`
		Changes  []jsonChange  `json:"changes"`
		Problems []jsonProblem `json:"problems,omitempty"`
		Error    string        `json:"error,omitempty"`
	}
	jsonChange struct {
		Severity  report.Severity `json:"severity"`
		Path      string          `json:"path"`
		Keyword   string          `json:"keyword"`
		Message   string          `json:"message,omitempty"`
		GoMessage string          `json:"goMessage,omitempty"`
		Backward  string          `json:"backward"`
		Forward   string          `json:"forward"`
		Go        string          `json:"go"`
		Old       *jsonPlace      `json:"old,omitempty"`
		New       *jsonPlace      `json:"new,omitempty"`
	}
	jsonPlace struct {
		File    string `json:"file"`
		Line    int    `json:"line"`
		Column  int    `json:"column"`
		Pointer string `json:"pointer"`
	}
	jsonProblem struct {
		jsonPlace
		Keyword string `json:"keyword,omitempty"`
		Message string `json:"message"`
		Hint    string `json:"hint,omitempty"`
	}
)

// json prints an array with an object for each schema.
func (t *changeTeller) json() []byte {
	schemas := make([]jsonSchema, len(t.schemas))
	for i, s := range t.schemas {
		schemas[i] = t.jsonSchema(s)
	}
	return report.MarshalJSON(schemas)
}

func (t *changeTeller) jsonSchema(s evolve.Schema) jsonSchema {
	j := jsonSchema{File: s.Name, Changes: make([]jsonChange, len(s.Changes))}
	for i, c := range s.Changes {
		j.Changes[i] = t.jsonChange(c)
	}
	var problems gen.Problems
	if errors.As(s.Err, &problems) {
		for _, p := range problems {
			j.Problems = append(j.Problems, jsonProblem{*newJSONPlace(p.Location), p.Keyword, p.Message, p.Hint})
		}
	} else if s.Err != nil {
		j.Error = s.Err.Error()
	}
	return j
}

func (t *changeTeller) jsonChange(c compare.Change) jsonChange {
	return jsonChange{
		Severity: severities[t.verdict(c)],
		Path:     c.Path, Keyword: c.Keyword, Message: c.Message, GoMessage: c.GoMessage,
		Backward: c.Backward.String(), Forward: c.Forward.String(), Go: c.Go.String(),
		Old: newJSONPlace(c.Old), New: newJSONPlace(c.New),
	}
}

func newJSONPlace(l schema.Location) *jsonPlace {
	if l.File == "" {
		return nil
	}
	return &jsonPlace{l.File, l.Line, l.Column, l.Pointer}
}
