package wire

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

var equalTests = []struct {
	a, b string
	want bool
}{
	{`null`, `null`, true},
	{`null`, `false`, false},
	{`true`, `true`, true},
	{`true`, `1`, false},
	{`1`, `1.0`, true},
	{`1`, `10e-1`, true},
	{`1`, `2`, false},
	{`-0`, `0`, true},
	{`9007199254740993`, `9007199254740992`, false},
	{`9007199254740993`, `9007199254740993.0`, true},
	{`"a"`, `"a"`, true},
	{`"a"`, `"\u0061"`, true},
	{`"\u0061"`, `"a"`, true},
	{`"\ud83d\udc32/"`, `"🐲\/"`, true},
	{`"\n"`, `"\u000a"`, true},
	{`"a"`, `"A"`, false},
	{`"a"`, `"ab"`, false},
	{`"\u0061b"`, `"a"`, false},
	{`"1"`, `1`, false},
	{`[]`, `[]`, true},
	{`[]`, `{}`, false},
	{`[1,[2]]`, ` [ 1.0 , [ 2 ] ] `, true},
	{`[1,2]`, `[2,1]`, false},
	{`[1]`, `[1,1]`, false},
	{`[[],[]]`, `[[[]]]`, false},
	{`{}`, `{}`, true},
	{`{"a":1,"b":2}`, `{"b":2.0,"a":1}`, true},
	{`{"a":1,"b":2}`, `{"\u0062":2,"\u0061":1}`, true},
	{`{"a":1,"b":2}`, `{"a":2,"b":1}`, false},
	{`{"a":1}`, `{"a":1,"b":2}`, false},
	{`{"a":1}`, `{"b":1}`, false},
	{`{"a":null}`, `{}`, false},
	{`{"a":[{"b":{}}]}`, `{"a":[{"b":{}}]}`, true},
	{`{"a":[{"b":{}}]}`, `{"a":[{"b":[]}]}`, false},
}

func TestEquals(t *testing.T) {
	for _, tt := range equalTests {
		for _, pair := range [][2]string{{tt.a, tt.b}, {tt.b, tt.a}} {
			c := NewCursor([]byte(" " + pair[0]))
			if got := c.Equals(strings.TrimSpace(pair[1])); got != tt.want {
				t.Errorf("%s equals %s: %v", pair[0], pair[1], got)
			}
			if !c.Skip() || !c.End() {
				t.Errorf("Equals consumed something of %s", pair[0])
			}
		}
	}
}

func TestEqualsMalformed(t *testing.T) {
	for _, text := range []string{"", "[1", `{"a":1,"a":1}`, `"\x"`, "nul", "01x", `{"a"}`, "[1,]"} {
		for _, literal := range []string{"null", "1", `"a"`, `{"a":1}`, "[1]", ""} {
			c := NewCursor([]byte(text))
			if c.Equals(literal) {
				t.Errorf("%q equals %q", text, literal)
			}
		}
	}
}

func TestEqualsKeepsToken(t *testing.T) {
	c := NewCursor([]byte(`["ab", "cd"]`))
	var a Array
	if !c.BeginArray(&a) || !c.NextItem(&a) || !c.String() || !c.NextItem(&a) {
		t.Fatal("the text is not read")
	}
	if !c.Equals(`"cd"`) || string(c.Bytes()) != "ab" {
		t.Errorf("the current token became %s", c.Bytes())
	}
}

// TestUnique puts each pair of the table into arrays of several sizes: compared one by one, and by hash.
func TestUnique(t *testing.T) {
	for _, tt := range equalTests {
		for _, fill := range []int{0, 3, fewItems, 100} {
			var b strings.Builder
			for i := range fill {
				fmt.Fprintf(&b, `,"filler %d"`, i)
			}
			text := "[" + tt.a + b.String() + "," + tt.b + "]"
			c := NewCursor([]byte(text))
			if !c.Skip() {
				t.Fatalf("%s is refused", text)
			}
			if got := c.Unique(0); got != !tt.want {
				t.Errorf("items of %s are unique: %v", text, got)
			}
		}
	}
	for _, text := range []string{"[]", "[1]", "[[]]", `[{"a":1},{"a":2},{"a":3},{"b":1}]`, "[1,true,\"1\",null,[],{},false,0,[0],\"\"]"} {
		c := NewCursor([]byte(text))
		if !c.Skip() || !c.Unique(0) {
			t.Errorf("items of %s are not unique", text)
		}
	}
}

// TestComparingIsLinear has values whose comparison must not take the square of their size.
func TestComparingIsLinear(t *testing.T) {
	const n = 20_000
	var up, down, items strings.Builder
	for i := range n {
		fmt.Fprintf(&up, `,"name%d":{"x":%d}`, i, i)
		fmt.Fprintf(&down, `,"name%d":{"x":%d}`, n-1-i, n-1-i)
		fmt.Fprintf(&items, `,{"a":[%d]}`, i)
	}
	nested := func(order string) string {
		return strings.Repeat(`{"a":`, 4000) + order + strings.Repeat(`}`, 4000)
	}
	tests := []struct {
		name, text string
		unique     bool
	}{
		{"members in reverse order", "[{" + up.String()[1:] + "},{" + down.String()[1:] + "}]", false},
		{"many items", "[" + items.String()[1:] + "]", true},
		{"many items, the last equal to the first", "[" + items.String()[1:] + `,{"a":[0.0]}]`, false},
		{"deep", "[" + nested(`{"a":1,"b":2}`) + "," + nested(`{"b":2,"a":1}`) + "]", false},
	}
	for _, tt := range tests {
		c := NewCursor([]byte(tt.text))
		start := time.Now()
		if !c.Skip() || c.Unique(0) != tt.unique {
			t.Errorf("%s: unique is not %v", tt.name, tt.unique)
		}
		if took := time.Since(start); took > 5*time.Second {
			t.Errorf("%s: took %v", tt.name, took)
		}
	}
}

func TestEqualsAllocations(t *testing.T) {
	data := []byte(`{"a":"x\u0041","b":12.50}`)
	if n := testing.AllocsPerRun(100, func() {
		c := NewCursor(data)
		var o Object
		c.BeginObject(&o)
		c.NextMember(&o, nil)
		_ = c.Equals(`"xA"`) && c.String() && c.NextMember(&o, nil) && c.Equals("12.5")
	}); n != 0 {
		t.Errorf("comparing scalars allocates %v times", n)
	}
}
