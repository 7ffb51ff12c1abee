package wire

import (
	"encoding/base64"
	"strings"
)

// Base64 is binary data in base64 (RFC 4648, standard alphabet), as it stands in a document.
type Base64 string

// NewBase64 encodes b, with padding.
func NewBase64(b []byte) Base64 {
	return Base64(base64.StdEncoding.EncodeToString(b))
}

// Bytes decodes b, which may come with or without padding.
func (b Base64) Bytes() ([]byte, error) {
	if strings.HasSuffix(string(b), "=") {
		return base64.StdEncoding.DecodeString(string(b))
	}
	return base64.RawStdEncoding.DecodeString(string(b))
}
