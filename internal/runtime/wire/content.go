package wire

import "encoding/base64"

// ContentBase64 reports whether s is base64 (RFC 4648, standard alphabet, padded).
func ContentBase64(s []byte) bool {
	_, err := base64.StdEncoding.Strict().AppendDecode(nil, s)
	return err == nil
}

// ContentJSON reports whether s is a JSON document.
func ContentJSON(s []byte) bool {
	c := NewCursor(s)
	return c.Skip() && c.End()
}

// ContentBase64JSON reports whether s is a JSON document in base64.
func ContentBase64JSON(s []byte) bool {
	document, err := base64.StdEncoding.Strict().AppendDecode(nil, s)
	return err == nil && ContentJSON(document)
}
