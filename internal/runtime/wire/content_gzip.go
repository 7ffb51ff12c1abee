package wire

import (
	"bytes"
	"compress/gzip"
	"io"
)

// maxUnpacked is how large a document may become. Memory grows as the document is decompressed, so that a bomb ends
// here, whatever it promises.
const maxUnpacked = 64 << 20

// UnpackGzip returns the document that is in s: compressed with gzip, then encoded in base64, with or without padding.
// The error is a *ContentError.
func UnpackGzip(s string) ([]byte, error) {
	packed, err := UnpackBase64(s)
	if err != nil {
		return nil, err
	}
	r, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		return nil, &ContentError{Encoding: "gzip", Err: err}
	}
	document, err := io.ReadAll(io.LimitReader(r, maxUnpacked+1))
	switch {
	case len(document) > maxUnpacked:
		return nil, &ContentError{Encoding: "gzip", Limit: maxUnpacked}
	case err != nil:
		return nil, &ContentError{Encoding: "gzip", Err: err}
	}
	return document, nil
}

// PackGzip returns a document compressed with gzip, in base64.
func PackGzip(document []byte) string {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	_, _ = w.Write(document) // a Buffer takes everything
	_ = w.Close()
	return PackBase64(b.Bytes())
}
