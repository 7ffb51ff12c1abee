package sample

import (
	"iter"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/eventgen-go/eventgen/internal/model"
	"github.com/eventgen-go/eventgen/internal/schema"
)

// strings proposes strings: those that are listed, one that holds a document, those of a format or
// pattern, then some of the least length.
func (m *minimizer) strings(v *model.Value) iter.Seq[*schema.Value] {
	return func(yield func(*schema.Value) bool) {
		rules := v.Check.String
		if rules == nil {
			rules = &model.Strings{}
		}
		for _, source := range []iter.Seq[string]{listed(rules), m.packed(v), m.formatted(v, rules), m.patterned(rules), plain(rules)} {
			for text := range source {
				if !yield(textValue(text)) {
					return
				}
			}
		}
	}
}

func listed(rules *model.Strings) iter.Seq[string] {
	return func(yield func(string) bool) {
		for _, enum := range rules.Enums {
			for _, text := range enum.Values {
				if !yield(text) {
					return
				}
			}
		}
	}
}

// formatted proposes strings of the formats that are asserted, and of those that only say what
// the string is about.
func (m *minimizer) formatted(v *model.Value, rules *model.Strings) iter.Seq[string] {
	var names []string
	for _, f := range rules.Formats {
		names = append(names, f.Func)
	}
	names = append(names, m.notes(v).Formats...)
	return func(yield func(string) bool) {
		for _, name := range names {
			for _, text := range formatSamples[name] {
				if !yield(text) {
					return
				}
			}
		}
	}
}

// formatSamples are strings of each format, by its function in the runtime.
var formatSamples = map[string][]string{
	"ContentBase64":             {"", "AA==", "AQ=="},
	"ContentBase64JSON":         {"e30=", "W10=", "MA=="},
	"ContentJSON":               {"{}", "[]", "0"},
	"FormatDateTime":            {"2024-01-01T00:00:00Z", "2024-01-02T00:00:00Z", "2024-01-03T00:00:00Z"},
	"FormatDate":                {"2024-01-01", "2024-01-02", "2024-01-03"},
	"FormatTime":                {"00:00:00Z", "01:00:00Z", "02:00:00Z"},
	"FormatDuration":            {"PT1S", "PT2S", "PT3S"},
	"FormatEmail":               {"user@example.com", "user2@example.com", "user3@example.com"},
	"FormatIDNEmail":            {"user@example.com", "user2@example.com", "user3@example.com"},
	"FormatHostname":            {"example.com", "example.net", "example.org"},
	"FormatIDNHostname":         {"example.com", "example.net", "example.org"},
	"FormatIPv4":                {"192.0.2.1", "192.0.2.2", "192.0.2.3"},
	"FormatIPv6":                {"2001:db8::1", "2001:db8::2", "2001:db8::3"},
	"FormatURI":                 {"https://example.com/", "https://example.com/2", "https://example.com/3"},
	"FormatURIReference":        {"https://example.com/", "/2", "/3"},
	"FormatIRI":                 {"https://example.com/", "https://example.com/2", "https://example.com/3"},
	"FormatIRIReference":        {"https://example.com/", "/2", "/3"},
	"FormatUUID":                {"00000000-0000-4000-8000-000000000001", "00000000-0000-4000-8000-000000000002", "00000000-0000-4000-8000-000000000003"},
	"FormatURITemplate":         {"https://example.com/{id}", "https://example.com/{id}/2", "https://example.com/{id}/3"},
	"FormatJSONPointer":         {"/a", "/b", "/c"},
	"FormatRelativeJSONPointer": {"0", "1", "2"},
	"FormatRegex":               {"^a$", "^b$", "^c$"},
}

// matching proposes strings that match a pattern, the same with a number behind them last: many
// patterns only tell how a string begins.
func (m *minimizer) matching(p *model.Pattern) iter.Seq[string] {
	const numbers = 100
	return func(yield func(string) bool) {
		compiled := m.pattern(p)
		if compiled == nil {
			return
		}
		for text := range compiled.Samples() {
			if !yield(text) {
				return
			}
		}
		text, _ := compiled.Sample()
		for i := range numbers {
			if next := text + strconv.Itoa(i+1); compiled.MatchString(next) && !yield(next) {
				return
			}
		}
	}
}

// patterned proposes strings that match one of the patterns, the longer ones last.
func (m *minimizer) patterned(rules *model.Strings) iter.Seq[string] {
	return func(yield func(string) bool) {
		for _, p := range rules.Patterns {
			for text := range m.matching(p.Pattern) {
				if !yield(text) {
					return
				}
			}
		}
	}
}

// plain proposes strings of the least length, different ones.
func plain(rules *model.Strings) iter.Seq[string] {
	return func(yield func(string) bool) {
		least := 0
		if rules.Min != nil {
			least = min(rules.Min.N, maxSampleText)
		}
		if !yield(strings.Repeat("a", least)) {
			return
		}
		for i := range maxTries {
			text := strconv.Itoa(i + 1)
			if missing := least - utf8.RuneCountInString(text); missing > 0 {
				text = strings.Repeat("a", missing) + text
			}
			if !yield(text) {
				return
			}
		}
	}
}
