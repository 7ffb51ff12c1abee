package wire

import (
	"fmt"
	"strings"
	"testing"
)

// shapes tells documents apart by traits of every sort.
var shapes = Recognizer{
	Traits: []Trait{
		0:  {Pointer: "", Is: "is an array", Kinds: []Kind{KindArray}},
		1:  {Pointer: "/0", Is: "is an integer", Kinds: []Kind{KindNumber}, Whole: true},
		2:  {Pointer: "/Records", Is: "is []", Values: []string{"[]"}},
		3:  {Pointer: "/Records/0/source", Is: `is "a/b"`, Values: []string{`"a/b"`}},
		4:  {Pointer: "/Records/0/source", Is: `is one of "c", null, 1.50, {"x":[1,true]}`, Values: []string{`"c"`, "null", "1.50", `{"x":[1,true]}`}},
		5:  {Pointer: "/Records/1", Is: "is there"},
		6:  {Pointer: "/trigger", Is: "matches ^Pre", Pattern: func(c *Cursor) bool { return c.HasPrefix("Pre") }},
		7:  {Pointer: "/trigger", Is: "is there"},
		8:  {Pointer: "/odd~1na~0me", Is: "is true or false", Kinds: []Kind{KindTrue, KindFalse}},
		9:  {Pointer: "/version", Is: `is "2.0"`, Values: []string{`"2.0"`}},
		10: {Pointer: "/version", Is: "is there"},
		11: {Pointer: "/Records/0/0", Is: "is there"},
	},
	Root: Place{
		Traits: []int{0},
		Items:  1,
		Places: []Place{
			{Name: "0", Traits: []int{1}},
			{Name: "Records", Traits: []int{2}, Items: 2, Places: []Place{
				{Name: "0", Items: 1, Places: []Place{{Name: "0", Traits: []int{11}}, {Name: "source", Traits: []int{3, 4}}}},
				{Name: "1", Traits: []int{5}},
			}},
			{Name: "odd/na~me", Traits: []int{8}},
			{Name: "trigger", Traits: []int{6, 7}},
			{Name: "version", Traits: []int{9, 10}},
		},
	},
	Types: []Recognized{
		{"ab", []Way{{Points: 4, Has: []int{3}}, {Points: 4, Has: []int{2}}}},
		{"choice", []Way{{Points: 3, Has: []int{4}}, {Points: 4, Has: []int{2}}}},
		{"list", []Way{{Points: 2, Has: []int{0}}, {Points: 4, Has: []int{0, 1}}}},
		{"nested", []Way{{Points: 1, Has: []int{11}}}},
		{"odd", []Way{{Points: 2, Has: []int{8}}}},
		{"pre", []Way{{Points: 3, Has: []int{6}}}},
		{"two", []Way{{Points: 1, Has: []int{5}}}},
		{"v1", []Way{{Points: 2, Has: []int{7}, Lacks: []int{10}}}},
		{"v2", []Way{{Points: 5, Has: []int{7, 9}}}},
	},
}

func TestIdentify(t *testing.T) {
	tests := []struct{ name, document, want string }{
		{"nothing known", `{"a": 1}`, ""},
		{"a constant", `{"Records": [{"source": "a/b"}]}`, `ab 4: Records[0].source is "a/b"`},
		{"a constant with escapes", `{"Records": [{"\u0073ource": "a\/b"}]}`, `ab 4: Records[0].source is "a/b"`},
		{"a choice", `{"Records": [{"source": null}, 5]}`, `choice 3: Records[0].source is one of "c", null, 1.50, {"x":[1,true]} | two 1: Records[1] is there`},
		{"an equal number", `{"Records": [{"source": 15e-1}]}`, `choice 3: Records[0].source is one of "c", null, 1.50, {"x":[1,true]}`},
		{"an equal object", `{"Records": [{"source": {"x": [1.0, true]}}]}`, `choice 3: Records[0].source is one of "c", null, 1.50, {"x":[1,true]}`},
		{"a value of another kind", `{"Records": [{"source": ["c"]}]}`, ""},
		{"an empty batch is several", `{"Records": []}`, "ab 4: Records is [] | choice 4: Records is []"},
		{"not in the second item", `{"Records": [{}, {"source": "a/b"}]}`, "two 1: Records[1] is there"},
		{"an object in place of an array", `{"Records": {"0": {"source": "a/b"}}}`, `ab 4: Records[0].source is "a/b"`},
		{"an index in an object", `{"Records": [{"0": 1}]}`, "nested 1: Records[0][0] is there"},
		{"an index in an array", `{"Records": [[1]]}`, "nested 1: Records[0][0] is there"},
		{"a type", `["x"]`, "list 2: the document is an array"},
		{"the better way", `[1.0]`, "list 4: the document is an array, [0] is an integer"},
		{"a fraction is no integer", `[1.5]`, "list 2: the document is an array"},
		{"a scalar", `"Records"`, ""},
		{"a pattern", `{"version": 1, "trigger": "PreSignUp"}`, "pre 3: trigger matches ^Pre"},
		{"a pattern is about strings", `{"version": 1, "trigger": ["PreSignUp"]}`, ""},
		{"an odd name", `{"odd/na~me": false}`, `odd 2: ["odd/na~me"] is true or false`},
		{"absence", `{"trigger": "Post"}`, "v1 2: trigger is there, version is absent"},
		{"null is there", `{"trigger": null, "version": null}`, ""},
		{"the best first", `{"trigger": "Pre", "version": "2.0"}`, `v2 5: trigger is there, version is "2.0" | pre 3: trigger matches ^Pre`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := spelt(shapes.Identify([]byte(test.document))); got != test.want {
				t.Errorf("%s is %s, want %s", test.document, got, test.want)
			}
		})
	}
}

// spelt puts matches on a line.
func spelt(matches []Match) string {
	var lines []string
	for _, m := range matches {
		var facts []string
		for _, f := range m.Facts {
			facts = append(facts, f.String())
		}
		lines = append(lines, fmt.Sprintf("%s %d: %s", m.Event, m.Points, strings.Join(facts, ", ")))
	}
	return strings.Join(lines, " | ")
}

// A document that is no JSON is no event, wherever the fault is.
func TestIdentifyReadsStrictly(t *testing.T) {
	const good = `{"Records": [{"source": "a/b"}], "rest": [{"x": "y"}]}`
	if shapes.Identify([]byte(good)) == nil {
		t.Fatal("the good document is not recognised")
	}
	for i := range len(good) {
		if m := shapes.Identify([]byte(good[:i])); m != nil {
			t.Errorf("%s: %v", good[:i], m)
		}
	}
	for _, bad := range []string{
		"", " ", "\xef\xbb\xbf" + good, good + "x", good + good, strings.Replace(good, "y", "\xff", 1), strings.Replace(good, "y", `\ud800`, 1),
		`{"Records": [{"source": "a/b"}], "x": 1, "x": 2}`, `{"Records": [{"source": "a/b"}], "Records": []}`,
		`{"Records": [{"source": "a/b"}], "x": ` + strings.Repeat("[", 10_000),
	} {
		if m := shapes.Identify([]byte(bad)); m != nil {
			t.Errorf("%.60q: %v", bad, m)
		}
	}
}

// Facts belong to the caller.
func TestIdentifySharesNothing(t *testing.T) {
	document := []byte(`{"trigger": "Pre", "version": "2.0"}`)
	first := shapes.Identify(document)
	want := spelt(first)
	_ = append(first[0].Facts, Fact{})
	first[0].Facts[0] = Fact{}
	if got := spelt(first[1:]); !strings.HasSuffix(want, got) {
		t.Errorf("the second match became %s", got)
	}
	if got := spelt(shapes.Identify(document)); got != want {
		t.Errorf("%s, and now %s", want, got)
	}
}

func TestIdentifyAllocatesTheResult(t *testing.T) {
	for document, want := range map[string]float64{
		`{"Records": [{"source": "a/b"}]}`:       2, // matches and facts
		`{"Records": [{"sour\u0063e": "a\/b"}]}`: 2,
		`{"Records": []}`:                        2,
		`{"a": 1}`:                               0,
		`{"a": `:                                 0,
	} {
		data := []byte(document)
		shapes.Identify(data) // fills the pools
		if got := testing.AllocsPerRun(100, func() { shapes.Identify(data) }); got > want {
			t.Errorf("%s: %v allocations, want %v", document, got, want)
		}
	}
}

func FuzzIdentify(f *testing.F) {
	for _, seed := range []string{`{"Records":[{"source":"c"}]}`, `[1,{"Records":[]}]`, `{"trigger":"Pre","version":"2.0"}`, `{"odd\/na~me":tru`} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		matches := shapes.Identify(data)
		if len(matches) > 0 && !wellFormed(string(data)) {
			t.Errorf("%q is no JSON, but %s", data, spelt(matches))
		}
		for i, m := range matches {
			if i > 0 && matches[i-1].Points < m.Points || len(m.Facts) == 0 {
				t.Errorf("%q: %s", data, spelt(matches))
			}
		}
	})
}

func BenchmarkIdentify(b *testing.B) {
	records := Recognizer{
		Traits: []Trait{{Pointer: "/Records/0/eventSource", Is: `is "aws:sqs"`, Values: []string{`"aws:sqs"`}}},
		Root: Place{Places: []Place{{Name: "Records", Items: 1, Places: []Place{
			{Name: "0", Places: []Place{{Name: "eventSource", Traits: []int{0}}}},
		}}}},
		Types: []Recognized{{"sqs.Event", []Way{{Points: 4, Has: []int{0}}}}},
	}
	for name, text := range benchDocuments() {
		data := []byte(text)
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(data)))
			b.ReportAllocs()
			for b.Loop() {
				records.Identify(data)
			}
		})
	}
}
