package wire

// UnpackBase64 returns the document that is in s in base64, with or without padding. The error is a *ContentError.
func UnpackBase64(s string) ([]byte, error) {
	document, err := Base64(s).Bytes()
	if err != nil {
		return nil, &ContentError{Encoding: "base64", Err: err}
	}
	return document, nil
}

// PackBase64 returns a document in base64, with padding.
func PackBase64(document []byte) string { return string(NewBase64(document)) }
