// Package packed puts JSON documents into strings and gets them out again: as they are, in base64, or
// compressed with gzip in base64.
//
// Other than the runtime of generated code it makes the same string on every version of Go.
package packed

import (
	"encoding/binary"
	"hash/crc32"

	"github.com/eventgen-go/eventgen/internal/runtime/wire"
)

// A Form is how a text stands in a string.
type Form int

// The forms.
const (
	Plain  Form = iota // as it is
	Base64             // in base64
	Gzip               // compressed with gzip, in base64
)

// Pack puts a text into a string.
func (f Form) Pack(text []byte) string {
	switch f {
	case Base64:
		return wire.PackBase64(text)
	case Gzip:
		return wire.PackBase64(Stored(text))
	}
	return string(text)
}

// Unpack gets the text out of a string. The error is a *wire.ContentError.
func (f Form) Unpack(s string) ([]byte, error) {
	switch f {
	case Base64:
		return wire.UnpackBase64(s)
	case Gzip:
		return wire.UnpackGzip(s)
	}
	return []byte(s), nil
}

// Stored returns data as a gzip file in which nothing is compressed: what a compressor makes of it
// depends on the version of Go, and what eventgen makes must not.
func Stored(data []byte) []byte {
	const (
		maxBlock = 1<<16 - 1
		last     = 1
	)
	out := []byte{0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255} // deflate, no name, no time, any system
	for rest, kind := data, byte(0); kind != last; {
		n := min(len(rest), maxBlock)
		if n == len(rest) {
			kind = last
		}
		out = append(out, kind)
		out = binary.LittleEndian.AppendUint16(out, uint16(n))
		out = binary.LittleEndian.AppendUint16(out, ^uint16(n))
		out = append(out, rest[:n]...)
		rest = rest[n:]
	}
	out = binary.LittleEndian.AppendUint32(out, crc32.ChecksumIEEE(data))
	return binary.LittleEndian.AppendUint32(out, uint32(len(data)))
}
