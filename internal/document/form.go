package document

import (
	"path"
	"slices"
	"strings"
)

// A Form is how documents stand in an input.
type Form int

// The forms. The items of an array are documents of their own in all of them but Lines, unless
// [Options].Whole says otherwise.
const (
	Auto  Form = iota // as the name of the input says or else, unless it is YAML, its content
	JSON              // one document
	Lines             // one on each line: NDJSON, JSON Lines
	YAML              // one document, of what YAML can say in JSON
)

// extensions are the forms that names of files tell.
var extensions = []struct {
	form       Form
	extensions []string
}{
	{JSON, []string{".json"}},
	{Lines, []string{".ndjson", ".jsonl", ".jsonlines", ".ldjson"}},
	{YAML, []string{".yaml", ".yml"}},
}

// formOf returns the form that a name tells, Auto if it tells none. The text may be compressed.
func formOf(name string) Form {
	ext := path.Ext(strings.TrimSuffix(strings.ToLower(name), ".gz"))
	for _, e := range extensions {
		if slices.Contains(e.extensions, ext) {
			return e.form
		}
	}
	return Auto
}
