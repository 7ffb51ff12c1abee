package sample

import (
	"encoding/base64"
	"encoding/binary"
	"hash/crc32"
)

// A Packing is how a text is put into a string.
type Packing int

// The packings.
const (
	Plain  Packing = iota // as it is
	Base64                // in base64
	Gzip                  // compressed with gzip, in base64
)

func (p Packing) pack(text string) string {
	switch p {
	case Base64:
		return base64.StdEncoding.EncodeToString([]byte(text))
	case Gzip:
		return base64.StdEncoding.EncodeToString(Stored([]byte(text)))
	}
	return text
}

// Stored returns data as a gzip file in which nothing is compressed: what the compressor makes of it
// depends on the version of Go, and output must not.
func Stored(data []byte) []byte {
	const (
		maxBlock = 1<<16 - 1
		last     = 1
	)
	out := []byte{0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255} // deflate, no name, no time, any system
	for rest := data; ; {
		n := min(len(rest), maxBlock)
		var kind byte
		if n == len(rest) {
			kind = last
		}
		out = append(out, kind)
		out = binary.LittleEndian.AppendUint16(out, uint16(n))
		out = binary.LittleEndian.AppendUint16(out, ^uint16(n))
		out = append(out, rest[:n]...)
		if rest = rest[n:]; kind == last {
			break
		}
	}
	out = binary.LittleEndian.AppendUint32(out, crc32.ChecksumIEEE(data))
	return binary.LittleEndian.AppendUint32(out, uint32(len(data)))
}
