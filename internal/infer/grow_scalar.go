package infer

import (
	"math/big"
	"strconv"
	"unicode/utf8"

	"github.com/eventgen-go/eventgen/internal/ecma"
	"github.com/eventgen-go/eventgen/internal/schema"
)

// numbers moves the bounds that are in the way of numbers.
func (g *grower) numbers(s object, values []*schema.Value) {
	for _, v := range values {
		n, ok := new(big.Rat).SetString(v.Text)
		if len(v.Text) > maxDigits || !ok {
			continue // it is left to whoever checks the outcome
		}
		bound(s, "minimum", v, func(limit *big.Rat) bool { return n.Cmp(limit) < 0 })
		bound(s, "maximum", v, func(limit *big.Rat) bool { return n.Cmp(limit) > 0 })
		exclusive(s, "minimum", "exclusiveMinimum", v, func(limit *big.Rat) bool { return n.Cmp(limit) <= 0 })
		exclusive(s, "maximum", "exclusiveMaximum", v, func(limit *big.Rat) bool { return n.Cmp(limit) >= 0 })
		if by := rational(s.Member("multipleOf")); by != nil && by.Sign() > 0 && !new(big.Rat).Quo(n, by).IsInt() {
			s.remove("multipleOf")
		}
	}
}

// maxDigits bounds the numbers that are computed with, in characters.
const maxDigits = 300

func rational(v *schema.Value) *big.Rat {
	if v == nil || v.Kind != schema.KindNumber || len(v.Text) > maxDigits {
		return nil
	}
	r, _ := new(big.Rat).SetString(v.Text)
	return r
}

// bound moves an inclusive bound to a value beyond it.
func bound(s object, keyword string, v *schema.Value, beyond func(*big.Rat) bool) {
	if limit := rational(s.Member(keyword)); limit != nil && beyond(limit) {
		s.set(keyword, number(v.Text))
	}
}

// exclusive replaces an exclusive bound by an inclusive one at a value beyond it.
func exclusive(s object, inclusive, keyword string, v *schema.Value, beyond func(*big.Rat) bool) {
	limit := s.Member(keyword)
	if isTrue(limit) { // of draft 4
		if other := rational(s.Member(inclusive)); other != nil && beyond(other) {
			s.set(inclusive, number(v.Text))
			s.remove(keyword)
		}
		return
	}
	if r := rational(limit); r != nil && beyond(r) {
		s.remove(keyword)
		s.set(inclusive, number(v.Text))
	}
}

func isTrue(v *schema.Value) bool { return v != nil && v.Kind == schema.KindTrue }

// strings moves or removes what is in the way of strings.
func (g *grower) strings(s object, values []*schema.Value) {
	for _, v := range values {
		size(s, "minLength", "maxLength", utf8.RuneCountInString(v.Text))
		if p := s.Member("pattern"); p != nil {
			if expr, err := ecma.Compile(p.Text); err != nil || !expr.MatchString(v.Text) {
				s.remove("pattern")
			}
		}
		if f := s.Member("format"); f != nil && !hasFormat(f.Text, v.Text) {
			s.remove("format")
		}
	}
}

// hasFormat reports whether a string has a format, as far as that is known here.
func hasFormat(format, text string) bool {
	for _, f := range formats {
		if f.name == format {
			return f.is(text)
		}
	}
	return true
}

// size moves the bounds that are in the way of a size.
func size(s object, least, most string, n int) {
	text := strconv.Itoa(n)
	if limit := rational(s.Member(least)); limit != nil && limit.Cmp(big.NewRat(int64(n), 1)) > 0 {
		s.set(least, number(text))
	}
	if limit := rational(s.Member(most)); limit != nil && limit.Cmp(big.NewRat(int64(n), 1)) < 0 {
		s.set(most, number(text))
	}
}
