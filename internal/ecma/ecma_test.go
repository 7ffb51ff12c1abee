package ecma

import (
	"errors"
	"strings"
	"testing"
)

func TestMatchString(t *testing.T) {
	tests := []struct {
		pattern string
		yes, no string // subjects, apart by |
	}{
		{pattern: `^abc$`, yes: "abc", no: "abc\n|\nabc|ab"},
		{pattern: `^\d$`, yes: "0|9", no: "߀|a"},
		{pattern: `^\s$`, yes: " |\t|\v|\u00a0|\ufeff|\u2029|\u3000", no: "\u0085|\u200b|\u180e|a"},
		{pattern: `^\S$`, yes: "a|\u0085|\u200b", no: " |\ufeff"},
		{pattern: `^\w$`, yes: "a|_|0", no: "é|-|ſ"},
		{pattern: `^.$`, yes: "a|🐲|\u0085", no: "\n|\r|\u2028|\u2029|ab"},
		{pattern: `^[^]$`, yes: "a|\n|🐲", no: "|ab"},
		{pattern: `a[]|b`, yes: "b", no: "a"},
		{pattern: `^\cC\t\0$`, yes: "\x03\t\x00", no: `\cC`},
		{pattern: `^\x41\u0042\u{1F432}\uD83D\uDC32$`, yes: "AB🐲🐲", no: "AB🐲"},
		{pattern: `^\uD83D|^b`, yes: "b", no: "🐲|\ufffd|a"},
		{pattern: `^[\uD83D\uDC32-\u{1F440}]$`, yes: "🐲|👀", no: "🐱a|a|😀"},
		{pattern: `\bcat\b`, yes: "a cat|cat|écaté", no: "cats"},
		{pattern: `^[\b]$`, yes: "\b", no: "b"},
		{pattern: `^[\w-.]$`, yes: "a|-|.", no: "+"},
		{pattern: `^\-\_\@\/\é$`, yes: "-_@/é", no: `\-_@/é`},
		{pattern: `^{a}]{,2}$`, yes: "{a}]{,2}", no: "a]"},
		{pattern: `^(?<year>\d{4})-(?:\d\d)$`, yes: "2026-01", no: "26-01"},
		{pattern: `^a+?b*?c??$`, yes: "aab|a|ac", no: "b"},
		{pattern: `^(^a)(?:$)*$`, yes: "a", no: "aa"},
		{pattern: `^(|a|)$`, yes: "a|", no: "b"},
		{pattern: `^[[:alpha]$`, yes: "[|:|a|h", no: "z"},
		{pattern: `^a{2000}$`, yes: strings.Repeat("a", 2000), no: strings.Repeat("a", 1999)},
		{pattern: `^(ab){999,1001}$`, yes: strings.Repeat("ab", 1001), no: strings.Repeat("ab", 1002) + "|ab"},
		{pattern: `^((ab){40}){30,}$`, yes: strings.Repeat("ab", 1200), no: strings.Repeat("ab", 1199)},
		{pattern: `^.{0,1000000000}$`, yes: "|a", no: "\n"},
	}
	for _, test := range tests {
		r, err := Compile(test.pattern)
		if err != nil {
			t.Errorf("Compile(%.60q): %v", test.pattern, err)
			continue
		}
		checkSubjects(t, r, test.pattern, test.yes, true)
		checkSubjects(t, r, test.pattern, test.no, false)
	}
}

// checkSubjects matches subjects, apart by |, against r and its sequence.
func checkSubjects(t *testing.T, r *Regexp, pattern, subjects string, want bool) {
	t.Helper()
	for subject := range strings.SplitSeq(subjects, "|") {
		if got := r.MatchString(subject); got != want {
			t.Errorf("%.60q matches %.20q: %v, want %v", pattern, subject, got, want)
		}
		if s, ok := r.Sequence(); ok && s.MatchString(subject) != want {
			t.Errorf("sequence of %.60q matches %.20q: %v, want %v", pattern, subject, !want, want)
		}
	}
}

func TestProperties(t *testing.T) {
	tests := []struct{ pattern, yes, no string }{
		{`^\p{L}$`, "é|中", "1|_"},
		{`^\p{Letter}$`, "é|中", "1|_"},
		{`^\p{gc=Lu}$`, "A|Σ", "a"},
		{`^\p{General_Category=digit}$`, "1|৪", "a"},
		{`^\P{L}$`, "1|_", "é"},
		{`^[^\p{L}\d]$`, "_| ", "é|1"},
		{`^[\P{L}a]$`, "a|1", "b"},
		{`^\p{Script=Greek}$`, "α", "a"},
		{`^\p{sc=Grek}$`, "α", "a"},
		{`^\p{Alphabetic}\p{Alpha}$`, "aͅ", "a1"},
		{`^\p{Lowercase}$`, "a|ª", "A"},
		{`^\p{ID_Start}\p{IDC}*$`, "a1|℘", "1a|ⸯ"},
		{`^\p{ASCII}$`, "a|\x7f", "é"},
		{`^\p{Any}$`, "a|🐲|\n", ""},
		{`^\p{Assigned}$`, "a", "\u0378"},
		{`^\p{White_Space}$`, "\u0085", "\ufeff"},
	}
	for _, test := range tests {
		r, err := Compile(test.pattern)
		if err != nil {
			t.Errorf("Compile(%q): %v", test.pattern, err)
			continue
		}
		checkSubjects(t, r, test.pattern, test.yes, true)
		checkSubjects(t, r, test.pattern, test.no, false)
	}
}

func TestCompileRefuses(t *testing.T) {
	tests := []struct {
		pattern string
		offset  int
		message string // part of it
	}{
		{`a(b`, 1, "missing )"},
		{`a)b`, 1, "unmatched )"},
		{`a[b`, 1, "missing ]"},
		{`[a-`, 0, "missing ]"},
		{`[z-a]`, 1, "out of order"},
		{`a{2,1}`, 1, "out of order"},
		{`*a`, 0, "nothing to repeat"},
		{`a|{1}`, 2, "nothing to repeat"},
		{`a**`, 2, "nothing to repeat"},
		{`a++`, 2, "nothing to repeat"},
		{`^*`, 1, "assertion"},
		{`(?=a)*`, 5, "assertion"},
		{`é\`, 2, `\ at the end`},
		{`\u12`, 0, `\u needs`},
		{`\u{110000}`, 0, `\u{…} needs`},
		{`\u{}`, 0, `\u{…} needs`},
		{`\x+1`, 0, `\x needs`},
		{`\c1`, 0, `\c needs`},
		{`\01`, 0, "octal"},
		{`(a)\1`, 3, "back-reference"},
		{`(?<n>a)\k<n>`, 7, "back-reference"},
		{`a(?<=b)`, 1, "look-behind"},
		{`(?<!b)a`, 0, "look-behind"},
		{`(?<1>a)`, 0, "group name"},
		{`a(?!bc)d`, 1, "look-ahead"},
		{`^(?!a)b|c`, 1, "look-ahead"},
		{`^` + strings.Repeat(`(?=a)`, 65), 321, "more than 64"},
		{`(?!a)b`, 0, "only after ^"},
		{`(?i)a`, 0, "not in ECMA-262"},
		{`(?P<n>a)`, 0, "not in ECMA-262"},
		{`(?>a)`, 0, "not in ECMA-262"},
		{`\Aa`, 0, "not an escape"},
		{`a\z`, 1, "not an escape"},
		{`\Q*\E`, 0, "not an escape"},
		{`[\a]`, 1, "not an escape"},
		{`[[:alpha:]]`, 0, "POSIX"},
		{`\pL`, 0, "name of a property"},
		{`\p{Foo}`, 0, "not a property"},
		{`\p{^L}`, 0, "not a property"},
		{`\p{Greek}`, 0, "not a property"},
		{`\p{Other_Math}`, 0, "not a property"},
		{`\p{scx=Greek}`, 0, "script extensions"},
		{"a\xff", 0, "UTF-8"},
		{`(a{1000}b?){1000}`, 0, "too large"},
		{strings.Repeat("(", 300) + strings.Repeat(")", 300), 250, "deeper"},
		{strings.Repeat("a", 70000), 65536, "longer"},
		{strings.Repeat(`\P{Lu}`, 10000), 0, "too large"},
	}
	for _, test := range tests {
		_, err := Compile(test.pattern)
		var e *Error
		if !errors.As(err, &e) {
			t.Errorf("Compile(%.60q): error %v, want an *Error", test.pattern, err)
			continue
		}
		if !strings.Contains(e.Message, test.message) || (e.Offset != test.offset && test.message != "too large") {
			t.Errorf("Compile(%.60q): offset %d: %s; want offset %d: …%s…", test.pattern, e.Offset, e.Message, test.offset, test.message)
		}
	}
}

func TestLookaheads(t *testing.T) {
	tests := []struct {
		pattern, source, and, not string
		yes, no                   string
	}{
		{`^(?!aws:)\w+`, `^\w+`, "", `^aws:`, "a|aws", "aws:x|-"},
		{`^(?:(?!io\.)[a-z.]+)$`, `^[.a-z]+$`, "", `^io\.`, "a.b", "io.b"},
		{`^(?!a$)(?=.*\d)(?=.*[A-Z]).{2,}$`, `^[^\n\r\x{2028}\x{2029}]{2,}$`, `^[^\n\r\x{2028}\x{2029}]*\d ^[^\n\r\x{2028}\x{2029}]*[A-Z]`, `^a$`, "1A|A1", "11|a|AA"},
		{`^(?!^lucene\.|builtin\.).*`, `^[^\n\r\x{2028}\x{2029}]*`, "", `^(?:^lucene\.|builtin\.)`, "lucen|abuiltin.", "lucene.x|builtin.x"},
		{`(?!b)^.`, `^[^\n\r\x{2028}\x{2029}]`, "", `^b`, "a", "b|"},
		{`^(?:(?!\.\.).)*$`, `^[^\n\r\x{2028}\x{2029}]*$`, "", `\.\.`, "a.b|", "a..b|\n"},
		{`foo(?=bar)`, `foobar`, "", "", "xfoobarx", "foo"},
		{`foo(?!\d)`, `foo(?:\D|$)`, "", "", "foo|foox", "foo1"},
		{`(?=a+)`, `a+`, "", "", "ba", "b"},
	}
	for _, test := range tests {
		r, err := Compile(test.pattern)
		if err != nil {
			t.Errorf("Compile(%q): %v", test.pattern, err)
			continue
		}
		source, and, not := r.Tests()
		if source != test.source || strings.Join(and, " ") != test.and || strings.Join(not, " ") != test.not {
			t.Errorf("tests of %q: %q, %q, %q", test.pattern, source, and, not)
		}
		checkSubjects(t, r, test.pattern, test.yes, true)
		checkSubjects(t, r, test.pattern, test.no, false)
	}
}

func TestTranslation(t *testing.T) {
	tests := []struct{ pattern, want string }{
		{`^[0-9]\w\W\D$`, `^\d\w\W\D$`},
		{`(a|b)c`, `[ab]c`},
		{`a.b`, `a[^\n\r\x{2028}\x{2029}]b`},
		{`[\s\S]`, `(?s:.)`},
		{`[]`, `[^\x00-\x{10FFFF}]`},
		{`🐲*`, `\x{1F432}*`},
		{`[\p{L}\p{N}_-]`, `[\-_\p{L}\p{N}]`},
		{`[^\p{L}]`, `[^\p{L}]`},
		{`\p{Script=Grek}`, `\p{Greek}`},
		{`a{1500,}`, `a{1000}a{500,}`},
		{`a{10,2500}`, `a{10,1000}a{0,1000}a{0,500}`},
		{`(a{100}){25}`, `(?:a{100}){10}(?:a{100}){10}(?:a{100}){5}`},
		{`(?:a|bc)?`, `(?:a|bc)?`},
		{`(ab)+`, `(?:ab)+`},
		{`(a+)+`, `(?:a+)+`},
		{`\$\{a\}"` + "`", `\$\{a\}"` + "`"},
	}
	for _, test := range tests {
		r, err := Compile(test.pattern)
		if err != nil {
			t.Errorf("Compile(%q): %v", test.pattern, err)
			continue
		}
		if got, _, _ := r.Tests(); got != test.want {
			t.Errorf("source of %q: %s, want %s", test.pattern, got, test.want)
		}
	}
}
