package wire

import "strconv"

// ContentError says why the document in a string cannot be read: the string is not encoded as it should be, or the
// document is too large.
type ContentError struct {
	Encoding string // "base64" or "gzip"
	Limit    int    // how many bytes a document may have, if this one has more; else 0
	Err      error  // what is wrong with the encoding; nil if the document is too large
}

// Error says what is wrong.
func (e *ContentError) Error() string {
	if e.Err == nil {
		return "content in " + e.Encoding + " has more than " + strconv.Itoa(e.Limit) + " bytes"
	}
	return "content is not " + e.Encoding + ": " + e.Err.Error()
}

// Unwrap returns what is wrong with the encoding.
func (e *ContentError) Unwrap() error { return e.Err }
