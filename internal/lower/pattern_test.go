package lower

import (
	"encoding/json"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/eventgen-go/eventgen/internal/corpus"
	"github.com/eventgen-go/eventgen/internal/ecma"
	"github.com/eventgen-go/eventgen/internal/model"
	"github.com/eventgen-go/eventgen/internal/runtime/wire"
)

func TestPatternForms(t *testing.T) {
	long := strings.Repeat("ab", 20)
	tests := []struct {
		pattern string
		want    *model.Sequence // nil: regular expressions
	}{
		{``, &model.Sequence{}},
		{`.*`, &model.Sequence{}},
		{`^`, &model.Sequence{Start: true}},
		{`^$`, &model.Sequence{Start: true, End: true}},
		{`^abc$`, &model.Sequence{Steps: []model.Step{{Text: "abc"}}, Start: true, End: true}},
		{`^aws:`, &model.Sequence{Steps: []model.Step{{Text: "aws:"}}, Start: true}},
		{`\.json$`, &model.Sequence{Steps: []model.Step{{Text: ".json"}}, End: true}},
		{`a{3}b`, &model.Sequence{Steps: []model.Step{{Text: "aaab"}}}},
		{`\d`, &model.Sequence{Steps: []model.Step{{Class: "09", Min: 1, Max: 1}}}},
		{long, nil},
		{long + `$`, &model.Sequence{Steps: []model.Step{{Text: long}}, End: true}},
		{`^a{100}$`, &model.Sequence{Steps: []model.Step{{Class: "aa", Min: 100, Max: 100}}, Start: true, End: true}},
		{`^[A-Z]{3}-\d{4,}$`, &model.Sequence{Steps: []model.Step{
			{Class: "AZ", Min: 3, Max: 3}, {Text: "-"}, {Class: "09", Min: 4, Max: -1},
		}, Start: true, End: true}},
		{`^(a|bc)$`, nil},
		{`^(?!aws:)[a-z]+$`, nil},
	}
	for _, test := range tests {
		p := patternModel(test.pattern, compiled(t, test.pattern))
		if !equalSequences(p.Sequence, test.want) {
			t.Errorf("%s: %+v, want %+v", test.pattern, p.Sequence, test.want)
		}
	}
}

func compiled(t *testing.T, pattern string) *ecma.Regexp {
	t.Helper()
	expr, err := ecma.Compile(pattern)
	if err != nil {
		t.Fatal(err)
	}
	return expr
}

func equalSequences(a, b *model.Sequence) bool {
	if a == nil || b == nil {
		return a == b
	}
	return a.Start == b.Start && a.End == b.End && slices.Equal(a.Steps, b.Steps)
}

// Whatever form is chosen, it accepts what the pattern accepts.
func TestPatternsMatchAsTheyAreWritten(t *testing.T) {
	for _, pattern := range []string{
		``, `.*`, `^$`, `^`, `$`, `^a$`, `^abc`, `abc$`, `abc`, `^a{3}b{2}$`, `^a{100}$`, `a{100}`, `a{1000}$`,
		`\d`, `[^a]`, `^\S+$`, `^[^.]*$`, `^.{2,3}$`, `^.{1,100000}$`, `^[A-Z]{3}-[0-9]{4}$`, `^[a-z]+\.?$`, `^x?y?$`,
		`^[äöü]+ß$`, `^🐲{2}$`, `^\u{1F400}`, `^\x00\x7f$`, `^[\s\S]{2}$`, `^(a|bc)$`, `^(?!ab)[a-c]+$`, `^(?=.*\d).{3,}$`,
		`^[?-A]+$`, `^["\\]$`, `^[\u0000-\u{10FFFF}]{1,2}$`,
	} {
		checkPattern(t, pattern)
	}
}

func TestPatternsOfRealSchemasMatchAsTheyAreWritten(t *testing.T) {
	files, err := filepath.Glob(filepath.Join(corpus.Dir(t, "schemastore"), "*", "schema.json"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no schemas: %v", err)
	}
	patterns := map[string]bool{}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var document any
		if err := json.Unmarshal(data, &document); err != nil {
			t.Fatal(err)
		}
		collectPatterns(document, patterns)
	}
	plain := 0
	for pattern := range patterns {
		if checkPattern(t, pattern) {
			plain++
		}
	}
	t.Logf("%d of %d patterns need no regular expression", plain, len(patterns))
}

func collectPatterns(v any, into map[string]bool) {
	switch v := v.(type) {
	case []any:
		for _, item := range v {
			collectPatterns(item, into)
		}
	case map[string]any:
		if p, ok := v["pattern"].(string); ok {
			into[p] = true
		}
		if members, ok := v["patternProperties"].(map[string]any); ok {
			for p := range members {
				into[p] = true
			}
		}
		for _, member := range v {
			collectPatterns(member, into)
		}
	}
}

// checkPattern compares the chosen form with the pattern on texts that match, that
// nearly match, and others. It reports whether the form is a sequence.
func checkPattern(t *testing.T, pattern string) bool {
	t.Helper()
	expr, err := ecma.Compile(pattern)
	if err != nil {
		return false // refused when generating
	}
	p := patternModel(pattern, expr)
	for _, text := range subjects(pattern, expr) {
		if got, want := matches(t, p, text), expr.MatchString(text); got != want {
			t.Errorf("%s on %q: %v as a %+v", pattern, text, got, p)
		}
	}
	return p.Sequence != nil
}

// subjects returns texts for a pattern, the same in each run.
func subjects(pattern string, expr *ecma.Regexp) []string {
	random := rand.New(rand.NewPCG(uint64(len(pattern)), 1))
	alphabet := []rune(pattern + "aZ09-_.:/ \n\x00\"\\ä🐲\uFFFD")
	texts := []string{"", pattern}
	for range 50 {
		text := make([]rune, random.IntN(8))
		for i := range text {
			text[i] = alphabet[random.IntN(len(alphabet))]
		}
		texts = append(texts, string(text))
	}
	if sample, ok := expr.Sample(); ok {
		texts = append(texts, sample)
		for range 50 {
			texts = append(texts, mutated(sample, alphabet, random))
		}
	}
	return texts
}

// mutated removes, inserts or replaces a character.
func mutated(text string, alphabet []rune, random *rand.Rand) string {
	runes := []rune(text)
	at := random.IntN(len(runes) + 1)
	r := alphabet[random.IntN(len(alphabet))]
	switch {
	case random.IntN(3) == 0 || at == len(runes):
		return string(slices.Insert(runes, at, r))
	case random.IntN(2) == 0:
		return string(slices.Delete(runes, at, at+1))
	}
	runes[at] = r
	return string(runes)
}

// matches runs a pattern as the code does that is generated for it.
func matches(t *testing.T, p *model.Pattern, text string) bool {
	t.Helper()
	quoted, err := json.Marshal(text)
	if err != nil {
		t.Fatal(err)
	}
	c := wire.NewCursor(quoted)
	if !c.String() {
		t.Fatalf("%s is not a string", quoted)
	}
	if p.Sequence == nil {
		return (&wire.Pattern{Source: p.Source, And: p.And, Not: p.Not}).Match(&c)
	}
	return matchesSequence(&c, p.Sequence)
}

func matchesSequence(c *wire.Cursor, s *model.Sequence) bool {
	if len(s.Steps) == 1 && s.Steps[0].Text != "" {
		return matchesText(c, s, s.Steps[0].Text)
	}
	r := c.Runes()
	for _, step := range s.Steps {
		if !takes(&r, step, s.Start) {
			return false
		}
	}
	return !s.Start || !s.End || r.End()
}

func matchesText(c *wire.Cursor, s *model.Sequence, text string) bool {
	switch {
	case s.Start && s.End:
		return c.TextIs(text)
	case s.Start:
		return c.HasPrefix(text)
	case s.End:
		return c.HasSuffix(text)
	}
	return c.Contains(text)
}

func takes(r *wire.Runes, s model.Step, start bool) bool {
	switch {
	case s.Text != "":
		return r.Text(s.Text)
	case !start:
		return r.Find(s.Class)
	case s.Max < 0:
		return r.AtLeast(s.Class, s.Min)
	case s.Min == s.Max:
		return r.Take(s.Class, s.Min)
	}
	return r.Between(s.Class, s.Min, s.Max)
}
