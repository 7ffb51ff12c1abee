package wire

import "unicode"

// Characters that are valid only in a context (RFC 5892, appendix A).
const (
	zeroWidthNonJoiner = 0x200C
	zeroWidthJoiner    = 0x200D
	middleDot          = 0x00B7
	greekKeraia        = 0x0375
	hebrewGeresh       = 0x05F3
	hebrewGershayim    = 0x05F4
	katakanaMiddleDot  = 0x30FB
)

// idnInContext reports whether runes[i] is one of these characters, in a context where it is valid.
func idnInContext(runes []rune, i int) bool {
	var before, after rune
	if i > 0 {
		before = runes[i-1]
	}
	if i+1 < len(runes) {
		after = runes[i+1]
	}
	switch r := runes[i]; r {
	case zeroWidthNonJoiner:
		return unicode.Is(idnVirama, before) || joined(runes, i)
	case zeroWidthJoiner:
		return unicode.Is(idnVirama, before)
	case middleDot:
		return before == 'l' && after == 'l'
	case greekKeraia:
		return unicode.Is(unicode.Greek, after)
	case hebrewGeresh, hebrewGershayim:
		return unicode.Is(unicode.Hebrew, before)
	case katakanaMiddleDot:
		return anyRune(runes, func(r rune) bool {
			return r != katakanaMiddleDot && unicode.In(r, unicode.Hiragana, unicode.Katakana, unicode.Han)
		})
	default:
		return isArabicDigit(r) && !anyRune(runes, isExtendedArabicDigit) ||
			isExtendedArabicDigit(r) && !anyRune(runes, isArabicDigit)
	}
}

func isArabicDigit(r rune) bool { return r >= 0x0660 && r <= 0x0669 }

func isExtendedArabicDigit(r rune) bool { return r >= 0x06F0 && r <= 0x06F9 }

func anyRune(runes []rune, is func(rune) bool) bool {
	for _, r := range runes {
		if is(r) {
			return true
		}
	}
	return false
}

// joined reports whether the letters around runes[i], marks aside, would join in cursive script.
func joined(runes []rune, i int) bool {
	left, right := i-1, i+1
	for left >= 0 && isTransparent(runes[left]) {
		left--
	}
	for right < len(runes) && isTransparent(runes[right]) {
		right++
	}
	return left >= 0 && right < len(runes) &&
		(unicode.Is(idnJoinsBoth, runes[left]) || unicode.Is(idnJoinsLeft, runes[left])) &&
		(unicode.Is(idnJoinsBoth, runes[right]) || unicode.Is(idnJoinsRight, runes[right]))
}

// isTransparent reports whether joining does not take notice of r.
func isTransparent(r rune) bool { return unicode.Is(unicode.Mn, r) }

// A bidiClass is a class of RFC 5893, as far as its rules tell them apart.
type bidiClass uint8

const (
	bidiNeutral bidiClass = iota // ES, CS, ET, ON and BN
	bidiL
	bidiR // R and AL
	bidiEN
	bidiAN
	bidiNSM
)

// bidiOf returns the class of a character that may stand in a label.
func bidiOf(r rune) bidiClass {
	switch {
	case r >= '0' && r <= '9', isExtendedArabicDigit(r):
		return bidiEN
	case isArabicDigit(r), r >= 0x10D30 && r <= 0x10D39:
		return bidiAN
	case unicode.Is(unicode.Mn, r):
		return bidiNSM
	case unicode.Is(idnRightToLeft, r):
		return bidiR
	case unicode.Is(idnNeutral, r):
		return bidiNeutral
	default:
		return bidiL
	}
}

// hasRTL reports whether the label makes its name one that the bidi rule is for.
func (l *idnLabel) hasRTL() bool {
	return anyRune(l.runes(), func(r rune) bool { class := bidiOf(r); return class == bidiR || class == bidiAN })
}

// bidi reports whether the label satisfies the bidi rule (RFC 5893, section 2).
func (l *idnLabel) bidi() bool {
	runes := l.runes()
	var seen [bidiNSM + 1]bool
	last := bidiNeutral
	for _, r := range runes {
		class := bidiOf(r)
		seen[class] = true
		if class != bidiNSM {
			last = class
		}
	}
	switch bidiOf(runes[0]) {
	case bidiR:
		return !seen[bidiL] && !(seen[bidiEN] && seen[bidiAN]) && (last == bidiR || last == bidiEN || last == bidiAN)
	case bidiL:
		return !seen[bidiR] && !seen[bidiAN] && (last == bidiL || last == bidiEN)
	default:
		return false
	}
}
