package sample

import (
	"iter"
	"slices"
	"strings"

	"github.com/eventgen-go/eventgen/internal/model"
	"github.com/eventgen-go/eventgen/internal/schema"
)

// wrongStrings proposes strings that are too short or too long, of no format, match nothing, or are
// not listed.
func wrongStrings(rules *model.Strings, v *schema.Value) iter.Seq[*schema.Value] {
	return func(yield func(*schema.Value) bool) {
		if rules == nil || rules.Empty() {
			return
		}
		list := []string{"wrong", v.Text + "!", "!" + v.Text, "", " ", "\u0000", strings.ToUpper(v.Text), strings.ToLower(v.Text)}
		for _, text := range slices.Concat(list, otherLengths(rules, v.Text), slips(v.Text)) {
			if !yield(textValue(text)) {
				return
			}
		}
	}
}

// otherLengths returns a text shortened and lengthened beyond the bounds.
func otherLengths(rules *model.Strings, text string) []string {
	var list []string
	runes := []rune(text)
	if rules.Min != nil && rules.Min.N > 0 {
		list = append(list, string(runes[:min(len(runes), rules.Min.N-1)]))
	}
	if rules.Max != nil && rules.Max.N < maxSampleText {
		last := "x"
		if len(runes) > 0 {
			last = string(runes[len(runes)-1])
		}
		list = append(list, text+strings.Repeat(last, rules.Max.N+1-len(runes)))
	}
	return list
}

// slips returns a text with one character changed, or left out, near its beginning.
func slips(text string) []string {
	const near = 40
	var list []string
	runes := []rune(text)
	for i := range min(len(runes), near) {
		changed := slices.Clone(runes)
		changed[i] = '~'
		list = append(list, string(changed), string(slices.Delete(slices.Clone(runes), i, i+1)))
	}
	return list
}
