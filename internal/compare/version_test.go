package compare_test

import (
	"testing"
	"testing/fstest"

	"github.com/eventgen-go/eventgen/internal/compare"
	"github.com/eventgen-go/eventgen/internal/load"
	"github.com/eventgen-go/eventgen/internal/lower"
	"github.com/eventgen-go/eventgen/internal/model"
)

// compile makes a version of the schema in a file, which may refer to others.
func compile(files map[string]string, name string) (compare.Version, error) {
	tree := fstest.MapFS{}
	for file, text := range files {
		tree[file] = &fstest.MapFile{Data: []byte(text)}
	}
	g, err := load.Schemas([]load.Source{{Tree: tree, Path: name, Name: name}}, load.Options{})
	if err != nil {
		return compare.Version{}, err
	}
	pkg, err := lower.Package(g, lower.Options{Name: "p", Types: []lower.Type{{Name: "Event", Schema: g.Roots[0]}}})
	if err != nil {
		return compare.Version{}, err
	}
	return compare.Version{Graph: g, Package: pkg}, nil
}

// compileCheck makes a version that is nothing to Go.
func compileCheck(text string) (compare.Version, error) {
	tree := fstest.MapFS{"schema.json": {Data: []byte(text)}}
	g, err := load.Schemas([]load.Source{{Tree: tree, Path: "schema.json", Name: "schema.json"}}, load.Options{})
	if err != nil {
		return compare.Version{}, err
	}
	v, err := lower.Check(g, g.Roots[0])
	return compare.Version{Graph: g, Package: &model.Package{Roots: []*model.Root{{Value: v}}}}, err
}

// verdicts are the worst verdicts of changes.
type verdicts struct{ Backward, Forward, Go compare.Verdict }

func worst(changes []compare.Change) verdicts {
	var v verdicts
	for _, c := range changes {
		v.Backward, v.Forward, v.Go = max(v.Backward, c.Backward), max(v.Forward, c.Forward), max(v.Go, c.Go)
	}
	return v
}

func mustCompile(t *testing.T, text string) compare.Version {
	t.Helper()
	v, err := compile(map[string]string{"schema.json": text}, "schema.json")
	if err != nil {
		t.Fatalf("%v\n%s", err, text)
	}
	return v
}
