package load

import (
	"math"
	"strconv"
	"strings"

	"github.com/eventgen-go/eventgen/internal/schema"
)

// readNumbers reads the bounds on numbers. In draft 4 the exclusive ones are
// booleans that say how the others are meant.
func (r *reader) readNumbers() {
	s := r.schema
	s.MultipleOf = r.number("multipleOf")
	s.Maximum, s.ExclusiveMaximum = r.bounds("maximum", "exclusiveMaximum")
	s.Minimum, s.ExclusiveMinimum = r.bounds("minimum", "exclusiveMinimum")
}

func (r *reader) bounds(name, exclusiveName string) (inclusive, exclusive *schema.Value) {
	inclusive = r.number(name)
	if s := r.schema; s.Draft > schema.Draft4 {
		return inclusive, r.number(exclusiveName)
	}
	if r.isTrue(exclusiveName) {
		return nil, inclusive
	}
	return inclusive, nil
}

// count is a bound on a length, nil if absent. It may be written 2.0 or 2e0.
func (r *reader) count(name string) *schema.Count {
	v := r.number(name)
	if v == nil {
		return nil
	}
	n, ok := wholeNumber(v.Text)
	if !ok {
		return nil // the meta-schema complains
	}
	return &n
}

// A decimal is the number 0.d₁d₂d₃… × 10^exponent, without zeros at either end
// of its digits; none for zero.
type decimal struct {
	negative bool
	digits   string
	exponent int // held within ±maxExponent
}

// maxExponent is past all exponents that matter, and sums of two fit an int.
const maxExponent = 1 << 29

// parseDecimal reads the text of a JSON number.
func parseDecimal(text string) decimal {
	unsigned, negative := strings.CutPrefix(text, "-")
	mantissa, exponent := unsigned, 0
	if i := strings.IndexAny(unsigned, "eE"); i >= 0 {
		mantissa = unsigned[:i]
		n, _ := strconv.Atoi(strings.TrimPrefix(unsigned[i+1:], "+")) // out of range: the nearer end
		exponent = max(-maxExponent, min(n, maxExponent))
	}
	whole, fraction, _ := strings.Cut(mantissa, ".")
	digits := strings.TrimLeft(whole+fraction, "0")
	exponent += len(whole) - (len(whole) + len(fraction) - len(digits))
	digits = strings.TrimRight(digits, "0")
	if digits == "" {
		return decimal{}
	}
	return decimal{negative, digits, exponent}
}

// isWhole says whether d has no fraction.
func (d decimal) isWhole() bool { return len(d.digits) <= max(d.exponent, 0) }

// wholeNumber is the count that text stands for.
func wholeNumber(text string) (schema.Count, bool) {
	d := parseDecimal(text)
	if d.negative || !d.isWhole() {
		return 0, false
	}
	const most = 20 // digits of more than the largest int
	if d.exponent > most {
		return math.MaxInt, true
	}
	n, err := strconv.Atoi("0" + d.digits + strings.Repeat("0", d.exponent-len(d.digits)))
	if err != nil {
		return math.MaxInt, true
	}
	return schema.Count(n), true
}
