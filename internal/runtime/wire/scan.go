package wire

import (
	"encoding/binary"
	"math/bits"
)

// plain returns how many bytes at the start of b are ASCII characters that stand for themselves in a string: no
// quote, no backslash, no control character. It looks at eight bytes a step.
//
// In a byte below 0x80 that has been xored with c, subtracting one borrows into the high bit exactly if the byte was
// c; likewise subtracting 0x20 if it was a control character. A borrow can only spoil bytes above one that is found
// anyway, and the lowest find counts.
func plain(b []byte) int {
	const (
		ones = 0x0101010101010101
		high = 0x80 * ones
	)
	s := b
	for len(s) >= 8 {
		w := binary.LittleEndian.Uint64(s)
		m := (((w ^ '"'*ones) - ones) | ((w ^ '\\'*ones) - ones) | (w - ' '*ones) | w) & high
		if m != 0 {
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
