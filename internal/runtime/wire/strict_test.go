package wire

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestStrict(t *testing.T) {
	deep := func(n int) string { return strings.Repeat("[", n) + strings.Repeat("]", n) }
	tests := []struct {
		name, text string
		message    string // of the syntax error; empty: well-formed
		offset     int
	}{
		{"null", "null", "", 0},
		{"white space", " \t\r\n{ \"a\" :\n[ 1 , true ] , \"b\" : \"\" }\n", "", 0},
		{"numbers", "[0,-0,10,1.5,-0.0e-0,1E+2,1e999999999]", "", 0},
		{"escapes", `"\"\\\/\b\f\n\r\t\u0041\u0000\uD83D\uDC32"`, "", 0},
		{"delete, U+2028 and a noncharacter", "\"\x7f\u2028\uffff\"", "", 0},
		{"empty name", `{"":1}`, "", 0},
		{"names that differ in case", `{"a":1,"A":2}`, "", 0},
		{"same name at different levels", `{"a":{"a":{"a":1}}}`, "", 0},
		{"depth 10000", deep(10_000), "", 0},

		{"empty", "", "unexpected end", 0},
		{"white space only", " \n", "unexpected end", 2},
		{"byte order mark", "\xef\xbb\xbf{}", "byte order mark", 0},
		{"trailing data", "{} x", "trailing data", 3},
		{"two documents", "{}\n{}", "trailing data", 3},
		{"form feed", "\f1", "unexpected character", 0},
		{"no-break space", "[1,\u00a02]", "unexpected character", 3},
		{"wrong case", "True", "unexpected character", 0},
		{"misspelt literal", "[nulL]", "misspelt literal", 4},
		{"cut literal", "tru", "unexpected end", 3},
		{"trailing comma in array", "[1,]", "unexpected character", 3},
		{"trailing comma in object", `{"a":1,}`, "member name", 7},
		{"leading comma", "[,1]", "unexpected character", 1},
		{"missing comma in array", "[1 2]", "',' or ']'", 3},
		{"missing comma in object", `{"a":1 "b":2}`, "',' or '}'", 7},
		{"missing colon", `{"a" 1}`, "':'", 5},
		{"wrong bracket", `{"a":1]`, "',' or '}'", 6},
		{"unquoted name", "{a:1}", "member name", 1},
		{"comment", "[1/*x*/]", "',' or ']'", 2},
		{"leading zero", "[-01]", "leading zero", 2},
		{"plus", "+1", "unexpected character", 0},
		{"no digit", "-", "unexpected end", 1},
		{"no digit after sign", "[-]", "a digit", 2},
		{"no digit after point", "[1.]", "a digit", 3},
		{"no digit in exponent", "[1e+]", "a digit", 4},
		{"hexadecimal", "[0x10]", "',' or ']'", 2},
		{"NaN", "NaN", "unexpected character", 0},
		{"control character", "\"a\nb\"", "control character", 2},
		{"unknown escape", `"a\x"`, "unknown escape", 2},
		{"short escape", `"\u12"`, "unknown escape", 1},
		{"high surrogate alone", `"ab\ud800"`, "lone surrogate", 3},
		{"high surrogate, then a letter", `"\ud800\u0041"`, "lone surrogate", 1},
		{"low surrogate first", `"\udc00\ud800"`, "lone surrogate", 1},
		{"cut escape", `"\u12`, "unexpected end", 5},
		{"cut pair", `"\ud800\u`, "unexpected end", 9},
		{"overlong UTF-8", "\"\xc0\xaf\"", "invalid UTF-8", 1},
		{"surrogate in UTF-8", "\"\xed\xa0\x80\"", "invalid UTF-8", 1},
		{"beyond U+10FFFF", "\"\xf4\x90\x80\x80\"", "invalid UTF-8", 1},
		{"cut UTF-8", "\"12345678\xe2\x82\"", "invalid UTF-8", 9},
		{"UTF-8 at the end", "\"\xe2\x82", "unexpected end", 3},
		{"duplicate", `{"a":1,"b":2,"a":3}`, `duplicate member "a"`, 13},
		{"duplicate with escape", `{"kind":1,"\u006bind":2}`, `duplicate member "kind"`, 10},
		{"duplicate of an escaped name", `{"\u006bind":1,"kind":2}`, `duplicate member "kind"`, 15},
		{"duplicate deep inside", `[{"x":[{"a":1,"a":1}]}]`, `duplicate member "a"`, 14},
		{"duplicate empty name", `{"":1,"":2}`, `duplicate member ""`, 6},
		{"depth 10001", deep(10_001), "10,000 deep", 10_000},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := wellFormed(tt.text); got != (tt.message == "") {
				t.Fatalf("wellFormed(%.60q) = %v", tt.text, got)
			}
			found := violations(t, tt.text, skips)
			if tt.message == "" {
				if found != nil {
					t.Fatalf("unexpected violations: %v", found)
				}
				return
			}
			v := found[0]
			if v.Keyword != "syntax" || !strings.Contains(v.Message, tt.message) || v.Offset != tt.offset || len(found) != 1 {
				t.Errorf("got %+v, want offset %d and a message with %q", found, tt.offset, tt.message)
			}
		})
	}
}

func TestTruncations(t *testing.T) {
	const text = ` { "a" : [ 1.5e+3 , "x\u00e9\ud83d\udc32é€" , { } , [ ] , null , true , false ] , "b" : -0 } `
	if !wellFormed(text) {
		t.Fatal("the whole text should be well-formed")
	}
	end := strings.LastIndexByte(text, '}')
	for n := range end {
		if wellFormed(text[:n]) {
			t.Errorf("accepts the first %d bytes: %s", n, text[:n])
		}
		found := violations(t, text[:n], skips)
		if v := found[len(found)-1]; v.Offset != n || v.Message != faultText[faultEnd] {
			t.Errorf("first %d bytes: %v, want an unexpected end at %d", n, v, n)
		}
	}
}

func TestManyNames(t *testing.T) {
	for _, n := range []int{1, nameInline - 1, nameInline, nameInline + 1, nameSlots, nameSlots + 1, 100, 5000} {
		var b strings.Builder
		names := make([]string, n)
		for i := range n {
			names[i] = "n" + strings.Repeat("x", i%7) + string(rune('a'+i%26)) + jsonNumber(i)
			b.WriteString(`,"` + names[i] + `":{"` + names[i] + `":0}`)
		}
		body := b.String()[1:]
		if !wellFormed("{" + body + "}") {
			t.Errorf("%d names: refused", n)
		}
		for _, i := range []int{0, n / 2, n - 1} {
			if wellFormed("{" + body + `,"` + names[i] + `":0}`) {
				t.Errorf("%d names: name %d comes twice, and is accepted", n, i)
			}
			if wellFormed("{" + body + `,"\u006e` + names[i][1:] + `":0}`) {
				t.Errorf("%d names: name %d comes twice, once escaped, and is accepted", n, i)
			}
		}
	}
}

func jsonNumber(i int) string {
	b, _ := json.Marshal(i)
	return string(b)
}

func TestHostileDocuments(t *testing.T) {
	dir := filepath.Join(sharedDir(t, "hostile"), "instances")
	files, err := filepath.Glob(filepath.Join(dir, "*.want.json"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no documents in %s (%v)", dir, err)
	}
	for _, file := range files {
		name := strings.TrimSuffix(file, ".want.json")
		t.Run(filepath.Base(name), func(t *testing.T) {
			var want struct{ Policy string }
			text, err := os.ReadFile(file)
			if err == nil {
				err = json.Unmarshal(text, &want)
			}
			if err != nil {
				t.Fatal(err)
			}
			data, err := os.ReadFile(name + ".json")
			if err != nil {
				t.Fatal(err)
			}
			if got := wellFormed(string(data)); got != (want.Policy == "accept") {
				t.Errorf("wellFormed = %v, want %s", got, want.Policy)
			}
			if err := Validate(data, skips); (err == nil) != (want.Policy == "accept") {
				t.Errorf("Validate = %v, want %s", err, want.Policy)
			}
		})
	}
}

func FuzzSkip(f *testing.F) {
	for _, s := range []string{`{"a":[1,"x\u0041",{"b":null}]}`, `"\ud83d\udc32é"`, "-0.0e-10", "[true,false]", "{}"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		ours := wellFormed(string(data))
		if ours && !json.Valid(data) {
			t.Fatalf("accepts %q, encoding/json does not", data)
		}
		if !ours && json.Valid(data) {
			expectStricter(t, data)
		}
		err := Validate(data, skips)
		if (err == nil) != ours {
			t.Fatalf("%q: Skip says %v, Validate %v", data, ours, err)
		}
	})
}

// expectStricter checks that what encoding/json accepts and Skip refuses is one of the documented differences.
func expectStricter(t *testing.T, data []byte) {
	t.Helper()
	c := NewCursor(data)
	_ = c.Skip() && c.End()
	switch c.bad {
	case faultDuplicate, faultUTF8, faultSurrogate:
	default:
		t.Fatalf("refuses %q (%s), encoding/json does not", data, c.faultMessage())
	}
}
