package wire

// Parameters of Punycode (RFC 3492, section 5).
const (
	punyBase        = 36
	punyMin         = 1
	punyMax         = 26
	punySkew        = 38
	punyDamp        = 700
	punyInitialBias = 72
	punyInitial     = 0x80
	punyLimit       = 1 << 31 // of the state; beyond it no code point is left
)

// punyDecode decodes s into dst and returns the number of runes. Letters of s count as lower case. The time is
// quadratic in the length of dst, which is that of a label.
func punyDecode(dst []rune, s []byte) (n int, ok bool) {
	basic := 0
	for i, ch := range s {
		if ch == '-' {
			basic = i
		}
	}
	for n < basic {
		if n == len(dst) || s[n] >= 0x80 {
			return 0, false
		}
		dst[n] = rune(lowerASCII(s[n]))
		n++
	}
	if basic > 0 {
		s = s[basic+1:]
	}
	code, bias, i := int64(punyInitial), int64(punyInitialBias), int64(0)
	for len(s) > 0 {
		start := i
		if i, s, ok = punyInteger(s, i, bias); !ok || n == len(dst) {
			return 0, false
		}
		n++
		bias = punyAdapt(i-start, int64(n), start == 0)
		code += i / int64(n)
		i %= int64(n)
		if code > 0x10FFFF || code >= 0xD800 && code <= 0xDFFF {
			return 0, false
		}
		copy(dst[i+1:n], dst[i:n-1])
		dst[i] = rune(code)
		i++
	}
	return n, true
}

// punyInteger adds a generalized variable-length integer at the start of s to i.
func punyInteger(s []byte, i, bias int64) (sum int64, rest []byte, ok bool) {
	weight := int64(1)
	for k := int64(punyBase); len(s) > 0; k += punyBase {
		digit, isDigit := punyDigit(s[0])
		s = s[1:]
		if i += digit * weight; !isDigit || i >= punyLimit {
			return 0, nil, false
		}
		t := punyThreshold(k, bias)
		if digit < t {
			return i, s, true
		}
		weight *= punyBase - t
	}
	return 0, nil, false
}

// punyEncode encodes runes into dst and returns the number of bytes, false if they do not fit.
func punyEncode(dst []byte, runes []rune) (n int, ok bool) {
	for _, r := range runes {
		if r < punyInitial {
			if n == len(dst) {
				return 0, false
			}
			dst[n] = byte(r)
			n++
		}
	}
	done := int64(n)
	if n > 0 {
		if n == len(dst) {
			return 0, false
		}
		dst[n] = '-'
		n++
	}
	basic, code, delta, bias := done, int64(punyInitial), int64(0), int64(punyInitialBias)
	for ; done < int64(len(runes)); code, delta = code+1, delta+1 {
		next := nextCode(runes, code)
		delta, code = delta+(next-code)*(done+1), next
		for _, r := range runes {
			switch {
			case int64(r) < code:
				delta++
			case int64(r) == code:
				if n, ok = punyAppend(dst, n, delta, bias); !ok {
					return 0, false
				}
				bias = punyAdapt(delta, done+1, done == basic)
				delta, done = 0, done+1
			}
		}
	}
	return n, true
}

// nextCode returns the least of runes that is not below code.
func nextCode(runes []rune, code int64) int64 {
	least := int64(1 << 31)
	for _, r := range runes {
		if int64(r) >= code {
			least = min(least, int64(r))
		}
	}
	return least
}

// punyAppend writes delta as a generalized variable-length integer at dst[n:].
func punyAppend(dst []byte, n int, delta, bias int64) (end int, ok bool) {
	const digits = "abcdefghijklmnopqrstuvwxyz0123456789"
	for k := int64(punyBase); n < len(dst); k += punyBase {
		t := punyThreshold(k, bias)
		if delta < t {
			dst[n] = digits[delta]
			return n + 1, true
		}
		dst[n] = digits[t+(delta-t)%(punyBase-t)]
		delta = (delta - t) / (punyBase - t)
		n++
	}
	return 0, false
}

func punyThreshold(k, bias int64) int64 { return min(max(k-bias, punyMin), punyMax) }

func punyAdapt(delta, count int64, first bool) int64 {
	if first {
		delta /= punyDamp
	} else {
		delta /= 2
	}
	delta += delta / count
	k := int64(0)
	for delta > (punyBase-punyMin)*punyMax/2 {
		delta /= punyBase - punyMin
		k += punyBase
	}
	return k + (punyBase-punyMin+1)*delta/(delta+punySkew)
}

func punyDigit(ch byte) (digit int64, ok bool) {
	switch {
	case isDigit(ch):
		return int64(ch-'0') + 26, true
	case isAlpha(ch):
		return int64(lowerASCII(ch) - 'a'), true
	}
	return 0, false
}

func lowerASCII(ch byte) byte {
	if ch >= 'A' && ch <= 'Z' {
		return ch | 0x20
	}
	return ch
}
