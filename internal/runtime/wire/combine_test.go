package wire

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// is returns a schema that accepts a string with that prefix.
func prefix(c *Cursor, p string) bool {
	if !c.String() {
		return c.Mismatch("type", "/type", "must be a string")
	}
	if !strings.HasPrefix(string(c.Bytes()), p) && c.Violates("pattern", "/pattern", "must begin with "+p) {
		return false
	}
	return true
}

func count(c *Cursor) bool {
	if !c.Number() {
		return c.Mismatch("type", "/type", "must be a number")
	}
	return c.CompareInt(10) <= 0 || !c.Violates("maximum", "/maximum", "must be at most 10")
}

// either accepts a list of values that begin with a, or are numbers up to 10, or lists of such values.
func either(c *Cursor) bool {
	t := c.Try()
	ok := t.Done(c, prefix(c, "a")) || t.Done(c, count(c)) || t.Done(c, lists(c))
	if !t.End(c, ok, "anyOf", "/anyOf", "must match") {
		return false
	}
	return c.Skip()
}

func lists(c *Cursor) bool {
	var a Array
	if !c.BeginArray(&a) {
		return c.Mismatch("type", "/type", "must be an array")
	}
	for c.NextItem(&a) {
		if !either(c) {
			return false
		}
	}
	return c.EndArray(&a)
}

func TestTry(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"first branch", `"ab"`, ""},
		{"second branch", `7`, ""},
		{"third branch", `["a",3,[["a"]]]`, ""},
		{"closest is the one of the right kind", `"b"`, "0 anyOf; 0 pattern"},
		{"closest of another kind", `11`, "0 anyOf; 0 maximum"},
		{"nested", `["a",[11]]`, "0 anyOf; 5 anyOf; 6 anyOf; 6 maximum"},
		{"no kind fits", `{}`, "0 anyOf; 0 type"},
		{"syntax error in a branch", `["a",[1,]]`, "8 syntax"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var got []string
			for _, v := range violations(t, tt.text, either) {
				got = append(got, fmt.Sprintf("%d %s", v.Offset, v.Keyword))
			}
			if s := strings.Join(got, "; "); s != tt.want {
				t.Errorf("got %s, want %s", s, tt.want)
			}
			if wellFormedBy(tt.text, either) != (tt.want == "") {
				t.Error("fast mode has another verdict")
			}
		})
	}
}

// TestTryBeyondTheCap has more violations before the trial than are stored: branches must fail all the same.
func TestTryBeyondTheCap(t *testing.T) {
	rejected := false
	valid := func(c *Cursor) bool {
		var a Array
		for c.BeginArray(&a); c.NextItem(&a); {
			if a.Index < 200 {
				if !count(c) {
					return false
				}
				continue
			}
			t := c.Try()
			rejected = !t.Done(c, count(c))
			if !t.End(c, !rejected, "anyOf", "/anyOf", "must match") || !c.Skip() {
				return false
			}
		}
		return c.EndArray(&a)
	}
	text := "[" + strings.Repeat("99,", 200)
	if found := violations(t, text+"99]", valid); len(found) != maxViolations || !rejected {
		t.Errorf("%d violations, branch rejected: %v", len(found), rejected)
	}
	if violations(t, text+"1]", valid); rejected {
		t.Error("the branch rejects what is valid")
	}
}

func TestTryCountsBranches(t *testing.T) {
	oneOf := func(c *Cursor) bool {
		t := c.Try()
		n := t.Count(c, prefix(c, "a")) + t.Count(c, prefix(c, "ab")) + t.Count(c, count(c))
		if !t.End(c, n == 1, "oneOf", "/oneOf", "must match exactly one") {
			return false
		}
		return c.Skip()
	}
	for text, want := range map[string]int{`"ax"`: 0, `5`: 0, `"abc"`: 1, `"x"`: 2} {
		if found := violations(t, text, oneOf); len(found) != want {
			t.Errorf("%s: %v, want %d violations", text, found, want)
		}
		if wellFormedBy(text, oneOf) != (want == 0) {
			t.Errorf("%s: fast mode has another verdict", text)
		}
	}
	not := func(c *Cursor) bool {
		t := c.Try()
		accepted := t.Done(c, prefix(c, "a"))
		if !t.End(c, !accepted, "not", "/not", "must not match") {
			return false
		}
		return c.Skip()
	}
	for text, want := range map[string]int{`"x"`: 0, `"a"`: 1, `5`: 0} {
		if found := violations(t, text, not); len(found) != want {
			t.Errorf("not: %s: %v, want %d violations", text, found, want)
		}
	}
}

// TestTryForgetsNames stops branches in the middle of objects: their names must not count as duplicates later.
func TestTryForgetsNames(t *testing.T) {
	stop := func(c *Cursor) bool {
		var o Object
		c.BeginObject(&o)
		for c.NextMember(&o, nil) {
			if o.Ordinal == 30 {
				return false
			}
			c.Skip()
		}
		return c.EndObject(&o)
	}
	valid := func(c *Cursor) bool {
		for range 5 {
			t := c.Try()
			t.Done(c, stop(c))
			t.Close(c)
		}
		return c.Skip()
	}
	var b strings.Builder
	for i := range 40 {
		fmt.Fprintf(&b, `,"n%d":{"a":%d}`, i, i)
	}
	if text := "{" + b.String()[1:] + "}"; !wellFormedBy(text, valid) || violations(t, text, valid) != nil {
		t.Error("refused")
	}
}

func TestEvaluated(t *testing.T) {
	var e, f Evaluated
	ordinals := []int{0, 1, 63, 64, 255, 256, 319, 320, 5000}
	for i, n := range ordinals {
		if e.Has(n) {
			t.Errorf("the set has %d too early", n)
		}
		if i%2 == 0 {
			e.Add(n)
		} else {
			f.Add(n)
		}
	}
	e.Merge(&f)
	for _, n := range ordinals {
		if !e.Has(n) || e.Has(n+7) {
			t.Errorf("the set has %d: %v, %d: %v", n, e.Has(n), n+7, e.Has(n+7))
		}
	}
	f.AddAll()
	var g Evaluated
	g.Merge(&f)
	if !f.Has(1<<20) || !g.Has(7) {
		t.Error("not all ordinals are in the set")
	}
}

// term accepts {"and": term}, {"or": term} and numbers up to 10, told apart in several ways that look far ahead.
func term(c *Cursor) bool {
	if c.Peek("kind") && string(c.Bytes()) == "none" || c.HasMember("none") {
		return false
	}
	t := c.Try()
	ok := t.Done(c, branch(c, "or")) || t.Done(c, branch(c, "and")) || t.Done(c, count(c))
	if !t.End(c, ok, "oneOf", "/oneOf", "must match") {
		return false
	}
	return c.Skip()
}

var branches = map[string]*Members{"and": {Names: []string{"and"}}, "or": {Names: []string{"or"}}}

func branch(c *Cursor, name string) bool {
	var o Object
	if !c.BeginObject(&o) {
		return c.Mismatch("type", "/type", "must be an object")
	}
	for c.NextMember(&o, branches[name]) {
		if o.Index < 0 && !c.Skip() || o.Index == 0 && !term(c) {
			return false
		}
	}
	if o.Lacks(0, 1) && c.Missing(&o, branches[name], 0, 1, "/required") {
		return false
	}
	return c.EndObject(&o)
}

// TestTryIsLinear nests unions deeply around a large value: each level looks at all that is inside several times.
func TestTryIsLinear(t *testing.T) {
	const depth = 5000
	large := strings.Repeat("[0],", 100_000) + "[0]"
	inner := `{"large":[` + large + `],"and":%s}`
	for text, want := range map[string]bool{"5": true, "50": false} {
		text = strings.Repeat(`{"and":`, depth) + fmt.Sprintf(inner, text) + strings.Repeat("}", depth)
		start := time.Now()
		if wellFormedBy(text, term) != want || (violations(t, text, term) == nil) != want {
			t.Errorf("the verdict is not %v", want)
		}
		if took := time.Since(start); took > 10*time.Second {
			t.Errorf("took %v", took)
		}
	}
}
