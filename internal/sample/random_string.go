package sample

import (
	"encoding/base64"
	"strings"
	"unicode/utf8"

	"github.com/eventgen-go/eventgen/internal/model"
	"github.com/eventgen-go/eventgen/internal/schema"
)

// string proposes a string: one that is listed, one that holds a document, one of a format or
// pattern, or words.
func (d *dice) string(v *model.Value) *schema.Value {
	rules := v.Check.String
	if rules == nil {
		rules = &model.Strings{}
	}
	notes := d.notes(v)
	if len(rules.Enums) > 0 {
		return textValue(one(d, one(d, rules.Enums).Values))
	}
	if notes.Content != nil {
		if held := d.value(notes.Content.Value); held != nil {
			return textValue(notes.Content.Form.Pack([]byte(held.JSON())))
		}
	}
	if formats := formatsOf(rules, notes); len(formats) > 0 {
		return textValue(formatMakers[one(d, formats)](d))
	}
	if len(rules.Patterns) > 0 {
		if expr := d.pattern(one(d, rules.Patterns).Pattern); expr != nil {
			if text, ok := expr.Random(d.IntN); ok {
				return textValue(d.fitted(text, rules))
			}
		}
	}
	if notes.Base64 {
		return textValue(base64.StdEncoding.EncodeToString([]byte(d.words(1 + d.IntN(4)))))
	}
	return textValue(d.fitted(d.text(), rules))
}

// formatsOf returns the formats that somebody mentions and that can be made.
func formatsOf(rules *model.Strings, notes Notes) []string {
	var list []string
	for _, f := range rules.Formats {
		if formatMakers[f.Func] != nil {
			list = append(list, f.Func)
		}
	}
	for _, name := range notes.Formats {
		if list == nil && formatMakers[name] != nil {
			list = append(list, name)
		}
	}
	return list
}

// fitted makes a text as long as it has to be.
func (d *dice) fitted(text string, rules *model.Strings) string {
	if rules.Min != nil {
		least := min(rules.Min.N, maxSampleText)
		for utf8.RuneCountInString(text) < least {
			text += string(one(d, []rune("abcdefghijklmnopqrstuvwxyz0123456789")))
		}
	}
	if rules.Max != nil && utf8.RuneCountInString(text) > rules.Max.N {
		text = string([]rune(text)[:rules.Max.N])
	}
	return text
}

// vocabulary is what made-up texts consist of.
var vocabulary = strings.Fields(`amber basil cedar delta ember fjord grove hazel iris jade kelp lotus maple
	north ocean pearl quartz river sage tulip umber violet willow xenon yarrow zephyr`)

// oddities are texts that programs trip over.
var oddities = []string{"", " ", "null", "0", "ünï¢ødé", `"quoted" \ slashed/`, "two\nlines", "日本語", "🦆", "<b>&amp;</b>", "a\u00a0b", "\u007f", "%00"}

// text returns words, and now and then something odd.
func (d *dice) text() string {
	if d.chance(0.08) {
		return one(d, oddities)
	}
	return d.words(1 + d.IntN(3))
}

func (d *dice) words(n int) string {
	list := make([]string, n)
	for i := range list {
		list[i] = one(d, vocabulary)
	}
	return strings.Join(list, "-")
}
