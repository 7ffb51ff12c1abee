package conformance

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"text/tabwriter"
)

// eventsVar is the environment variable that names a folder with documents of any kind.
const eventsVar = "EVENTGEN_EVENTS"

// TestFolder recognises the JSON documents in a folder and below, and holds each against the type
// that it is recognised as. It prints a table by type, and the documents that are refused, with
// the reason: whoever collected them judges whether they are real events. Whatever they are, the
// entry points agree about them, and what is accepted comes back equal.
func TestFolder(t *testing.T) {
	dir := os.Getenv(eventsVar)
	if dir == "" {
		t.Skip("set " + eventsVar + " to a folder of JSON documents")
	}
	found, others := make(census), 0
	for file, doc := range distinctDocuments(t, dir) {
		id, why := first(doc)
		if id == "" {
			others++
			continue
		}
		v := judgeAs(t, id)(doc)
		found.of(id).add(file+": "+why, v)
		if complaint := (claim{document: doc, valid: v.Valid, nearest: true}).shortfall(v); complaint != "" {
			t.Errorf("%s: %s: %s", file, id, complaint)
		}
	}
	t.Logf("%d documents are like no event, these are:\n%s", others, found)
}

// distinctDocuments returns the JSON documents in a folder and below by the name of their files;
// of several that are equal, the first.
func distinctDocuments(t *testing.T, dir string) map[string][]byte {
	t.Helper()
	docs := make(map[string][]byte)
	seen := make(map[string]bool)
	err := filepath.WalkDir(dir, func(file string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || filepath.Ext(file) != ".json" {
			return err
		}
		doc := read(t, file)
		value, err := parseJSON(doc)
		if err != nil {
			return nil // not a document
		}
		canonical, err := json.Marshal(value)
		if err == nil && !seen[string(canonical)] {
			seen[string(canonical)] = true
			docs[file] = doc
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return docs
}

// A census counts documents by type.
type census map[string]*censusRow

type censusRow struct {
	documents int
	refused   []string // which, and why
}

func (c census) of(id string) *censusRow {
	if c[id] == nil {
		c[id] = new(censusRow)
	}
	return c[id]
}

func (r *censusRow) add(document string, v verdict) {
	r.documents++
	if !v.Valid {
		r.refused = append(r.refused, document+": "+v.Validate)
	}
}

// String returns the table, and what is refused below it.
func (c census) String() string {
	var table, refused strings.Builder
	w := tabwriter.NewWriter(&table, 0, 0, 2, ' ', 0)
	documents, valid := 0, 0
	for _, id := range slices.Sorted(maps.Keys(c)) {
		row := c[id]
		fmt.Fprintf(w, "%s\t%d of %d\n", id, row.documents-len(row.refused), row.documents)
		documents, valid = documents+row.documents, valid+row.documents-len(row.refused)
		for _, line := range slices.Sorted(slices.Values(row.refused)) {
			fmt.Fprintln(&refused, line)
		}
	}
	fmt.Fprintf(w, "all\t%d of %d\n", valid, documents)
	w.Flush()
	return table.String() + refused.String()
}
