package ecma

import (
	"testing"
	"unicode/utf8"
)

func FuzzCompile(f *testing.F) {
	for _, pattern := range []string{
		`^[a-z]+-\d{1,3}$`, `^(?!a)(?=b)[^\p{L}]$`, `((a{100}){10,}|b)*?`, `\u{1F432}\uD83D\uDC32[^]`, `[\w-\b]`, `^(?:(?!ab).)*$`,
	} {
		f.Add(pattern, "ab-1🐲")
	}
	f.Fuzz(func(t *testing.T, pattern, subject string) {
		r, err := Compile(pattern)
		if err != nil || !utf8.ValidString(subject) {
			return
		}
		got := r.MatchString(subject)
		if s, ok := r.Sequence(); ok && s.MatchString(subject) != got {
			t.Errorf("%q on %q: sequence %v, regexp %v", pattern, subject, !got, got)
		}
		if s, ok := r.Sample(); ok && !r.MatchString(s) {
			t.Errorf("%q does not match its sample %q", pattern, s)
		}
	})
}
