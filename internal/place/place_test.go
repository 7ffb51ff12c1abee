package place

import (
	"slices"
	"testing"
	"testing/fstest"

	"github.com/eventgen-go/eventgen/internal/load"
	"github.com/eventgen-go/eventgen/internal/packed"
	"github.com/eventgen-go/eventgen/internal/schema"
)

func root(t *testing.T, text string) *schema.Schema {
	t.Helper()
	tree := fstest.MapFS{"s.json": &fstest.MapFile{Data: []byte(text)}}
	g, err := load.Schemas([]load.Source{{Tree: tree, Path: "s.json", Name: "s.json"}}, load.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return g.Roots[0]
}

// titles returns what schemas at a place are called.
func titles(p Place) []string {
	var list []string
	for _, s := range p {
		if s.Title != "" {
			list = append(list, s.Title)
		}
	}
	return list
}

func TestPlaces(t *testing.T) {
	p := Of(root(t, `{
		"title": "root", "$ref": "#/$defs/base", "anyOf": [{"title": "any"}, {"properties": {"a": {"title": "a of any"}}}],
		"if": {"title": "if"}, "then": {"title": "then"}, "else": {"title": "else"}, "dependentSchemas": {"a": {"title": "with a"}},
		"properties": {"a": {"title": "a", "$ref": "#/$defs/loop"}, "list": {"prefixItems": [{"title": "first"}], "items": {"title": "next"}, "contains": {"title": "some"}}},
		"patternProperties": {"^x": {"title": "x…"}}, "additionalProperties": {"title": "other"},
		"$defs": {
			"base": {"title": "base", "properties": {"a": {"title": "a of base"}}},
			"loop": {"title": "loop", "properties": {"in": {"$ref": "#/$defs/loop"}}},
			"text": {"contentMediaType": "application/json", "contentSchema": {"title": "content"}}
		}}`))
	tests := []struct {
		name string
		p    Place
		want []string
	}{
		{"root", p, []string{"root", "base", "any", "if", "then", "else", "with a"}},
		{"member", p.Member("a"), []string{"a", "loop", "a of base", "a of any"}},
		{"member of a loop", p.Member("a").Member("in").Member("in"), []string{"loop"}},
		{"pattern", p.Member("xy"), []string{"x…"}},
		{"additional", p.Member("b"), []string{"other"}},
		{"first item", p.Member("list").Item(0), []string{"first", "some"}},
		{"next item", p.Member("list").Item(1), []string{"next", "some"}},
		{"nothing", p.Member("a").Member("b").Item(0), nil},
	}
	for _, test := range tests {
		if got := titles(test.p); !slices.Equal(got, test.want) {
			t.Errorf("%s: got %q, want %q", test.name, got, test.want)
		}
	}
}

func TestContent(t *testing.T) {
	tests := []struct {
		schema string
		want   []string
		form   packed.Form
	}{
		{`{"type": "string"}`, nil, packed.Plain},
		{`{"contentMediaType": "application/json", "contentSchema": {"title": "in"}}`, []string{"in"}, packed.Plain},
		{`{"contentEncoding": "base64", "contentMediaType": "application/json", "contentSchema": {"title": "in"}}`, []string{"in"}, packed.Base64},
		{`{"contentEncoding": "base64", "x-content-encoding": "gzip", "contentMediaType": "application/json", "contentSchema": {"title": "in"}}`, []string{"in"}, packed.Gzip},
	}
	for _, test := range tests {
		got, form := Of(root(t, test.schema)).Content()
		if !slices.Equal(titles(got), test.want) || form != test.form {
			t.Errorf("%s: got %q, %d, want %q, %d", test.schema, titles(got), form, test.want, test.form)
		}
	}
}

// Digests are made true, wherever they stand, but for those that somebody chose.
func TestDigested(t *testing.T) {
	p := Of(root(t, `{"items": {"properties": {"body": {"type": "string"}, "md5": {"type": "string", "x-md5-of": "body"}}}}`))
	v := packed.Read([]byte(`[{"body": "1", "md5": ""}, {"md5": "of nothing"}, {"body": 1, "md5": "of a number"}, {"body": "1", "md5": "mine"}]`))
	want := `[{"body":"1","md5":"c4ca4238a0b923820dcc509a6f75849b"},{"md5":"of nothing"},{"body":1,"md5":"of a number"},{"body":"1","md5":"mine"}]`
	if got := p.Digested(v, "/3/md5").JSON(); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	if v.Items[0].Member("md5").Text != "" {
		t.Error("the value itself has changed")
	}
}

func TestPointers(t *testing.T) {
	steps, ok := Split("/a~1b/~0/0")
	if !ok || !slices.Equal(steps, []string{"a/b", "~", "0"}) {
		t.Errorf("got %q, %t", steps, ok)
	}
	if got := Join(Join("", "a/b"), "~"); got != "/a~1b/~0" {
		t.Errorf("got %s", got)
	}
	if steps, ok := Split(""); !ok || len(steps) > 0 {
		t.Errorf("the empty pointer has steps %q, %t", steps, ok)
	}
	if _, ok := Split("a"); ok {
		t.Error("a is a pointer")
	}
	for token, want := range map[string]bool{"0": true, "12": true, "01": false, "-1": false, "x": false, "": false} {
		if _, ok := Index(token); ok != want {
			t.Errorf("%q is an index: %t", token, ok)
		}
	}
}
