package load

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/eventgen-go/eventgen/internal/schema"
)

// show writes a value in one line, each followed by its place.
func show(v *schema.Value) string {
	at := fmt.Sprintf("@%d:%d", v.Location.Line, v.Location.Column)
	var parts []string
	switch v.Kind {
	case schema.KindArray:
		for _, item := range v.Items {
			parts = append(parts, show(item))
		}
		return "[" + strings.Join(parts, " ") + "]" + at
	case schema.KindObject:
		for _, m := range v.Members {
			parts = append(parts, fmt.Sprintf("%s@%d:%d=%s", m.Location.Pointer, m.Location.Line, m.Location.Column, show(m.Value)))
		}
		return "{" + strings.Join(parts, " ") + "}" + at
	case schema.KindString:
		return fmt.Sprintf("%q", v.Text) + at
	case schema.KindNumber:
		return v.Text + at
	}
	return map[schema.Kind]string{schema.KindNull: "null", schema.KindFalse: "false", schema.KindTrue: "true"}[v.Kind] + at
}

func TestDocument(t *testing.T) {
	for _, test := range []struct{ name, file, text, want string }{
		{"members in order", "a.json", `{"b":1,"a":true}`, `{/b@1:2=1@1:6 /a@1:8=true@1:12}@1:1`},
		{"pointers escaped", "a.json", `{"a/b":{"~":[0,null]}}`, `{/a~1b@1:2={/a~1b/~0@1:9=[0@1:14 null@1:16]@1:13}@1:8}@1:1`},
		{"lines", "a.json", "[\n  \"x\",\r\n\t-0.50e+1 ]\n", `["x"@2:3 -0.50e+1@3:2]@1:1`},
		{"columns in bytes", "a.json", `["é", 1]`, `["é"@1:2 1@1:8]@1:1`},
		{"escapes", "a.json", `"a\"\\\/\b\f\n\r\t\u00e9\uD83D\uDE00\u0000z"`, `"a\"\\/\b\f\n\r\té😀\x00z"@1:1`},
		{"long number", "a.json", `123456789012345678901234567890`, `123456789012345678901234567890@1:1`},
		{"empty", "a.json", `[{},[],""]`, `[{}@1:2 []@1:5 ""@1:8]@1:1`},
		{"yaml", "a.yaml", "b: 1\na:\n  - x\n  - {é: 2, f: 3}\n", `{/b@1:1=1@1:4 /a@2:1=["x"@3:5 {/a/1/é@4:6=2@4:10 /a/1/f@4:13=3@4:16}@4:5]@3:3}@1:1`},
		{"yaml numbers", "a.yml", "[0x1F, 0o17, 017, 1_000, +1.50, .5, 5., 1e400, 18446744073709551616, -0]", "[31@1:2 15@1:8 15@1:14 1000@1:19 1.50@1:26 0.5@1:33 5@1:37 1e400@1:41 18446744073709551616@1:48 -0@1:70]@1:1"},
		{"yaml strings", "a.yaml", "[2020-01-02, yes, on, '1', !!str 2, 12:30]", `["2020-01-02"@1:2 "yes"@1:14 "on"@1:19 "1"@1:23 "2"@1:28 "12:30"@1:37]@1:1`},
		{"yaml words", "a.yaml", "[~, null, True, false, , ]", ""},
		{"yaml alias", "a.yaml", "a: &x [1]\nb: *x\n", `{/a@1:1=[1@1:8]@1:4 /b@2:1=[1@1:8]@1:4}@1:1`},
	} {
		t.Run(test.name, func(t *testing.T) {
			v, err := Document(test.file, []byte(test.text))
			if test.want == "" {
				if err == nil {
					t.Fatalf("no error, got %s", show(v))
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			if got := show(v); got != test.want {
				t.Errorf("got  %s\nwant %s", got, test.want)
			}
		})
	}
}

func TestDocumentRefuses(t *testing.T) {
	for _, test := range []struct{ name, file, text, want string }{
		{"nothing", "a.json", " \n", "a.json:2:1: the document is empty"},
		{"byte order mark", "a.json", "\xef\xbb\xbf{}", "a.json:1:1: the document starts with a byte order mark"},
		{"UTF-16", "a.json", "{\x00}\x00", "a.json:1:1: the document is UTF-16"},
		{"bad UTF-8", "a.json", "{\n\"é\xff\":1}", "a.json:2:4: the document is not UTF-8"},
		{"encoded surrogate", "a.json", "\"\xed\xa0\x80\"", "a.json:1:2: the document is not UTF-8"},
		{"lone surrogate", "a.json", `["\ud800"]`, "a.json:1:3: the string has half of a surrogate pair (at #/0)"},
		{"reversed pair", "a.json", `"\udc00\ud800"`, "half of a surrogate pair"},
		{"two high surrogates", "a.json", `"\ud800\ud800"`, "half of a surrogate pair"},
		{"surrogate, then text", "a.json", `"\ud800x"`, "half of a surrogate pair"},
		{"NUL after the value", "a.json", "{}\x00", `a.json:1:3: something follows the document: "\x00"`},
		{"second value", "a.json", "{}{}", "a.json:1:3: something follows the document"},
		{"duplicate", "a.json", `{"a":1,"b":{"c":1,"\u0063":2}}`, `a.json:1:19: the member "c" is there twice, first in line 1, column 13 (at #/b/c)`},
		{"control character", "a.json", "\"a\nb\"", "control character that is not escaped"},
		{"unknown escape", "a.json", `"\x"`, "an escape that JSON does not know"},
		{"signed escape", "a.json", `"\u+123"`, "an escape that JSON does not know"},
		{"open string", "a.json", `"abc`, "a.json:1:5: the document ends in a string"},
		{"open escape", "a.json", `"abc\`, "the document ends in a string"},
		{"leading zero", "a.json", `[01]`, "a.json:1:3: the number is not written as JSON writes numbers (at #/0)"},
		{"no digit", "a.json", `-`, "the number lacks a digit"},
		{"no fraction", "a.json", `1.`, "not written as JSON"},
		{"no exponent", "a.json", `1e+`, "not written as JSON"},
		{"trailing comma", "a.json", `[1,]`, `a.json:1:4: a value is expected here, not "]"`},
		{"no comma", "a.json", `[1 2]`, `a.json:1:4: a comma or ] after an item is expected here, not "2"`},
		{"no colon", "a.json", `{"a" 1}`, "a colon after the member name is expected here"},
		{"open array", "a.json", `[1`, "not the end of the document"},
		{"NaN", "a.json", `{"a":NaN}`, `a.json:1:6: a value is expected here, not "N" (at #/a)`},
		{"too deep", "a.json", strings.Repeat("[", 1001), "a.json:1:1001: the document is nested more than 1000 deep"},
		{"too large", "a.json", strings.Repeat(" ", 10_000_001), "a.json: the document is larger than 10000000 bytes"},
		{"too many values", "a.json", "[" + strings.Repeat("0,", 1_000_001) + "0]", "the document has more than 1000000 values"},

		{"yaml: nothing", "a.yaml", "# only a comment\n", "a.yaml:1:1: the document is empty"},
		{"yaml: two documents", "a.yaml", "a: 1\n---\nb: 2\n", "a second YAML document follows the first"},
		{"yaml: syntax", "a.yaml", "a: [1\nb: 2\n", "a.yaml:1:1: not YAML: did not find expected"},
		{"yaml: duplicate", "a.yaml", "a: 1\nb: 2\n\"a\": 3\n", `a.yaml:3:1: the member "a" is there twice, first in line 1, column 1 (at #/a)`},
		{"yaml: merge key", "a.yaml", "a: &a {b: 1}\nc: {<<: *a}\n", "a.yaml:2:5: merge keys (<<) are not supported (at #/c)"},
		{"yaml: number as a name", "a.yaml", "200: x", `a.yaml:1:1: the name "200" is not a string`},
		{"yaml: list as a name", "a.yaml", "? [a]\n: x", "a name must be a string"},
		{"yaml: infinity", "a.yaml", "a: .inf", `a.yaml:1:4: the number ".inf" has no form in JSON (at #/a)`},
		{"yaml: not a number", "a.yaml", "a: .nan", "has no form in JSON"},
		{"yaml: own tag", "a.yaml", "a: !go/os.Exec x", "a.yaml:1:4: the tag !go/os.Exec does not fit here"},
		{"yaml: binary", "a.yaml", "a: !!binary aGk=", "the tag !!binary does not fit here"},
		{"yaml: alias to itself", "a.yaml", "a: &a [*a]", "a.yaml:1:8: the alias *a stands inside of what it refers to"},
		{"yaml: unknown alias", "a.yaml", "a: *b", "not YAML: unknown anchor 'b' referenced"},
		{"yaml: too deep", "a.yaml", strings.Repeat("[", 2000) + strings.Repeat("]", 2000), "nested more than 1000 deep"},
		{"yaml: far too deep", "a.yaml", strings.Repeat("[", 200_000), "not YAML: "},
	} {
		t.Run(test.name, func(t *testing.T) {
			start := time.Now()
			v, err := Document(test.file, []byte(test.text))
			if took := time.Since(start); took > slow {
				t.Errorf("took %v", took)
			}
			if err == nil {
				t.Fatalf("read as %s", show(v))
			}
			if _, ok := err.(schema.Problems); !ok {
				t.Errorf("the error is %T", err)
			}
			if !strings.Contains(err.Error(), test.want) {
				t.Errorf("got  %.300s\nwant %s", err, test.want)
			}
		})
	}
}

// Bombs: what is small on disk must not become large in memory.
func TestDocumentBounded(t *testing.T) {
	deep := strings.Repeat(`{"`+strings.Repeat("n", 4000)+`":`, 900) + "[" + strings.Repeat("0,", 900_000) + "0]" + strings.Repeat("}", 900)
	laughs := "a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n"
	for i := 1; i < 10; i++ {
		one := fmt.Sprintf("*a%d", i-1)
		laughs += fmt.Sprintf("a%d: &a%d [%s]\n", i, i, strings.Repeat(one+",", 9)+one)
	}
	for _, test := range []struct{ name, file, text, want string }{
		{"long names above many values", "a.json", deep, "too many values under too long names"},
		{"a billion laughs", "a.yaml", laughs, "aliases expand to more than 100000 values"},
	} {
		t.Run(test.name, func(t *testing.T) {
			start := time.Now()
			_, err := Document(test.file, []byte(test.text))
			if err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("got %.200v, want %s", err, test.want)
			}
			if took := time.Since(start); took > slow {
				t.Errorf("took %v", took)
			}
		})
	}
}

func FuzzDocument(f *testing.F) {
	for _, seed := range []string{`{"a":[1,-2.5e3,"\ud83d\ude00",true,null]}`, `"\u00zz"`, "[[[", "{\"a\":1,\"a\":2}"} {
		f.Add(seed, false)
	}
	f.Add("a: &x [1, 0x1F]\nb: *x\n? c\n: !!str 2\n", true)
	f.Add("<<: {a: 1}\né: 2020-01-01", true)
	f.Fuzz(func(t *testing.T, text string, yaml bool) {
		name := "a.json"
		if yaml {
			name = "a.yaml"
		}
		start := time.Now()
		v, err := Document(name, []byte(text))
		if took := time.Since(start); took > slow {
			t.Errorf("took %v", took)
		}
		if (v == nil) == (err == nil) {
			t.Errorf("value %v, error %v", v, err)
		}
	})
}
