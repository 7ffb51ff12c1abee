package wire

import (
	"encoding/json"
	"fmt"
	"reflect"
	"strings"
	"testing"
)

// stringTexts are spellings of strings, right and wrong ones.
var stringTexts = []string{
	`""`, `"a"`, `"plain text, longer than a word"`, `"\""`, `"\\"`, `"\n"`, `"a\tb\/c\u0041"`, `"\u00e9\ud83d\ude00é😀"`,
	`"ends in an escape\n"`, `"` + strings.Repeat("x", 100) + `"`, `"` + strings.Repeat(`ab\"`, 100) + `"`,
	`"` + strings.Repeat(`\u20ac`, 50) + strings.Repeat("€", 50) + `"`, `"12345678\n12345678"`, `"1234567\"1234567"`,
	`"\ud800"`, `"\udc00\ud800"`, `"\x"`, `"\u12"`, `"\u12g4"`, "\"a\nb\"", "\"\\n\x00\"", "\"\\n\xff\"", "\"\\n\xe2\x82\"", "\"\xc3\x28\"",
	`"open`, `"open\`, `"open\u`, `"`, `1`, `null`, ``,
}

// A decoder finds the same strings, and the same faults, as a check does, and leaves the document alone.
func TestReadString(t *testing.T) {
	for _, text := range stringTexts {
		for end := range len(text) + 1 {
			for _, behind := range []string{"", " ", ",\"and some more behind it\""} {
				compareReads(t, []byte(text[:end]+behind))
			}
		}
	}
}

func FuzzReadString(f *testing.F) {
	for _, text := range stringTexts {
		f.Add([]byte(text))
	}
	f.Fuzz(compareReads)
}

// compareReads reads data once and in two steps.
func compareReads(t *testing.T, data []byte) {
	t.Helper()
	before := string(data)
	checked, read := NewCursor(data), NewDecoder(data)
	var got, want string
	ok := checked.String()
	if ok {
		want = checked.Text()
	}
	if read.ReadString(&got) != ok || got != want {
		t.Fatalf("%q: read %q (%v), want %q (%v)", data, got, !ok, want, ok)
	}
	if string(data) != before {
		t.Fatalf("%q became %q", before, data)
	}
	if read.pos != checked.pos && ok || read.bad != checked.bad || read.badAt != checked.badAt {
		t.Fatalf("%q: read to %d (fault %d at %d), want %d (fault %d at %d)",
			data, read.pos, read.bad, read.badAt, checked.pos, checked.bad, checked.badAt)
	}
}

// Strings of one document share memory, and none changes another.
func TestTextsStay(t *testing.T) {
	var list []string
	for i := range 2000 {
		list = append(list, strings.Repeat(fmt.Sprintf(`"%d\`, i), i%40))
	}
	data, err := json.Marshal(list)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	c := NewDecoder(data)
	if !c.ReadStrings(&got) || !c.End() {
		t.Fatal(c.faultMessage())
	}
	clear(data) // the caller may do so
	if !reflect.DeepEqual(got, list) {
		t.Error("strings changed after they were read")
	}
}

// Lists and maps of every size around those that are staged come out whole.
func TestReadCollections(t *testing.T) {
	for _, n := range []int{0, 1, 2, 8, 9, staged - 1, staged, staged + 1, 2*staged + 1, 300} {
		list, set := []string{}, map[string]string{}
		for i := range n {
			list = append(list, fmt.Sprint("item\t", i))
			set[fmt.Sprint("name\"", i)] = fmt.Sprint("value ", i)
		}
		decoded := func(v any, read func(*Cursor) bool) {
			data, err := json.Marshal(v)
			if err != nil {
				t.Fatal(err)
			}
			if c := NewDecoder(data); !read(&c) || !c.End() {
				t.Errorf("%d: not read", n)
			}
		}
		var strs []string
		decoded(list, func(c *Cursor) bool { return c.ReadStrings(&strs) })
		var texts []Base64
		decoded(list, func(c *Cursor) bool { return ReadTexts(c, &texts) })
		var plainMap map[string]string
		decoded(set, func(c *Cursor) bool { return c.ReadStringMap(&plainMap) })
		var entries Entries[string]
		decoded(set, func(c *Cursor) bool {
			var o Object
			for c.BeginObject(&o); c.NextEntry(&o); {
				if !c.ReadString(entries.Add(c.Text())) {
					return false
				}
			}
			return c.EndObject(&o)
		})
		if !reflect.DeepEqual(strs, list) || !reflect.DeepEqual(plainMap, set) || !reflect.DeepEqual(entries.Map(), set) || len(texts) != n || texts == nil {
			t.Errorf("%d: %v, %v, %v", n, strs, texts, plainMap)
		}
	}
}

// A name that comes twice is refused wherever it stands.
func TestReadStringMapRefusesDuplicates(t *testing.T) {
	for _, n := range []int{1, staged - 1, staged, staged + 1, 3 * staged} {
		text := `{"twice":"a"`
		for i := range n {
			text += fmt.Sprintf(`,"%d":""`, i)
		}
		var m map[string]string
		c := NewDecoder([]byte(text + `,"twic\u0065":"b"}`))
		if c.ReadStringMap(&m) {
			t.Errorf("%d names between: accepted", n)
		}
	}
}

// Optional strings come from shared pieces, each at an address of its own.
func TestNewString(t *testing.T) {
	c := NewDecoder([]byte(strings.Repeat("x", 10_000)))
	seen := map[*string]bool{}
	for i := range 1000 {
		p := c.NewString()
		if *p != "" || seen[p] {
			t.Fatalf("string %d is %q, known: %v", i, *p, seen[p])
		}
		*p, seen[p] = "set", true
	}
}

// What is compared after it was decoded, items that must be unique and names, is compared as it was written.
func TestDecodedIsComparedAsWritten(t *testing.T) {
	for text, unique := range map[string]bool{
		`["\"","\\","\u0041","A\n"]`:                     true,
		`["\u0041","b","A"]`:                             false,
		`["\"a\",","b","c","d","e","f","g","h","i","j"]`: true,
		`["a","b","c","d","e","f","g","h","i","\u0061"]`: false,
	} {
		c := NewDecoder([]byte(text))
		var list []string
		if !c.ReadStrings(&list) || c.Unique(0) != unique {
			t.Errorf("%s: unique is not %v", text, unique)
		}
	}
	var o Object
	c := NewDecoder([]byte(`{"\u0061\n":"\u0061","b\"":"\"","\u0062\"":""}`))
	var names []string
	for c.BeginObject(&o); c.NextMember(&o, nil); {
		names = append(names, c.Text())
		if !c.ReadString(new(string)) {
			t.Fatal(c.faultMessage())
		}
	}
	if len(names) != 2 || names[0] != "a\n" || names[1] != `b"` || c.bad != faultDuplicate {
		t.Errorf("%q, fault %d", names, c.bad)
	}
}

// Whatever stands next to each other in the words that strings are read by, encoding/json reads the same.
func TestEscapesInWords(t *testing.T) {
	pieces := []string{`a`, `\`, `"`, `n`, "é", "\x01"}
	for _, before := range []string{`\"`, strings.Repeat(`\"`, 9), strings.Repeat(`\"ab`, 9)} {
		eachText(pieces, 5, func(middle string) {
			for _, behind := range []string{`"`, `345678"`, `34567\"123\"5678"`} {
				text := `"` + before + middle + behind
				var want string
				valid := json.Unmarshal([]byte(text), &want) == nil
				var got string
				c := NewDecoder([]byte(text))
				if (c.ReadString(&got) && c.End()) != valid || valid && got != want {
					t.Fatalf("%q is read as %q, want %q (%v)", text, got, want, valid)
				}
				compareReads(t, []byte(text))
			}
		})
	}
}

// eachText calls f with each text of n pieces.
func eachText(pieces []string, n int, f func(string)) {
	if n == 0 {
		f("")
		return
	}
	eachText(pieces, n-1, func(text string) {
		for _, piece := range pieces {
			f(text + piece)
		}
	})
}
