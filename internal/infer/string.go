package infer

import (
	"slices"
	"strings"

	"github.com/eventgen-go/eventgen/internal/runtime/wire"
	"github.com/eventgen-go/eventgen/internal/schema"
)

// formats are what strings are tried for, the most telling first.
var formats = []struct {
	name string
	is   func(string) bool
}{
	{"date-time", func(s string) bool { return wire.FormatDateTime([]byte(s)) }},
	{"date", func(s string) bool { return wire.FormatDate([]byte(s)) }},
	{"time", func(s string) bool { return wire.FormatTime([]byte(s)) }},
	{"uuid", func(s string) bool { return wire.FormatUUID([]byte(s)) }},
	{"ipv4", func(s string) bool { return wire.FormatIPv4([]byte(s)) }},
	{"ipv6", func(s string) bool { return strings.Contains(s, ":") && wire.FormatIPv6([]byte(s)) }},
	{"email", func(s string) bool { return wire.FormatEmail([]byte(s)) }},
	{"uri", func(s string) bool { return strings.Contains(s, "://") && wire.FormatURI([]byte(s)) }},
}

// strings names the format that all strings have, if there is one.
func (d *drawer) strings(s object, values []*schema.Value) {
	if f := formatOf(values); f != "" {
		s.set("format", text(f))
	}
}

func formatOf(values []*schema.Value) string {
	if len(values) == 0 {
		return ""
	}
	for _, f := range formats {
		if !slices.ContainsFunc(values, func(v *schema.Value) bool { return !f.is(v.Text) }) {
			return f.name
		}
	}
	return ""
}

// Evidence for an enumeration: it has at least two values, few enough to list, and each was seen
// several times on average.
const (
	mostValues  = 12
	timesSeen   = 3
	longestWord = 40
)

// openEnum lists the strings at a place if they are words that come again and again. Others are
// allowed all the same: samples do not show what else there is.
func (d *drawer) openEnum(s object, by kinds) bool {
	if len(by.strings) == 0 || len(by.numbers)+len(by.bools)+len(by.arrays)+len(by.objects) > 0 || formatOf(by.strings) != "" {
		return false
	}
	words := distinct(by.strings)
	if len(words) < 2 || len(words) > mostValues || len(by.strings) < timesSeen*len(words) {
		return false
	}
	if slices.ContainsFunc(words, func(w string) bool { return !isWord(w) }) {
		return false
	}
	s.note("There are " + count(len(words), "value") + " among the strings.")
	slices.Sort(words)
	s.set("anyOf", array(schemaOf("enum", texts(words)), schemaOf("type", types(by.types()))))
	return true
}

// types writes the keyword "type".
func types(names []string) *schema.Value {
	if len(names) == 1 {
		return text(names[0])
	}
	return texts(names)
}

// distinct returns the strings of values, each once, in order.
func distinct(values []*schema.Value) []string {
	seen := map[string]bool{}
	var all []string
	for _, v := range values {
		if !seen[v.Text] {
			seen[v.Text] = true
			all = append(all, v.Text)
		}
	}
	return all
}

// isWord reports whether a string looks like the name of something, not like text or an identifier
// of one thing.
func isWord(s string) bool {
	if s == "" || len(s) > longestWord {
		return false
	}
	digits := 0
	for _, r := range s {
		switch {
		case r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z':
		case r >= '0' && r <= '9':
			digits++
		case !strings.ContainsRune("_-.:/*", r):
			return false
		}
	}
	first := s[0] | 0x20
	return first >= 'a' && first <= 'z' && digits*3 <= len(s)
}
