package wire

import (
	"fmt"
	"strings"
	"testing"
)

// wantStrings accepts objects and arrays, however nested, of strings that are not "bad"; names must be short.
func wantStrings(c *Cursor) bool {
	switch c.Kind() {
	case KindObject:
		var o Object
		for c.BeginObject(&o); c.NextMember(&o, nil); {
			if c.Length() > 5 && c.Violates("maxLength", "/propertyNames/maxLength", "name too long") {
				return false
			}
			if !wantStrings(c) {
				return false
			}
		}
		return c.EndObject(&o)
	case KindArray:
		var a Array
		for c.BeginArray(&a); c.NextItem(&a); {
			if !wantStrings(c) {
				return false
			}
		}
		return c.EndArray(&a)
	}
	if !c.String() && !c.Mismatch("type", "/type", "must be a string") {
		return false
	}
	if string(c.Bytes()) == "bad" && c.Violates("not", "/not", "must not be bad") {
		return false
	}
	return true
}

func TestPlaces(t *testing.T) {
	tests := []struct {
		name, text string
		want       string // pointer line:column keyword; …
	}{
		{"root", ` 1`, " 1:2 type"},
		{"root string", `"bad"`, " 1:1 not"},
		{"item", `["a", 1]`, "/1 1:7 type"},
		{"after a nested array", "[[\"a\", []],\n\t\"bad\"]", "/1 2:2 not"},
		{"member", "{\n  \"a\": \"x\",\n  \"b\": 1\n}", "/b 3:8 type"},
		{"escapes in a pointer", `{"~": {"a/b": 1, "": 2, "\"": {"é": 3, "\u0041": 4}}}`, `/~0/a~1b 1:15 type; /~0/ 1:22 type; /~0/"/é 1:38 type; /~0/"/A 1:51 type`},
		{"name", `{"a": {"longer": "x"}}`, "/a/longer 1:8 maxLength"},
		{"name and value", `{"longer": "bad"}`, "/longer 1:2 maxLength; /longer 1:12 not"},
		{"column counts bytes", `["é", 1]`, "/1 1:8 type"},
		{"carriage return", "[\r\n1]", "/0 2:1 type"},
		{"all of them", `[1, {"a": [true, "bad"]}, null]`, "/0 1:2 type; /1/a/0 1:12 type; /1/a/1 1:18 not; /2 1:27 type"},
		{"void token", `[{"a": 1}, {"longer": {}}]`, "/0/a 1:8 type; /1/longer 1:13 maxLength"},

		{"syntax error after violations", `[1, "bad", tru]`, "/0 1:2 type; /1 1:5 not; /2 1:15 syntax"},
		{"at the end", "{\"a\": [1,\n", "/a/0 1:8 type; /a/1 2:1 syntax"},
		{"cut in a name", `{"a": {"b`, "/a 1:10 syntax"},
		{"bad name", `{"a": {"\x": 1}}`, "/a 1:9 syntax"},
		{"missing colon", `{"a" 1}`, "/a 1:6 syntax"},
		{"missing comma", `{"a": {} "b": 1}`, " 1:10 syntax"},
		{"cut after a member", `{"a": {"b": {}`, "/a 1:15 syntax"},
		{"cut after a comma", `{"a": {"b": {},`, "/a 1:16 syntax"},
		{"wrong bracket", `{"a": [{}}`, "/a 1:10 syntax"},
		{"bad string", `["a", "b\x"]`, "/1 1:9 syntax"},
		{"skipped value", `[5, [{"x": 01}]]`, "/0 1:2 type; /1/0/x 1:12 syntax"},
		{"duplicate", `[{"a": "x", "a": "y"}]`, "/0/a 1:13 syntax"},
		{"trailing data", "[] []", " 1:4 syntax"},
		{"empty", "", " 1:1 syntax"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var got []string
			for _, v := range violations(t, tt.text, wantStrings) {
				got = append(got, fmt.Sprintf("%s %d:%d %s", v.Pointer, v.Line, v.Column, v.Keyword))
				if before := tt.text[:v.Offset]; v.Line != 1+strings.Count(before, "\n") || v.Column != v.Offset-strings.LastIndexByte(before, '\n') {
					t.Errorf("offset %d is not %d:%d", v.Offset, v.Line, v.Column)
				}
			}
			if s := strings.Join(got, "; "); s != tt.want {
				t.Errorf("got  %s\nwant %s", s, tt.want)
			}
			c := NewCursor([]byte(tt.text))
			if wantStrings(&c) && c.End() {
				t.Error("valid in fast mode")
			}
		})
	}
}

// A violation of an array or object as a whole is not one of its first item or member.
func TestPlaceOfWhole(t *testing.T) {
	wantString := func(c *Cursor) bool { return c.String() || c.Mismatch("type", "/type", "must be a string") }
	for _, text := range []string{`["a"]`, `[["a"], "b"]`, `{"a": "b"}`, `[]`, `{}`} {
		for _, v := range violations(t, text, wantString) {
			if v.Pointer != "" || v.Offset != 0 {
				t.Errorf("%s: found at %q, offset %d", text, v.Pointer, v.Offset)
			}
		}
		for _, v := range violations(t, `{"x": [`+text+`]}`, func(c *Cursor) bool {
			var o Object
			var a Array
			return c.BeginObject(&o) && c.NextMember(&o, nil) && c.BeginArray(&a) && c.NextItem(&a) && wantString(c) &&
				!c.NextItem(&a) && c.EndArray(&a) && !c.NextMember(&o, nil) && c.EndObject(&o)
		}) {
			if v.Pointer != "/x/0" || v.Offset != 7 {
				t.Errorf("%s inside: found at %q, offset %d", text, v.Pointer, v.Offset)
			}
		}
	}
}

func TestAtMostHundred(t *testing.T) {
	text := "[" + strings.Repeat("1,", 500)
	found := violations(t, text+"1]", wantStrings)
	if len(found) != maxViolations || found[99].Pointer != "/99" {
		t.Errorf("got %d violations, the last %v", len(found), found[len(found)-1])
	}
	found = violations(t, text, wantStrings)
	if last := found[len(found)-1]; len(found) != maxViolations || last.Keyword != "syntax" || last.Pointer != "/500" {
		t.Errorf("got %d violations, the last %v", len(found), last)
	}
}

func TestErrorText(t *testing.T) {
	v := Violation{Pointer: "/a", Line: 2, Column: 3, Message: "must be a string"}
	tests := []struct {
		e    Error
		want string
	}{
		{Error{}, "not valid"},
		{Error{[]Violation{v}}, "/a (2:3): must be a string"},
		{Error{[]Violation{v, v}}, "/a (2:3): must be a string (and 1 more violation)"},
		{Error{[]Violation{v, v, v}}, "/a (2:3): must be a string (and 2 more violations)"},
		{Error{[]Violation{{Line: 1, Column: 1, Message: "x"}}}, "1:1: x"},
		{Error{[]Violation{{Pointer: "/\x1b[2J", Line: 1, Column: 1, Message: "x"}}}, `"/\x1b[2J" (1:1): x`},
	}
	for _, tt := range tests {
		if got := tt.e.Error(); got != tt.want {
			t.Errorf("got %q, want %q", got, tt.want)
		}
	}
}

func TestMissing(t *testing.T) {
	names := make([]string, 300)
	for i := range names {
		names[i] = fmt.Sprintf("n%d", i)
	}
	m := Members{Names: names}
	valid := func(c *Cursor) bool {
		var o Object
		if !c.BeginObject(&o) && !c.Mismatch("type", "/type", "must be an object") {
			return false
		}
		for c.NextMember(&o, &m) {
			if !c.Skip() {
				return false
			}
		}
		for word, mask := range map[int]uint64{0: 1 << 3, 4: 1<<43 | 1<<1} { // n3, n299, n257
			if o.Lacks(word, mask) && c.Missing(&o, &m, word, mask, "/required") {
				return false
			}
		}
		return c.EndObject(&o)
	}
	if found := violations(t, `{"n3":0,"n299":0,"n257":0,"x":0}`, valid); found != nil {
		t.Errorf("found %v", found)
	}
	found := violations(t, ` {"n299":0,"n4":0}`, valid)
	if len(found) != 2 || found[0].Offset != 1 || found[0].Keyword != "required" || found[0].Pointer != "" {
		t.Errorf("found %v", found)
	}
	if text := fmt.Sprint(found); !strings.Contains(text, `missing member "n3"`) || !strings.Contains(text, `missing member "n257"`) {
		t.Errorf("found %v", found)
	}
	if found := violations(t, `[]`, valid); len(found) != 1 || found[0].Keyword != "type" {
		t.Errorf("found %v, want the type only", found)
	}
	if wellFormedBy(`{"n257":0,"n257":0}`, valid) {
		t.Error("accepts a duplicate beyond the first words")
	}
}

// wellFormedBy reports whether valid accepts text in fast mode.
func wellFormedBy(text string, valid func(*Cursor) bool) bool {
	c := NewCursor([]byte(text))
	return valid(&c) && c.End()
}
