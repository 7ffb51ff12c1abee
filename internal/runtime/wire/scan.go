package wire

import (
	"encoding/binary"
	"math/bits"
)

const (
	ones = 0x0101010101010101
	high = 0x80 * ones
)

// special marks, in the high bit of each byte of w, the characters that do not stand for themselves in a string: quotes,
// backslashes, control characters, and all beyond ASCII. Only the lowest mark counts.
//
// Xor with 2 maps control characters onto each other and the quote behind them, to 0x20: subtracting 0x21 from a byte
// below 0x80 then borrows into the high bit exactly for these. Likewise subtracting one from a backslash that was made
// zero. A borrow can only spoil bytes above one that is found anyway.
func special(w uint64) uint64 {
	return ((w ^ 2*ones - 0x21*ones) | (w ^ '\\'*ones - ones) | w) & high
}

// plain returns how many bytes at the start of b are ASCII characters that stand for themselves in a string. It looks at
// eight bytes a step, and at four times as many once the text proves to be long. It is all there is to replace where
// the processor can look at more.
func plain(b []byte) int {
	s := b
	for range 8 {
		if len(s) < 8 {
			break
		}
		if m := special(binary.LittleEndian.Uint64(s)); m != 0 {
			return len(b) - len(s) + bits.TrailingZeros64(m)/8
		}
		s = s[8:]
	}
	for len(s) >= 32 {
		m := special(binary.LittleEndian.Uint64(s)) | special(binary.LittleEndian.Uint64(s[8:])) |
			special(binary.LittleEndian.Uint64(s[16:])) | special(binary.LittleEndian.Uint64(s[24:]))
		if m != 0 {
			break
		}
		s = s[32:]
	}
	for len(s) >= 8 {
		if m := special(binary.LittleEndian.Uint64(s)); m != 0 {
			return len(b) - len(s) + bits.TrailingZeros64(m)/8
		}
		s = s[8:]
	}
	for i, ch := range s {
		if ch < ' ' || ch >= 0x80 || ch == '"' || ch == '\\' {
			return len(b) - len(s) + i
		}
	}
	return len(b)
}
