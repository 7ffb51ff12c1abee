package document

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"
)

// text is an input with a given content.
func text(name, content string) Input {
	return Input{Name: name, Open: func() (io.ReadCloser, error) { return io.NopCloser(strings.NewReader(content)), nil }}
}

// all returns each document of inputs as "line:column pointer text", and how each input ended.
func all(t *testing.T, inputs []Input, o Options) (documents, ends []string) {
	t.Helper()
	o.Jobs = max(o.Jobs, 1)
	err := Each(inputs, o, show, func(p Part[[]string]) error {
		documents = append(documents, p.Result...)
		if p.End {
			ends = append(ends, fmt.Sprint(p.Err))
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return documents, ends
}

func show(c *Chunk) []string {
	var shown []string
	for i := range c.Len() {
		d := c.Document(i)
		p := d.Place(0)
		shown = append(shown, strings.TrimSpace(fmt.Sprintf("%d:%d %s %s", p.Line, p.Column, d.Pointer, d.Text)))
	}
	return shown
}

var forms = []struct {
	name    string // of the input
	content string
	want    []string // documents
	end     string
}{
	{"one.json", ` {"a": [1]} `, []string{`1:1   {"a": [1]}`}, "<nil>"},
	{"one.json", "", []string{"1:1"}, "<nil>"},
	{"one.json", "{} {}", []string{"1:1  {} {}"}, "<nil>"}, // is for the validator to refuse
	{"one.json", "nonsense", []string{"1:1  nonsense"}, "<nil>"},

	{"list.json", "[]", nil, "<nil>"},
	{"list.json", "[{},\n {\"a\": \"]\\\\\"} , \"[\",2]\n", []string{"1:2 /0 {}", `2:2 /1 {"a": "]\\"}`, `2:17 /2 "["`, "2:21 /3 2"}, "<nil>"},
	{"list.json", `[{"é": 1}, 2]`, []string{`1:2 /0 {"é": 1}`, "1:13 /1 2"}, "<nil>"},
	{"list.json", `[{} {}]`, []string{"1:2 /0 {}"}, "1:5: unexpected character: ',' or ']' must follow an item"},
	{"list.json", `[{},]`, []string{"1:2 /0 {}"}, "1:5: unexpected character: a value must stand here"},
	{"list.json", `[,{}]`, nil, "1:2: unexpected character: a value must stand here"},
	{"list.json", `[{}`, []string{"1:2 /0 {}"}, "1:4: unexpected end of input"},
	{"list.json", `[`, nil, "1:2: unexpected end of input"},
	{"list.json", `[{"a": `, []string{`1:2 /0 {"a":`}, "<nil>"}, // reported where it is not at its end
	{"list.json", `[{}] []`, []string{"1:2 /0 {}"}, "1:6: trailing data after the document's value"},

	{"lines.ndjson", "{}\n\n  {\"a\":1}\r\n[1,\n{}", []string{"1:1  {}", `3:3  {"a":1}`, "4:1  [1,", "5:1  {}"}, "<nil>"},
	{"lines.jsonl", "", nil, "<nil>"},

	{"-", "{}\n{}\n", []string{"1:1  {}", "2:1  {}"}, "<nil>"},
	{"-", "{}\nnonsense\n{}", []string{"1:1  {}", "2:1  nonsense", "3:1  {}"}, "<nil>"},
	{"-", "{\n\"a\": 1}\n{}\n 5", []string{"1:1  {\n\"a\": 1}", "3:1  {}", "4:2  5"}, "<nil>"},
	{"-", "{} {}", []string{"1:1  {}", "1:4  {}"}, "<nil>"},
	{"-", "{} {} }", []string{"1:1  {}", "1:4  {}"}, "1:7: unexpected character: a value must stand here"},
	{"-", "{}\n", []string{"1:1  {}"}, "<nil>"},
	{"-", "{\n", []string{"1:1  {"}, "<nil>"},
	{"-", "", []string{"1:1"}, "<nil>"},
	{"-", "\n [{}, 1]", []string{"2:3 /0 {}", "2:7 /1 1"}, "<nil>"},

	{"one.yaml", "a: [1, x]\n", []string{`1:1  {"a":[1,"x"]}`}, "<nil>"},
	{"list.yml", "- a: 1\n- true\n-  \"é\"\n", []string{`1:3 /0 {"a":1}`, "2:3 /1 true", `3:4 /2 "é"`}, "<nil>"},
	{"bad.yaml", "a: 1\na: 2\n", nil, `2:1: the member "a" is there twice, first in line 1, column 1`},
}

func TestForms(t *testing.T) {
	for _, test := range forms {
		documents, ends := all(t, []Input{text(test.name, test.content)}, Options{})
		for i, d := range documents {
			documents[i] = strings.TrimSpace(d)
		}
		if !equal(documents, test.want) || ends[0] != test.end {
			t.Errorf("%s %q:\n got %q, %s\nwant %q, %s", test.name, test.content, documents, ends[0], test.want, test.end)
		}
	}
}

// equal compares documents but for white space around them.
func equal(got, want []string) bool {
	return slices.EqualFunc(got, want, func(g, w string) bool {
		return strings.Join(strings.Fields(g), " ") == strings.Join(strings.Fields(w), " ")
	})
}

// What is read does not depend on how much of it is in memory.
func TestSmallChunks(t *testing.T) {
	for _, test := range forms {
		if formOf(test.name) == YAML {
			continue
		}
		for size := 1; size < 12; size++ {
			cs := &chunks{size: size}
			r := cs.reader(strings.NewReader(test.content), cutterOf(formOf(test.name), func([]byte) bool { return false }))
			var documents []string
			c, err := r.next()
			for ; err == nil; c, err = r.next() {
				documents = append(documents, show(c)...)
				cs.put(c)
			}
			if errors.Is(err, io.EOF) {
				err = nil
			}
			if !equal(documents, test.want) || fmt.Sprint(err) != test.end {
				t.Errorf("%s %q, %d bytes at a time:\n got %q, %v\nwant %q, %s", test.name, test.content, size, documents, err, test.want, test.end)
			}
		}
	}
}

func TestWhole(t *testing.T) {
	tests := []struct {
		name, content string
		want          []string
	}{
		{"a.json", `["whole", 1]`, []string{`1:1  ["whole", 1]`}},
		{"a.json", `["item", 1]`, []string{`1:2 /0 "item"`, "1:10 /1 1"}},
		{"a.json", `[]`, nil},
		{"-", `["whole", 1]`, []string{`1:1  ["whole", 1]`}},
		{"a.yaml", "- whole\n- 1\n", []string{`1:1  ["whole",1]`}},
		{"a.yaml", "- item\n", []string{`1:3 /0 "item"`}},
	}
	o := Options{Whole: func(first []byte) bool { return string(first) == `"whole"` }}
	for _, test := range tests {
		documents, _ := all(t, []Input{text(test.name, test.content)}, o)
		if !equal(documents, test.want) {
			t.Errorf("%s %q: got %q, want %q", test.name, test.content, documents, test.want)
		}
	}
}

func TestSingle(t *testing.T) {
	documents, ends := all(t, []Input{text("a.json", "[1, 2]"), text("b.ndjson", "{}\n{}")}, Options{Form: Single})
	if want := []string{"1:1  [1, 2]", "1:1  {} {}"}; !equal(documents, want) {
		t.Errorf("got %q, want %q (%q)", documents, want, ends)
	}
}

// Results come in order, whatever the number of jobs, and places are those in the input.
func TestOrder(t *testing.T) {
	const n = 50_000
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "{\"number\": %d}\n", i)
	}
	inputs := []Input{text("a.ndjson", b.String()), text("b.json", "{}"), text("c.ndjson", b.String())}
	for _, jobs := range []int{1, 4} {
		documents, ends := all(t, inputs, Options{Jobs: jobs})
		if len(documents) != 2*n+1 || len(ends) != 3 {
			t.Fatalf("%d jobs: %d documents of %d inputs", jobs, len(documents), len(ends))
		}
		for i := range n {
			want := fmt.Sprintf("%d:1  {\"number\": %d}", i+1, i)
			if documents[i] != want || documents[n+1+i] != want {
				t.Fatalf("%d jobs: document %d is %q and %q, want %q", jobs, i, documents[i], documents[n+1+i], want)
			}
		}
	}
}

func TestCompressed(t *testing.T) {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	fmt.Fprint(z, "{}\n{}\n")
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	whole := b.String()
	inputs := []Input{text("a.ndjson.gz", whole), text("-", whole), text("b.ndjson.gz", whole[:len(whole)-4]), text("c.json", "\x1f\x8bx"), text("d.gz", "{}")}
	documents, ends := all(t, inputs, Options{})
	if want := []string{"1:1  {}", "2:1  {}", "1:1  {}", "2:1  {}"}; !equal(documents, want) {
		t.Errorf("got %q, want %q", documents, want)
	}
	if want := []string{"<nil>", "<nil>", "unexpected EOF", "unexpected EOF", "not compressed, though its name says so"}; !slices.Equal(ends, want) {
		t.Errorf("inputs end with %q, want %q", ends, want)
	}
}

func TestStopsWhenDoneFails(t *testing.T) {
	full := errors.New("disk full")
	endless := Input{Name: "endless.ndjson", Open: func() (io.ReadCloser, error) { return io.NopCloser(repeat("{}\n")), nil }}
	err := Each([]Input{endless}, Options{Jobs: 3}, show, func(Part[[]string]) error { return full })
	if !errors.Is(err, full) {
		t.Errorf("Each returns %v", err)
	}
}

// A repeat is a text over and over.
type repeat string

func (r repeat) Read(p []byte) (int, error) {
	n := 0
	for n+len(r) <= len(p) {
		n += copy(p[n:], r)
	}
	return n, nil
}

func TestExcerpt(t *testing.T) {
	long := strings.Repeat("x", 200)
	tests := []struct {
		content string
		offset  int
		want    Excerpt
	}{
		{"{\n  \"a\": \"b c\",\r\n}", 9, Excerpt{`  "a": `, `"b c"`, ","}},
		{`{"a": [1]}`, 6, Excerpt{`{"a": `, "[", "1]}"}},
		{`{"a": 17}`, 6, Excerpt{`{"a": `, "17", "}"}},
		{`{"a"`, 4, Excerpt{`{"a"`, "", ""}},
		{`{"a": "` + long + `", "` + long + `": 1}`, 6, Excerpt{`{"a": `, `"` + long[:59] + "…", `, "` + long[:57] + "…"}},
		{`{"` + long + `": 1}`, 205, Excerpt{"…" + long[:57] + `": `, "1", "}"}},
	}
	for _, test := range tests {
		if got := excerpt([]byte(test.content), test.offset); got != test.want {
			t.Errorf("excerpt(%q, %d):\n got %q\nwant %q", test.content, test.offset, got, test.want)
		}
	}
}
