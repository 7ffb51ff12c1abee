package load

import (
	"errors"
	"fmt"
	"io/fs"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/eventgen-go/eventgen/internal/schema"
)

// slow is what no test should take, however busy the machine: work that is not
// linear would take minutes.
const slow = 30 * time.Second

// tree makes a folder tree of name, text, name, text …
func tree(namesAndTexts ...string) fstest.MapFS {
	fsys := fstest.MapFS{}
	for i := 0; i < len(namesAndTexts); i += 2 {
		fsys[namesAndTexts[i]] = &fstest.MapFile{Data: []byte(namesAndTexts[i+1])}
	}
	return fsys
}

func loadOne(t *testing.T, fsys fs.FS, path string, o Options) *schema.Schema {
	t.Helper()
	g, err := Schemas([]Source{{fsys, path, path}}, o)
	if err != nil {
		t.Fatal(err)
	}
	for i, s := range g.Schemas {
		if s.ID != i {
			t.Fatalf("schema %d has the ID %d", i, s.ID)
		}
	}
	return g.Roots[0]
}

// References lead to the schema whose title is "target".
func TestReferences(t *testing.T) {
	const target = `{"title":"target"}`
	mapped := Options{Maps: []Map{
		{"https://example.com/", tree("schemas/b.json", target, "c d.json", target), "maps"},
		{"https://example.com/special/", tree("b.json", target), "special"},
	}}
	const draft4, draft7 = `"$schema":"http://json-schema.org/draft-04/schema#",`, `"$schema":"https://json-schema.org/draft-07/schema",`
	for _, test := range []struct {
		name string
		fsys fstest.MapFS
	}{
		{"pointer", tree("a.json", `{"$ref":"#/$defs/x","$defs":{"x":`+target+`}}`)},
		{"pointer with escapes", tree("a.json", `{"$ref":"#/$defs/x~1y~0z%25%20%C3%A9","$defs":{"x/y~z% é":`+target+`}}`)},
		{"pointer to an item", tree("a.json", `{"$ref":"#/allOf/1","allOf":[{"$ref":"#/allOf/1"},`+target+`]}`)},
		{"pointer through an unknown keyword", tree("a.json", `{"$ref":"#/x-own/0/y","x-own":[{"y":`+target+`}]}`)},
		{"pointer through data", tree("a.json", `{"$ref":"#/default/0","default":[`+target+`]}`)},
		{"pointer into an embedded resource", tree("a.json", `{"$ref":"#/$defs/x/$defs/y","$defs":{"x":{"$id":"https://e.org/x","$defs":{"y":{"$ref":"#/$defs/z"},"z":`+target+`}}}}`)},
		{"$id", tree("a.json", `{"$id":"https://e.org/dir/a","$ref":"b","$defs":{"x":{"$id":"/dir/b","title":"target"}}}`)},
		{"urn", tree("a.json", `{"$ref":"urn:x:y#/$defs/z","$defs":{"x":{"$id":"urn:x:y","$defs":{"z":`+target+`}}}}`)},
		{"$anchor", tree("a.json", `{"$ref":"#here","$defs":{"x":{"$anchor":"here","title":"target"}}}`)},
		{"$dynamicAnchor as an anchor", tree("a.json", `{"$ref":"#here","$defs":{"x":{"$dynamicAnchor":"here","title":"target"}}}`)},
		{"anchor of draft 7", tree("a.json", `{`+draft7+`"$ref":"#here","definitions":{"x":{"$id":"#here","title":"target"}}}`)},
		{"anchor of draft 4", tree("a.json", `{`+draft4+`"$ref":"#here","definitions":{"x":{"id":"#here","title":"target"}}}`)},
		{"id of draft 4", tree("a.json", `{`+draft4+`"$ref":"x.json","definitions":{"x":{"id":"x.json","title":"target"}}}`)},
		{"file", tree("a.json", `{"$ref":"b.json"}`, "b.json", target)},
		{"file in YAML", tree("a.json", `{"$ref":"sub/dir/b.yaml#/$defs/x"}`, "sub/dir/b.yaml", "$defs:\n  x: {title: target}\n")},
		{"file beside a file", tree("a.json", `{"$ref":"sub/b.json"}`, "sub/b.json", `{"$ref":"c.json"}`, "sub/c.json", `{"$ref":"../d.json"}`, "d.json", target)},
		{"file with a space", tree("a.json", `{"$ref":"b%20c.json"}`, "b c.json", target)},
		{"file that refers back", tree("a.json", `{"$ref":"b.json","$defs":{"x":`+target+`}}`, "b.json", `{"$ref":"a.json#/$defs/x"}`)},
		{"map", tree("a.json", `{"$ref":"https://example.com/schemas/b.json"}`)},
		{"map relative to $id", tree("a.json", `{"$id":"https://example.com/schemas/a.json","$ref":"../c%20d.json"}`)},
		{"map with the longest prefix", tree("a.json", `{"$ref":"https://example.com/special/b.json"}`)},
	} {
		t.Run(test.name, func(t *testing.T) {
			s := loadOne(t, test.fsys, "a.json", mapped)
			for s.Ref != nil {
				s = s.Ref
			}
			if s.Title != "target" {
				t.Errorf("leads to %v %s", s.Location, s.Location.Pointer)
			}
		})
	}
}

// What a schema reads as data is no reference, and no identifier.
func TestNotAReference(t *testing.T) {
	s := loadOne(t, tree("a.json", `{
		"properties": {"$ref": {"type": "string"}, "$id": {"type": "string"}},
		"const": {"$ref": "#/nowhere"},
		"enum": [{"$id": "::", "$ref": 5}],
		"default": {"$ref": "http://localhost/"},
		"$defs": {"unused": {"$ref": "nowhere.json"}}
	}`), "a.json", Options{})
	if s.Ref != nil || len(s.Properties) != 2 || s.Properties[0].Name != "$ref" {
		t.Errorf("%+v", s)
	}
}

// A link cannot lead out of the tree, not even to a schema.
func TestLinks(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) {
		t.Helper()
		if err := os.MkdirAll(filepath.Join(dir, filepath.Dir(name)), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	link := func(target, name string) {
		t.Helper()
		if err := os.Symlink(target, filepath.Join(dir, name)); err != nil {
			t.Skip(err)
		}
	}
	write("secret.json", `{"title":"secret"}`)
	write("tree/inside.json", `{"title":"inside"}`)
	write("tree/out.schema.json", `{"$ref":"out.json"}`)
	write("tree/in.schema.json", `{"$ref":"in.json"}`)
	link("../secret.json", "tree/out.json")
	link("inside.json", "tree/in.json")

	fsys := rooted(t, filepath.Join(dir, "tree"))
	if s := loadOne(t, fsys, "in.schema.json", Options{}); s.Ref.Title != "inside" {
		t.Errorf("the link inside leads to %v", s.Ref.Location)
	}
	_, err := Schemas([]Source{{fsys, "out.schema.json", "out.schema.json"}}, Options{})
	if err == nil || !strings.HasPrefix(err.Error(), `out.schema.json:1:9: "out.json" is a link out of the folder tree`) {
		t.Errorf("error %v", err)
	}
}

func TestRootCannotBeRead(t *testing.T) {
	_, err := Schemas([]Source{{tree(), "a.json", "dir/a.json"}}, Options{})
	if !errors.Is(err, fs.ErrNotExist) || err.Error() != "dir/a.json: file does not exist" {
		t.Errorf("error %v", err)
	}
	_, err = Schemas([]Source{{tree("a.json/b", ""), "a.json", "a.json"}}, Options{})
	var ps schema.Problems
	if err == nil || errors.As(err, &ps) {
		t.Errorf("a folder: error %v", err)
	}
}

// Files are named the way the user named the source, and are one document
// however they are reached.
func TestNames(t *testing.T) {
	fsys := tree("dir/a.json", `{"allOf":[{"$ref":"b.json"},{"$ref":"../c.json"},{"$ref":"https://e.org/b.json"}]}`, "dir/b.json", `{}`, "c.json", `{}`)
	o := Options{Maps: []Map{{"https://e.org/", tree("b.json", `{}`), "work/dir"}}}
	g, err := Schemas([]Source{{fsys, "dir/a.json", "work/dir/a.json"}, {fsys, "dir/b.json", "work/dir/b.json"}}, o)
	if err != nil {
		t.Fatal(err)
	}
	refs := g.Roots[0].AllOf
	if refs[0].Ref != g.Roots[1] || refs[2].Ref != g.Roots[1] {
		t.Error("b.json was read twice")
	}
	if got := refs[1].Ref.Location.File; got != "work/c.json" {
		t.Errorf("c.json is named %s", got)
	}
}

func TestDrafts(t *testing.T) {
	for _, test := range []struct {
		id   string
		want schema.Draft
	}{
		{"", schema.Draft6},
		{"http://json-schema.org/draft-04/schema#", schema.Draft4},
		{"http://json-schema.org/draft-06/schema", schema.Draft6},
		{"https://json-schema.org/draft-07/schema#", schema.Draft7},
		{"https://json-schema.org/draft/2019-09/schema", schema.Draft2019},
		{"http://json-schema.org/draft/2020-12/schema#", schema.Draft2020},
	} {
		text := `{}`
		if test.id != "" {
			text = fmt.Sprintf(`{"$schema":%q}`, test.id)
		}
		if s := loadOne(t, tree("a.json", text), "a.json", Options{Draft: schema.Draft6}); s.Draft != test.want {
			t.Errorf("%s: draft %d, want %d", test.id, s.Draft, test.want)
		}
	}
	if s := loadOne(t, tree("a.json", `true`), "a.json", Options{}); s.Draft != schema.Draft2020 || !*s.Boolean {
		t.Errorf("true: %+v", s)
	}
	s := loadOne(t, tree("a.json", `{"$schema":"http://json-schema.org/draft-07/schema#","$ref":"b.json","title":"t","minimum":1}`,
		"b.json", `{"$schema":"https://json-schema.org/draft/2020-12/schema","$ref":"#/$defs/c","minimum":1,"$defs":{"c":{"$id":"c","$schema":"http://json-schema.org/draft-04/schema","id":"c"}}}`), "a.json", Options{})
	if s.Minimum != nil || s.Title != "t" || s.Ref.Minimum == nil || s.Ref.Draft != schema.Draft2020 || s.Ref.Ref.Draft != schema.Draft4 {
		t.Errorf("across drafts: %+v", s)
	}
}

func TestVocabularies(t *testing.T) {
	meta := func(draft string, names ...string) string {
		text := fmt.Sprintf(`{"$schema":"https://json-schema.org/draft/%s/schema","$vocabulary":{"urn:other":false`, draft)
		for _, name := range names {
			text += fmt.Sprintf(`,"https://json-schema.org/draft/%s/vocab/%s`, draft, name)
		}
		return text + "}}"
	}
	const text = `{"$schema":"m.json","minimum":"no number","properties":{"a":{}},"format":"date"}`
	for _, test := range []struct {
		name, meta         string
		properties, format bool
	}{
		{"none", meta("2020-12"), false, false},
		{"applicator", meta("2020-12", `applicator":true`), true, false},
		{"format-annotation", meta("2020-12", `format-annotation":true`), false, false},
		{"format-assertion", meta("2020-12", `format-assertion":false`), false, true},
		{"format of 2019-09", meta("2019-09", `format":true`), false, true},
		{"optional format of 2019-09", meta("2019-09", `format":false`), false, false},
	} {
		t.Run(test.name, func(t *testing.T) {
			s := loadOne(t, tree("a.json", text, "m.json", test.meta), "a.json", Options{})
			if (s.Properties != nil) != test.properties || s.FormatAsserted != test.format || s.Minimum != nil {
				t.Errorf("%+v", s)
			}
		})
	}
}

func TestFormatAsserted(t *testing.T) {
	for _, test := range []struct {
		draft schema.Draft
		o     bool
		want  bool
	}{{schema.Draft4, false, true}, {schema.Draft7, false, true}, {schema.Draft2019, false, false}, {schema.Draft2020, false, false}, {schema.Draft2019, true, true}, {schema.Draft2020, true, true}} {
		s := loadOne(t, tree("a.json", `{"format":"date"}`), "a.json", Options{Draft: test.draft, AssertFormat: test.o})
		if s.FormatAsserted != test.want {
			t.Errorf("draft %d, option %v: %v", test.draft, test.o, s.FormatAsserted)
		}
	}
}

// The spellings of old drafts come out as those of draft 2020-12.
func TestOneSpelling(t *testing.T) {
	s := loadOne(t, tree("a.json", `{
		"maximum": 5, "exclusiveMaximum": true, "minimum": 2, "exclusiveMinimum": false,
		"items": [{}, {}], "additionalItems": false,
		"dependencies": {"a": ["b", "c"], "d": {"type": "null"}},
		"const": 1, "contains": {}, "propertyNames": {}, "if": {}, "then": {}
	}`), "a.json", Options{Draft: schema.Draft4})
	if s.Maximum != nil || s.ExclusiveMaximum.Text != "5" || s.Minimum.Text != "2" || s.ExclusiveMinimum != nil {
		t.Errorf("bounds: %+v", s.Numbers)
	}
	if len(s.PrefixItems) != 2 || s.Items == nil || *s.Items.Boolean {
		t.Errorf("items: %+v", s.Arrays)
	}
	if len(s.DependentRequired) != 1 || len(s.DependentRequired[0].Required) != 2 || len(s.DependentSchemas) != 1 || s.DependentSchemas[0].Name != "d" {
		t.Errorf("dependencies: %+v", s.Objects)
	}
	if s.Const != nil || s.Contains != nil || s.PropertyNames != nil || s.If != nil || s.Then != nil {
		t.Error("draft 4 has no const, contains, propertyNames or if")
	}
	s = loadOne(t, tree("a.json", `{"items": {}, "additionalItems": false, "then": {}, "minContains": 2}`), "a.json", Options{Draft: schema.Draft2019})
	if s.PrefixItems != nil || s.Items.Boolean != nil || s.Then != nil || s.MinContains != nil {
		t.Errorf("keywords that say nothing: %+v", s)
	}
}

func TestCounts(t *testing.T) {
	for text, want := range map[string]schema.Count{
		"0": 0, "-0": 0, "0.0e5": 0, "2.0": 2, "20e-1": 2, "0.2e1": 2, "1e3": 1000, "100": 100,
		"18446744073709551616": math.MaxInt, "1e400": math.MaxInt, "1e99999999999999999999": math.MaxInt, "0e99999999999999999999": 0,
	} {
		s := loadOne(t, tree("a.json", `{"maxLength":`+text+`}`), "a.json", Options{})
		if s.MaxLength == nil || *s.MaxLength != want {
			t.Errorf("%s: %v, want %d", text, s.MaxLength, want)
		}
	}
}

func TestDynamicReferences(t *testing.T) {
	s := loadOne(t, tree("a.json", `{"$id":"https://e.org/root","$dynamicAnchor":"n","$ref":"list",
		"$defs":{"list":{"$id":"list","properties":{
			"dynamic":{"$dynamicRef":"#n"}, "plain":{"$dynamicRef":"#p"}, "pointer":{"$dynamicRef":"#/$defs/n"}},
			"$defs":{"n":{"$dynamicAnchor":"n"},"p":{"$anchor":"p"}}}}}`), "a.json", Options{})
	if len(s.DynamicAnchors) != 1 || s.DynamicAnchors[0].Name != "n" || s.DynamicAnchors[0].Schema != s || s.Resource != s {
		t.Errorf("the root has the anchors %+v", s.DynamicAnchors)
	}
	list := s.Ref
	for i, want := range []struct {
		anchor string
		fixed  bool
	}{{"n", false}, {"p", true}, {"", true}} {
		p := list.Properties[i]
		if d := p.Schema.Dynamic; d.Anchor != want.anchor || d.Fixed != want.fixed || d.Resource != list || p.Schema.Resource != list {
			t.Errorf("%s: %+v", p.Name, d)
		}
	}
	s = loadOne(t, tree("a.json", `{"$recursiveAnchor":true,"items":{"$recursiveRef":"#"}}`), "a.json", Options{Draft: schema.Draft2019})
	if d := s.Items.Dynamic; d.Fixed || d.Initial != s || len(s.DynamicAnchors) != 1 || s.DynamicAnchors[0].Name != "" {
		t.Errorf("$recursiveRef: %+v", d)
	}
}

// The embedded meta-schemas load under every name that people use for them.
func TestMetaSchemas(t *testing.T) {
	count := 0
	err := fs.WalkDir(metaSchemas, "meta", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		count++
		name = strings.TrimSuffix(strings.TrimPrefix(name, "meta/"), ".json")
		for _, scheme := range []string{"http://", "https://"} {
			s := loadOne(t, tree("a.json", `{"$ref":"`+scheme+`json-schema.org/`+name+`#"}`), "a.json", Options{})
			if s.Ref.Properties == nil {
				t.Errorf("%s has no properties", name)
			}
		}
		return nil
	})
	if err != nil || count != 19 {
		t.Errorf("%d meta-schemas, error %v", count, err)
	}
}

// Work grows with the text, not with the paths through it.
func TestLinear(t *testing.T) {
	const n = 10_000
	var chain, refs, defs strings.Builder
	for i := range n {
		fmt.Fprintf(&chain, `"d%d":{"$ref":"#/$defs/d%d"},`, i, i+1)
		fmt.Fprintf(&refs, `{"$ref":"#/$defs/d%d"},`, i)
		fmt.Fprintf(&defs, `"d%d":{"$ref":"#/$defs/d%d"},`, i, n)
	}
	end := fmt.Sprintf(`"d%d":{"title":"end"}}}`, n)
	texts := map[string]string{
		"chain":   `{"$ref":"#/$defs/d0","$defs":{` + chain.String() + end,
		"fan-out": `{"allOf":[` + refs.String() + `true],"$defs":{` + defs.String() + end,
	}
	for name, text := range texts {
		start := time.Now()
		s := loadOne(t, tree("a.json", text), "a.json", Options{})
		if s.AllOf != nil {
			s = s.AllOf[n-1]
		}
		for s.Ref != nil {
			s = s.Ref
		}
		if took := time.Since(start); s.Title != "end" || took > slow {
			t.Errorf("%s: ends at %q after %v", name, s.Title, took)
		}
	}
}

func TestDeterministic(t *testing.T) {
	fsys := tree("a.json", `{"properties":{"b":{"$ref":"b.json"},"a":{"type":"string"}},"patternProperties":{"x":{},"y":true}}`, "b.json", `{"allOf":[{},{"not":{}}]}`)
	var first string
	for range 20 {
		g, err := Schemas([]Source{{fsys, "a.json", "a.json"}}, Options{})
		if err != nil {
			t.Fatal(err)
		}
		order := ""
		for _, s := range g.Schemas {
			order += s.Location.String() + " "
		}
		if first == "" {
			first = order
		}
		if order != first {
			t.Fatalf("%s\n%s", first, order)
		}
	}
}

func FuzzSchemas(f *testing.F) {
	for _, seed := range []string{
		`{"$id":"https://e.org/a","$ref":"#/$defs/x","$defs":{"x":{"$anchor":"y","$dynamicRef":"#y"}}}`,
		`{"$schema":"http://json-schema.org/draft-04/schema#","id":"x#y","exclusiveMaximum":true,"maximum":1e3,"items":[{},{"$ref":"#y"}]}`,
		`{"$schema":"https://json-schema.org/draft/2019-09/schema","$recursiveAnchor":true,"not":{"$recursiveRef":"#"}}`,
		`{"$schema":"b.json","patternProperties":{"(?!":{"$ref":"b.json#/$vocabulary"}},"minLength":2e9999,"if":0,"dependencies":{"a":["b"]}}`,
	} {
		f.Add(seed)
	}
	b := `{"$schema":"https://json-schema.org/draft/2020-12/schema","$vocabulary":{"https://json-schema.org/draft/2020-12/vocab/applicator":true}}`
	f.Fuzz(func(t *testing.T, text string) {
		start := time.Now()
		g, err := Schemas([]Source{{tree("a.json", text, "b.json", b), "a.json", "a.json"}}, Options{})
		if (g == nil) == (err == nil) {
			t.Errorf("graph %v, error %v", g, err)
		}
		if took := time.Since(start); took > slow {
			t.Errorf("took %v", took)
		}
	})
}
