package wire

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// sortedMembers returns a table of n names, with Sorted where it is due.
func sortedMembers(n int) Members {
	var m Members
	for i := range n {
		m.Names = append(m.Names, fmt.Sprintf("name%d", i*7919%n))
		m.Sorted = append(m.Sorted, int32(i))
	}
	slices.SortFunc(m.Sorted, func(i, j int32) int { return strings.Compare(m.Names[i], m.Names[j]) })
	if n < searchFrom {
		m.Sorted = nil
	}
	return m
}

func TestNextMemberFindsNames(t *testing.T) {
	for _, n := range []int{1, 2, 16, 17, 64, 65, 300, 1000} {
		m := sortedMembers(n)
		orders := map[string]func(i int) int{
			"in order": func(i int) int { return i },
			"reversed": func(i int) int { return n - 1 - i },
			"shuffled": func(i int) int { return i * 6701 % n },
			"sparse":   func(i int) int { return i * 3 },
		}
		for name, order := range orders {
			var text []byte
			var want []int
			for i := range n {
				k := order(i)
				if k >= n {
					break
				}
				want = append(want, k)
				text = fmt.Appendf(text, `,"%s" : %d,"?%d":0`, m.Names[k], k, k)
			}
			text = append(append([]byte("{"), text[1:]...), '}')
			var got []int
			var o Object
			c := NewCursor(text)
			for c.BeginObject(&o); c.NextMember(&o, &m); {
				if o.Index >= 0 {
					got = append(got, o.Index)
					if string(c.Bytes()) != m.Names[o.Index] || !o.Has(o.Index) {
						t.Fatalf("%d names %s: %s has index %d", n, name, c.Bytes(), o.Index)
					}
				}
				c.Skip()
			}
			if !c.EndObject(&o) || !c.End() || !slices.Equal(got, want) || o.Len() != 2*len(want) {
				t.Errorf("%d names %s: got %v, want %v (%s)", n, name, got, want, c.faultMessage())
			}
		}
	}
}

func TestNamesThatNeedEscapes(t *testing.T) {
	m := Members{Names: []string{`a"b`, `c\d`, "e\nf", "é/", ""}}
	var got []int
	var o Object
	c := NewCursor([]byte(`{"a\"b":1,"c\\d":1,"e\u000Af":1,"\u00e9\/":1,"":1}`))
	for c.BeginObject(&o); c.NextMember(&o, &m); c.Skip() {
		got = append(got, o.Index)
	}
	if want := []int{0, 1, 2, 3, 4}; !slices.Equal(got, want) || !c.EndObject(&o) {
		t.Errorf("got %v, want %v", got, want)
	}
	for _, text := range []string{`{"a"b":1}`, "{\"e\nf\":1}", `{"c\d":1}`} {
		c := NewCursor([]byte(text))
		if c.BeginObject(&o); c.NextMember(&o, &m) {
			t.Errorf("%s: a name is accepted", text)
		}
	}
}

func TestPeek(t *testing.T) {
	tests := []struct {
		text   string
		has    bool
		peek   bool
		string string
	}{
		{`{"kind":"card"}`, true, true, "card"},
		{` {"a":[{"kind":"x"}],"\u006bind":"\u0063ash"}`, true, true, "cash"},
		{`{"kind":1}`, true, false, ""},
		{`{"other":{"kind":"x"}}`, false, false, ""},
		{`["kind"]`, false, false, ""},
		{`{"a":1,"a":2,"kind":"x"}`, false, false, ""},
		{`{"kind":"x`, true, false, ""},
		{`{`, false, false, ""},
		{``, false, false, ""},
	}
	for _, tt := range tests {
		c := NewCursor([]byte(tt.text))
		at := c.At()
		if got := c.HasMember("kind"); got != tt.has {
			t.Errorf("%s has kind: %v", tt.text, got)
		}
		if got := c.Peek("kind"); got != tt.peek || got && string(c.Bytes()) != tt.string {
			t.Errorf("%s: Peek = %v, %s", tt.text, got, c.Bytes())
		}
		if c.At() != at || c.bad != noFault {
			t.Errorf("%s: something was consumed, or an error noted", tt.text)
		}
	}
}

func TestAtName(t *testing.T) {
	var o Object
	c := NewCursor([]byte(`{ "a\u0062" : [1] , "c":2}`))
	if !c.BeginObject(&o) || !c.NextMember(&o, nil) {
		t.Fatal("the text is not read")
	}
	for range 2 {
		c.AtName(&o)
		if !c.String() || string(c.Bytes()) != "ab" {
			t.Errorf("the name is %s", c.Bytes())
		}
		c.AtValue(&o)
		if !c.Equals("[1]") || !c.Skip() {
			t.Error("the value is not [1]")
		}
	}
	if !c.NextMember(&o, nil) || o.Ordinal != 1 || !c.Skip() || c.NextMember(&o, nil) || !c.EndObject(&o) || !c.End() {
		t.Error("the object does not go on behind the value")
	}
}

func TestAppend(t *testing.T) {
	for _, n := range []int{1, 2, 3, 10, 1000} {
		text := []byte("[" + strings.Repeat(`{"x":"0123456789012345678901234567890"},`, n))
		text[len(text)-1] = ']'
		var a Array
		var list []int
		var item *int
		c := NewCursor(text)
		grown := 0
		for c.BeginArray(&a); c.NextItem(&a); c.Skip() {
			before := cap(list)
			if list, item = Append(&c, list); cap(list) != before {
				grown++
			}
			*item = a.Index
		}
		for i, v := range list {
			if v != i {
				t.Fatalf("item %d of %d is %d", i, n, v)
			}
		}
		if len(list) != n || a.Len() != n || grown > 6 || cap(list) > len(text)/4+n {
			t.Errorf("%d items: %d, capacity %d, grown %d times", n, len(list), cap(list), grown)
		}
	}
}

func TestKeepExtra(t *testing.T) {
	data := []byte(`{"a\u0062": [1, 2] ,"c":null}`)
	var o Object
	var e Extra
	c := NewCursor(data)
	for c.BeginObject(&o); c.NextMember(&o, nil); {
		if !c.KeepExtra(&o, &e) {
			t.Fatal("the value is not consumed")
		}
	}
	if !c.EndObject(&o) || !c.End() || len(e) != 2 || e[0].Name != "ab" {
		t.Fatalf("got %v", e)
	}
	clear(data)
	value, ok := e.Get("ab")
	if _, has := e.Get("x"); !ok || string(value) != "[1, 2]" || has {
		t.Errorf("ab is %s; x is there: %v", value, has)
	}
}
