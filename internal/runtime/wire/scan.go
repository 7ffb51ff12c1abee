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
	return unmasked(w) & high
}

// unmasked is special before the other bits are cleared, which can wait until several words are put together.
func unmasked(w uint64) uint64 {
	return (w ^ 2*ones - 0x21*ones) | (w ^ '\\'*ones - ones) | w
}

// escapedQuotes marks, in the high bit of each byte of w, its backslashes. ok says that each is followed by a quote, which
// the last one may be cut off from, and that all else in w is plain ASCII. JSON in a string is full of such escapes, and
// has few others. Unlike those of [special], all marks count.
func escapedQuotes(w uint64) (backslashes uint64, ok bool) {
	x := w &^ high
	quotes := ^unlike(x, '"') & high
	backslashes = ^unlike(x, '\\') & high
	return backslashes, (^uncontrolled(x)|w)&high|(quotes^backslashes<<8) == 0
}

// unlike and uncontrolled mark, in the high bit of each byte of x, those that are not ch, and those that are no control
// characters. No byte of x may be beyond ASCII: then the sums carry into the high bits of their own bytes alone, and all
// marks count.
func unlike(x, ch uint64) uint64   { return x ^ ch*ones + 0x7f*ones }
func uncontrolled(x uint64) uint64 { return x + (0x80-' ')*ones }

// skipQuotes returns where the text of a string from i on holds something other than plain ASCII and escapes of quotes,
// or less than eight bytes before that.
func skipQuotes(data []byte, i int) int {
	s := data[i:]
	for len(s) >= 8 {
		backslashes, ok := escapedQuotes(binary.LittleEndian.Uint64(s))
		if !ok {
			break
		}
		if backslashes>>63 != 0 {
			s = s[7:] // to the escape that is cut off
			continue
		}
		s = s[8:]
	}
	return len(data) - len(s)
}

// moveQuotes moves the text from i on, as far as [skipQuotes] would skip it, to n and undoes its escapes. There must be
// eight bytes between n and i, since as many are written at a time. It returns the ends of what it wrote and read.
func moveQuotes(data []byte, n, i int) (written, read int) {
	const window = 16 // a word behind each place in a word
	for 0 <= n && n+8 <= i && i+8 <= len(data) {
		w := binary.LittleEndian.Uint64(data[i:])
		backslashes, ok := escapedQuotes(w)
		if !ok {
			break
		}
		size := 8
		if backslashes>>63 != 0 {
			size = 7
			backslashes &^= 1 << 63
		}
		i += size
		to := (*[window]byte)(data[n:])
		binary.LittleEndian.PutUint64(to[:], w)
		gone := 0
		for ; backslashes != 0; backslashes &= backslashes - 1 {
			at := bits.TrailingZeros64(backslashes)
			binary.LittleEndian.PutUint64(to[(at>>3-gone)&7:], w>>(at&63)>>1)
			gone++
		}
		n += size - gone
	}
	return n, i
}

// plain returns how many bytes at the start of b are ASCII characters that stand for themselves in a string. It looks at
// eight bytes a step, and at four times as many once the text proves to be long. It is all there is to replace where
// the processor can look at more.
func plain(b []byte) int {
	s := b
	for range 4 {
		if len(s) < 16 {
			break
		}
		m, n := special(binary.LittleEndian.Uint64(s)), special(binary.LittleEndian.Uint64(s[8:]))
		if m != 0 {
			return len(b) - len(s) + bits.TrailingZeros64(m)/8
		}
		if n != 0 {
			return len(b) - len(s) + bits.TrailingZeros64(n)/8 + 8
		}
		s = s[16:]
	}
	for len(s) >= 32 {
		m := unmasked(binary.LittleEndian.Uint64(s)) | unmasked(binary.LittleEndian.Uint64(s[8:])) |
			unmasked(binary.LittleEndian.Uint64(s[16:])) | unmasked(binary.LittleEndian.Uint64(s[24:]))
		if m&high != 0 {
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
