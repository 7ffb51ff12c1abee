package wire

import (
	"bytes"
	"hash/maphash"
	"math/big"
	"math/bits"
)

// decimal is a number taken apart, exact and of any size: 0.d1d2…dn × 10^(point+exponent). It refers to the text it
// was made from; everything done with it takes time in proportion to that text.
type decimal struct {
	digits   []byte // from the first to the last digit that is not zero; there may be a '.' in between. Empty: zero
	count    int    // n, the number of digits without the '.'
	point    int
	exponent []byte // the digits of the written exponent, without leading zeros
	negative bool   // the number
	shrinks  bool   // the written exponent is negative
}

// saturated bounds what is told apart of differences of exponents. No text is so long.
const saturated = 1 << 56

// parseDecimal takes a well-formed JSON number apart.
func parseDecimal(text []byte) decimal {
	var d decimal
	if len(text) > 0 && text[0] == '-' {
		d.negative = true
		text = text[1:]
	}
	if i := bytes.IndexAny(text, "eE"); i >= 0 {
		d.exponent, d.shrinks = parseExponent(text[i+1:])
		text = text[:i]
	}
	d.point = bytes.IndexByte(text, '.')
	if d.point < 0 {
		d.point = len(text)
	} else {
		text = bytes.TrimRight(text, "0")
	}
	lead := 0
	for lead < len(text) && (text[lead] == '0' || text[lead] == '.') {
		lead++
	}
	d.digits = bytes.TrimRight(text[lead:], "0.")
	d.count = len(d.digits)
	switch {
	case d.count == 0:
		return decimal{}
	case lead > d.point: // 0.00ddd: the point stands before the digits
		d.point -= lead - 1
	default:
		d.point -= lead
		if d.count > d.point {
			d.count--
		}
	}
	return d
}

func parseExponent(text []byte) (digits []byte, negative bool) {
	if len(text) > 0 && (text[0] == '+' || text[0] == '-') {
		negative = text[0] == '-'
		text = text[1:]
	}
	return bytes.TrimLeft(text, "0"), negative
}

func (d decimal) zero() bool { return d.count == 0 }

// digit returns the i-th byte of digits and reports whether it is a digit.
func (d decimal) digit(i int) (uint64, bool) {
	return uint64(d.digits[i] - '0'), d.digits[i] != '.'
}

// exponentGap returns the written exponent of d minus that of e, held within ±saturated. It subtracts digit by digit,
// so that it needs no large numbers: once the difference is beyond the bound, further digits cannot bring it back.
func (d decimal) exponentGap(e decimal) int {
	n := max(len(d.exponent), len(e.exponent))
	gap := 0
	for i := range n {
		gap = gap*10 + d.exponentDigit(i-n) - e.exponentDigit(i-n)
		if gap >= saturated {
			return saturated
		}
		if gap <= -saturated {
			return -saturated
		}
	}
	return gap
}

// exponentDigit returns the digit of the written exponent at i, counted from its end (-1 is the last), with its sign.
func (d decimal) exponentDigit(i int) int {
	i += len(d.exponent)
	switch {
	case i < 0:
		return 0
	case d.shrinks:
		return -int(d.exponent[i] - '0')
	}
	return int(d.exponent[i] - '0')
}

// last returns the power of ten of the last digit, apart from the written exponent.
func (d decimal) last() int { return d.point - d.count }

func (d decimal) isInteger() bool {
	return d.zero() || d.exponentGap(decimal{})+d.last() >= 0
}

// compare returns -1, 0 or 1.
func (d decimal) compare(e decimal) int {
	switch {
	case d.zero() && e.zero():
		return 0
	case d.zero():
		return -e.sign()
	case e.zero() || d.negative != e.negative:
		return d.sign()
	}
	return d.sign() * d.compareMagnitude(e)
}

func (d decimal) sign() int {
	if d.negative {
		return -1
	}
	return 1
}

func (d decimal) compareMagnitude(e decimal) int {
	if gap := d.exponentGap(e) + d.point - e.point; gap != 0 {
		return max(-1, min(gap, 1))
	}
	i, j := 0, 0
	for i < len(d.digits) && j < len(e.digits) {
		x, isX := d.digit(i)
		y, isY := e.digit(j)
		switch {
		case !isX:
			i++
		case !isY:
			j++
		case x < y:
			return -1
		case x > y:
			return 1
		default:
			i, j = i+1, j+1
		}
	}
	return max(-1, min(d.count-e.count, 1))
}

// multipleOf reports whether d/e is whole. With whole m and n that do not end in a zero, d = m·10^j and e = n·10^k.
// For j < k the quotient is m/(n·10^(k-j)), never whole. Else it is whole if n divides m·10^(j-k); more than
// log2(n) tens add no factor that n could still use.
func (d decimal) multipleOf(e decimal) bool {
	if d.zero() || e.zero() {
		return d.zero() && !e.zero()
	}
	shift := d.exponentGap(e) + d.last() - e.last()
	if shift < 0 {
		return false
	}
	if e.count <= smallDigits {
		n := e.mod(1<<63, 0)
		return d.mod(n, min(shift, bits.Len64(n))) == 0
	}
	return d.multipleOfBig(e, shift)
}

// mod returns the digits of d, read as a whole number and followed by zeros, modulo n.
func (d decimal) mod(n uint64, zeros int) uint64 {
	var r uint64
	step := func(digit uint64) {
		hi, lo := bits.Mul64(r, 10)
		lo, carry := bits.Add64(lo, digit, 0)
		r = bits.Rem64(hi+carry, lo, n)
	}
	for i := range d.digits {
		if v, ok := d.digit(i); ok {
			step(v)
		}
	}
	for range zeros {
		step(0)
	}
	return r
}

// multipleOfBig is multipleOf for a divisor of more digits than a word holds. It reads as many digits of d at a time
// as e has, so that the time stays in proportion to the text.
func (d decimal) multipleOfBig(e decimal, shift int) bool {
	n, _ := new(big.Int).SetString(string(e.appendDigits(nil)), 10)
	digits := d.appendDigits(nil)
	digits = append(digits, bytes.Repeat([]byte{'0'}, min(shift, n.BitLen()))...)
	if short := len(digits) % e.count; short > 0 { // fill up to whole steps with leading zeros
		digits = append(bytes.Repeat([]byte{'0'}, e.count-short), digits...)
	}
	scale := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(e.count)), nil)
	r, part := new(big.Int), new(big.Int)
	for ; len(digits) > 0; digits = digits[e.count:] {
		part.SetString(string(digits[:e.count]), 10)
		r.Mul(r, scale).Add(r, part).Rem(r, n)
	}
	return r.Sign() == 0
}

func (d decimal) appendDigits(dst []byte) []byte {
	for i := range d.digits {
		if v, ok := d.digit(i); ok {
			dst = append(dst, '0'+byte(v))
		}
	}
	return dst
}

// hash returns the same for equal numbers.
func (d decimal) hash(seed maphash.Seed) uint64 {
	if d.zero() {
		return maphash.Bytes(seed, nil)
	}
	whole, fraction := d.digits, []byte(nil)
	if i := bytes.IndexByte(d.digits, '.'); i >= 0 {
		whole, fraction = d.digits[:i], d.digits[i+1:]
	}
	var h maphash.Hash
	h.SetSeed(seed)
	h.Write(whole)
	h.Write(fraction)
	return mix(h.Sum64(), d.scale())
}

// scale returns the sign and the power of ten of the first digit, modulo 2^64.
func (d decimal) scale() uint64 {
	var e uint64
	for _, ch := range d.exponent {
		e = e*10 + uint64(ch-'0')
	}
	if d.shrinks {
		e = -e
	}
	e = (e + uint64(d.point)) << 1
	if d.negative {
		e++
	}
	return e
}

// whole returns the magnitude of a whole number. It returns false if the number is not whole or too large.
func (d decimal) whole() (n uint64, negative, ok bool) {
	zeros := d.exponentGap(decimal{}) + d.last()
	if d.zero() {
		return 0, false, true
	}
	if zeros < 0 || d.count+zeros > len("18446744073709551615") {
		return 0, false, false
	}
	for i := range len(d.digits) + zeros {
		v, isDigit := uint64(0), true
		if i < len(d.digits) {
			v, isDigit = d.digit(i)
		}
		if !isDigit {
			continue
		}
		hi, lo := bits.Mul64(n, 10)
		sum, carry := bits.Add64(lo, v, 0)
		if hi+carry != 0 {
			return 0, false, false
		}
		n = sum
	}
	return n, d.negative, true
}
