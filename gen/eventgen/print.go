package main

import (
	"fmt"
	"io"
	"os"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/eventgen-go/eventgen/gen"
)

// tellProblems prints problems, each at its place.
func tellProblems(w io.Writer, problems gen.Problems) {
	for _, p := range problems {
		q := *p
		for _, text := range []*string{&q.Location.File, &q.Location.Pointer, &q.Keyword, &q.Message, &q.Hint} {
			*text = printable(*text)
		}
		fmt.Fprintln(w, q.Error())
	}
}

func tellHint(w io.Writer, hint string) {
	fmt.Fprintln(w, "eventgen: hint:", printable(hint))
}

// printable escapes what must not reach a terminal: names and values come from documents, and
// control characters in them could move the cursor, colour the screen or turn the line around.
func printable(s string) string {
	var b strings.Builder
	for len(s) > 0 {
		r, size := utf8.DecodeRuneInString(s)
		switch {
		case r == utf8.RuneError && size == 1:
			fmt.Fprintf(&b, `\x%02x`, s[0])
		case unicode.IsPrint(r):
			b.WriteRune(r)
		case r < utf8.RuneSelf:
			fmt.Fprintf(&b, `\x%02x`, r)
		default:
			fmt.Fprintf(&b, `\u%04x`, r)
		}
		s = s[size:]
	}
	return b.String()
}

// isTerminal reports whether somebody is likely to read what is written to w as it comes.
func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	if !ok {
		return false
	}
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}
