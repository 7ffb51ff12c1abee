package wire

import "testing"

// read returns a cursor whose current token is the string in a document.
func read(t *testing.T, text string) *Cursor {
	t.Helper()
	c := NewCursor([]byte(text))
	if !c.String() {
		t.Fatalf("%s is not a string", text)
	}
	return &c
}

func TestTexts(t *testing.T) {
	tests := []struct {
		text, literal                 string
		is, prefix, suffix, contained bool
	}{
		{`"abc"`, "abc", true, true, true, true},
		{`"abc"`, "", false, true, true, true},
		{`""`, "", true, true, true, true},
		{`""`, "a", false, false, false, false},
		{`"abc"`, "ab", false, true, false, true},
		{`"abc"`, "bc", false, false, true, true},
		{`"abc"`, "b", false, false, false, true},
		{`"abc"`, "abcd", false, false, false, false},
		{`"\u0061b\u0063"`, "abc", true, true, true, true},
		{`"größe"`, "\u00f6\u00df", false, false, false, true},
	}
	for _, test := range tests {
		c := read(t, test.text)
		got := [4]bool{c.TextIs(test.literal), c.HasPrefix(test.literal), c.HasSuffix(test.literal), c.Contains(test.literal)}
		if want := [4]bool{test.is, test.prefix, test.suffix, test.contained}; got != want {
			t.Errorf("%s is, begins with, ends with, contains %q: %v, want %v", test.text, test.literal, got, want)
		}
	}
}

func TestRunes(t *testing.T) {
	const notDot = "\x00-/\U0010ffff" // [^.]
	tests := []struct {
		name, text string
		match      func(r *Runes) bool
		want       bool
	}{
		{"exactly n", `"AZB"`, func(r *Runes) bool { return r.Take("AZ", 3) && r.End() }, true},
		{"fewer than n", `"AZ"`, func(r *Runes) bool { return r.Take("AZ", 3) }, false},
		{"more than n", `"AZBC"`, func(r *Runes) bool { return r.Take("AZ", 3) && r.End() }, false},
		{"below the class", `"@"`, func(r *Runes) bool { return r.Take("AZ", 1) }, false},
		{"above the class", `"["`, func(r *Runes) bool { return r.Take("AZ", 1) }, false},
		{"second range", `"z"`, func(r *Runes) bool { return r.Take("AZaz", 1) }, true},
		{"between ranges", "\"`\"", func(r *Runes) bool { return r.Take("AZaz", 1) }, false},
		{"low half of ASCII", `"09"`, func(r *Runes) bool { return r.AtLeast("09", 2) && r.End() }, true},
		{"across both halves", `"?@A"`, func(r *Runes) bool { return r.Take("?A", 3) }, true},
		{"last of ASCII", "\"\x7f\"", func(r *Runes) bool { return r.Take("~\x7f", 1) }, true},
		{"none is enough", `"x"`, func(r *Runes) bool { return r.AtLeast("09", 0) && r.Text("x") }, true},
		{"not enough", `"1x"`, func(r *Runes) bool { return r.AtLeast("09", 2) }, false},
		{"up to most", `"1234"`, func(r *Runes) bool { return r.Between("09", 1, 3) && r.Text("4") }, true},
		{"wide in a class of ASCII", `"ä"`, func(r *Runes) bool { return r.Take("az", 1) }, false},
		{"wide in a wide class", `"äöü"`, func(r *Runes) bool { return r.Take("az\u00e4\u00fc", 3) && r.End() }, true},
		{"complement", `"aä🐲\u0000"`, func(r *Runes) bool { return r.AtLeast(notDot, 4) && r.End() }, true},
		{"not in the complement", `"a.b"`, func(r *Runes) bool { return r.AtLeast(notDot, 1) && r.End() }, false},
		{"characters, not bytes", `"🐲🐲"`, func(r *Runes) bool { return r.Take("\x00\U0010ffff", 2) && r.End() }, true},
		{"escapes", `"\ud83d\udc32\n"`, func(r *Runes) bool { return r.Text("🐲\n") && r.End() }, true},
		{"text is cut off", `"ab"`, func(r *Runes) bool { return r.Text("abc") }, false},
		{"found", `"äb1"`, func(r *Runes) bool { return r.Find("09") }, true},
		{"found beyond ASCII", `"a🐲"`, func(r *Runes) bool { return r.Find("\U0001f400\U0001f4ff") }, true},
		{"not found", `"äb"`, func(r *Runes) bool { return r.Find("09") }, false},
	}
	for _, test := range tests {
		r := read(t, test.text).Runes()
		if got := test.match(&r); got != test.want {
			t.Errorf("%s: %v", test.name, got)
		}
	}
}

func TestPlainPatternsDoNotAllocate(t *testing.T) {
	c := read(t, `"eu-central-1: Zürich"`)
	allocs := testing.AllocsPerRun(10, func() {
		r := c.Runes()
		if !c.Contains("central-1: Z\u00fcrich") || !r.AtLeast("\x00\U0010ffff", 20) || !r.End() {
			t.Fatal("no match")
		}
	})
	if allocs != 0 {
		t.Errorf("%v allocations", allocs)
	}
}
