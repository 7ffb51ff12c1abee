package conformance

import (
	"encoding/json"
	"errors"
	"fmt"
	"runtime/debug"
)

// This file is also a part of the program made of generated packages, see driverFiles: it needs
// the standard library only.

// A verdict is what the entry points of a generated type say of one document. Of errors it holds
// the text; an empty one is no error.
type verdict struct {
	Valid      bool   // ValidT
	Validate   string // ValidateT
	Decode     string // DecodeT
	OutOfRange bool   // the error of DecodeT is a *RangeError
	Unmarshal  string // UnmarshalJSON
	Encoded    []byte // MarshalJSON of what was decoded
	Encode     string // its error
	Recheck    string // Validate of what was decoded
	Panic      string
}

// A document is a value of a generated root type.
type document interface {
	json.Marshaler
	Validate() error
}

// entryPoints are the functions of a generated type T.
type entryPoints struct {
	valid     func([]byte) bool              // ValidT
	validate  func([]byte) error             // ValidateT
	decode    func([]byte) (document, error) // DecodeT
	unmarshal func([]byte) error             // UnmarshalJSON of a new T
}

// judge asks all entry points for their verdict.
func (e entryPoints) judge(doc []byte) (v verdict) {
	defer func() {
		if r := recover(); r != nil {
			v.Panic = fmt.Sprintf("%v\n%s", r, debug.Stack())
		}
	}()
	v.Valid = e.valid(doc)
	v.Validate = text(e.validate(doc))
	value, err := e.decode(doc)
	v.Decode, v.OutOfRange = text(err), isRangeError(err)
	v.Unmarshal = text(e.unmarshal(doc))
	if err != nil {
		return v
	}
	v.Encoded, err = value.MarshalJSON()
	v.Encode = text(err)
	v.Recheck = text(value.Validate())
	return v
}

func text(err error) string {
	if err == nil {
		return ""
	}
	return err.Error()
}

// isRangeError knows the error by its name, since each generated tree has a runtime of its own.
func isRangeError(err error) bool {
	for ; err != nil; err = errors.Unwrap(err) {
		if fmt.Sprintf("%T", err) == "*wire.RangeError" {
			return true
		}
	}
	return false
}
