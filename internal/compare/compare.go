package compare

import (
	"cmp"
	"slices"

	"github.com/eventgen-go/eventgen/internal/model"
	"github.com/eventgen-go/eventgen/internal/schema"
)

// A Version is a schema at some time: its graph, and the package that was made of it for one root
// type. Both versions call that type the same.
type Version struct {
	Graph   *schema.Graph
	Package *model.Package
}

// A Verdict says what a change means for somebody.
type Verdict int

// The verdicts, from the best to the worst.
const (
	Compatible Verdict = iota // shown, not guessed
	MayBreak                  // could not be shown
	Breaks
)

// String returns the verdict as a word or two.
func (v Verdict) String() string { return [...]string{"compatible", "may break", "breaks"}[v] }

// A Change is one difference between two versions.
type Change struct {
	Path      string          // of the values in a document, as a JSON Pointer in which * is any name or index
	Keyword   string          // of JSON Schema, or "go" if only code is concerned, or "schema" if it cannot be told
	Message   string          // what events meet, one line without a full stop; empty if that is nothing
	GoMessage string          // what code meets, in the same form
	Old, New  schema.Location // the zero Location on the side that has nothing to point at

	Backward Verdict // for old events, read with the new schema
	Forward  Verdict // for new events, read with the old schema
	Go       Verdict // for code that compiles against the old package

	keys []key
}

// Location returns where the change is seen best: in the new version, if it is there.
func (c *Change) Location() schema.Location {
	if c.New.File != "" {
		return c.New
	}
	return c.Old
}

// Worst returns the worst of the verdicts.
func (c *Change) Worst() Verdict { return max(c.Backward, c.Forward, c.Go) }

// A key tells that a change of what a schema accepts and one of the Go package are about the same
// thing: the values of a check or, if a name is given, their member.
type key struct {
	check  *model.Check
	member string
}

// Versions tells how a schema has changed, in order of place.
func Versions(before, after Version) []Change {
	t := newTeller(before, after)
	o, n := before.Package.Roots[0].Value, after.Package.Roots[0].Value
	t.compare(factsOf(o), factsOf(n), spot{back: true, forth: true})
	t.documents(before.Package, after.Package)
	changes := unique(t.changes)
	for _, f := range packages(before.Package, after.Package) {
		changes = f.join(changes, t)
	}
	slices.SortStableFunc(changes, byPlace)
	return changes
}

// unique removes what has been told already, on another way to the same place.
func unique(changes []Change) []Change {
	type id struct {
		old, new schema.Location
		message  string
	}
	index := map[id]int{}
	var kept []Change
	for _, c := range changes {
		i, known := index[id{c.Old, c.New, c.Message}]
		if !known {
			index[id{c.Old, c.New, c.Message}] = len(kept)
			kept = append(kept, c)
			continue
		}
		kept[i].Backward, kept[i].Forward = max(kept[i].Backward, c.Backward), max(kept[i].Forward, c.Forward)
		kept[i].keys = append(kept[i].keys, c.keys...)
	}
	return kept
}

func byPlace(a, b Change) int {
	x, y := a.Location(), b.Location()
	return cmp.Or(cmp.Compare(x.File, y.File), cmp.Compare(x.Line, y.Line), cmp.Compare(x.Column, y.Column))
}
