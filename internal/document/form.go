package document

import (
	"path"
	"slices"
	"strings"
)

// A Form is how documents stand in an input.
type Form int

// The forms. In place of one document of JSON or YAML there may be an array of them, unless
// [Options].Whole says that the array is the document.
const (
	Auto   Form = iota // as the name of the input says or else, unless it is YAML, its content
	JSON               // one document
	Single             // one document, also if it is an array
	Lines              // one on each line: NDJSON, JSON Lines
	YAML               // one document, of what YAML can say in JSON
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
