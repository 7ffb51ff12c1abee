package main

import (
	"errors"
	"fmt"
	"strings"

	"github.com/eventgen-go/eventgen/internal/judge"
	"github.com/eventgen-go/eventgen/internal/runtime/wire"
	"github.com/eventgen-go/eventgen/internal/schema"
	"github.com/eventgen-go/eventgen/internal/source"
	"github.com/eventgen-go/eventgen/internal/spell"
	"github.com/eventgen-go/eventgen/out/catalog"
	"github.com/eventgen-go/eventgen/schemas"
)

// lookup returns the event of the catalogue with an id, or an error that names the nearest ones.
func lookup(id string) (catalog.Event, error) {
	if e, ok := catalog.Lookup(id); ok {
		return e, nil
	}
	return catalog.Event{}, usage(fmt.Sprintf("no event %q in the catalogue", id), suggestEvents(id))
}

// suggestEvents is the hint for an id that no event has.
func suggestEvents(id string) string {
	var ids, sameType []string
	for _, e := range catalog.Events() {
		ids = append(ids, e.ID)
		if strings.EqualFold(id, e.Package) {
			sameType = append(sameType, e.ID)
		}
	}
	switch nearest := spell.Nearest(id, ids); {
	case nearest != "":
		return fmt.Sprintf("did you mean %q?", nearest)
	case len(sameType) > 0:
		return fmt.Sprintf("package %s has %s", sameType[0][:strings.IndexByte(sameType[0], '.')], strings.Join(sameType, ", "))
	}
	return "an id is package.Type, such as " + strings.Join(ids[:min(len(ids), 3)], ", ")
}

// compiled returns the compiled schema of an event.
func compiled(e catalog.Event) *judge.Schema {
	return judge.FromCompiled(judge.Compiled{
		Name:     e.ID,
		Valid:    e.Valid,
		Validate: func(data []byte) []wire.Violation { return violations(e.Validate(data)) },
		Graph:    func() (*schema.Graph, error) { return open(e) },
	})
}

// open reads the schemas of events: they are the roots of the graph, in order.
func open(events ...catalog.Event) (*schema.Graph, error) {
	var files []string
	for _, e := range events {
		files = append(files, fileOf(e))
	}
	return source.Library{Tree: schemas.Files, Base: schemas.Base, Name: schemas.Folder}.Open(files...)
}

// fileOf returns the path of an event's schema in the folder of all schemas.
func fileOf(e catalog.Event) string { return strings.TrimPrefix(e.Schema, schemas.Folder+"/") }

// violations returns what a compiled validator has to say, in terms of our own runtime rather
// than of the one that was generated beside it.
func violations(err error) []wire.Violation {
	var invalid *catalog.ValidationError
	if !errors.As(err, &invalid) {
		return nil
	}
	list := make([]wire.Violation, len(invalid.Violations))
	for i, v := range invalid.Violations {
		list[i] = wire.Violation(v)
	}
	return list
}

// facts says what speaks for a match.
func facts(m catalog.Match) []string {
	texts := make([]string, len(m.Facts))
	for i, f := range m.Facts {
		texts[i] = f.String()
	}
	return texts
}
