package ecma

import (
	"fmt"
	"strings"
	"testing"
)

// String writes a sequence much like a pattern, for tests.
func (s Sequence) String() string {
	var b strings.Builder
	if s.AnchoredStart {
		b.WriteByte('^')
	}
	for _, p := range s.Parts {
		fmt.Fprintf(&b, "[%s]{%d,%d}", printRanges(p.Ranges), p.Min, p.Max)
	}
	if s.AnchoredEnd {
		b.WriteByte('$')
	}
	return b.String()
}

func TestSequence(t *testing.T) {
	tests := []struct{ pattern, want string }{
		{`^[a-z]+-\d{1,3}$`, `^[a-z]{1,-1}[\-]{1,1}[0-9]{1,3}$`},
		{`^[a-z][a-z]*$`, `^[a-z]{1,-1}$`},
		{`^[a-z]+[a-z0-9]*$`, `^[a-z]{1,1}[0-9a-z]{0,-1}$`},
		{`^([0-9a-f]{2}){16}$`, `^[0-9a-f]{32,32}$`},
		{`^a?b?c`, `^[a]{0,1}[b]{0,1}[c]{1,1}`},
		{`^arn:aws`, `^[a]{1,1}[r]{1,1}[n]{1,1}[:]{1,1}[a]{1,1}[w]{1,1}[s]{1,1}`},
		{`^a.*`, `^[a]{1,1}`},
		{`^a[0-9]+`, `^[a]{1,1}[0-9]{1,1}`},
		{`b`, `[b]{1,1}`},
		{`.*`, ``},
		{`.*ab+`, `[a]{1,1}[b]{1,1}`},
		{`ab$`, `[a]{1,1}[b]{1,1}$`},
		{`[a-z]`, `[a-z]{1,1}`},
		{`^$`, `^$`},
		{`^(a|b)$`, `^[ab]{1,1}$`},
	}
	for _, test := range tests {
		r, err := Compile(test.pattern)
		if err != nil {
			t.Errorf("Compile(%q): %v", test.pattern, err)
			continue
		}
		if s, ok := r.Sequence(); !ok || s.String() != test.want {
			t.Errorf("sequence of %q: %v, %v; want %v", test.pattern, s, ok, test.want)
		}
	}
}

func TestNoSequence(t *testing.T) {
	for _, pattern := range []string{
		`^.*\.sln$`,        // what . takes may be what must follow
		`^a?a{2}b?a$`,      // an optional part between equal classes
		`^(ab)*$`,          // goes back by two
		`^foo|bar$`,        // two anchors, one each
		`[a-z]{2}`,         // found anywhere, not a literal
		`[a-z]$`,           // found at the end, not a literal
		`^\p{L}$`,          // hundreds of ranges
		`^(?!a)b`,          // a second test
		`^a\b`,             // looks at two runes
		`^[]$`,             // matches nothing
		`^(a{1,2}){2,3}b$`, // counts within counts
	} {
		r, err := Compile(pattern)
		if err != nil {
			t.Errorf("Compile(%q): %v", pattern, err)
			continue
		}
		if s, ok := r.Sequence(); ok {
			t.Errorf("sequence of %q: %v, want none", pattern, s)
		}
	}
}

func TestLiteral(t *testing.T) {
	tests := []struct {
		pattern, want string
		ok            bool
	}{
		{`^a{3}🐲$`, "aaa🐲", true},
		{`foo`, "foo", true},
		{`^[ab]`, "", false},
		{`^ab+$`, "", false},
		{`^a{5000}$`, "", false},
	}
	for _, test := range tests {
		r, err := Compile(test.pattern)
		if err != nil {
			t.Errorf("Compile(%q): %v", test.pattern, err)
			continue
		}
		s, _ := r.Sequence()
		if got, ok := s.Literal(); got != test.want || ok != test.ok {
			t.Errorf("literal of %q: %q, %v", test.pattern, got, ok)
		}
	}
}

func TestSample(t *testing.T) {
	tests := []struct{ pattern, want string }{
		{`^[a-z]+$`, "a"},
		{`^(foo)?$`, "foo"},
		{`^$`, ""},
		{`^arn:aws:sns:[a-z0-9-]+:\d{12}:.+$`, "arn:aws:sns:a:000000000000:a"},
		{`^(?!a)[a-z]$`, "b"},
		{`^(?=.*[A-Z])(?=.*\d).{8}$`, "A0aaaaaa"},
		{`^([]|x)$`, "x"},
		{`^[\p{Script=Greek}]{2}$`, "ͰͰ"},
	}
	for _, test := range tests {
		r, err := Compile(test.pattern)
		if err != nil {
			t.Errorf("Compile(%q): %v", test.pattern, err)
			continue
		}
		if got, ok := r.Sample(); !ok || got != test.want {
			t.Errorf("sample of %q: %q, %v; want %q", test.pattern, got, ok, test.want)
		}
	}
}

func TestNoSample(t *testing.T) {
	nested := strings.Repeat("(?:", 200) + "[]" + strings.Repeat("|[]b)", 200)
	for _, pattern := range []string{`^[]$`, `a^b`, `^(?=a)b`, nested, `^a{5000}$`} {
		r, err := Compile(pattern)
		if err != nil {
			t.Errorf("Compile(%.60q): %v", pattern, err)
			continue
		}
		if got, ok := r.Sample(); ok {
			t.Errorf("sample of %.60q: %q, want none", pattern, got)
		}
	}
}

func TestSamplesReachLengths(t *testing.T) {
	r, err := Compile(`^[a-z]+$`)
	if err != nil {
		t.Fatal(err)
	}
	for s := range r.Samples() {
		if len(s) >= 10 {
			return
		}
	}
	t.Error("no sample of ten letters")
}
