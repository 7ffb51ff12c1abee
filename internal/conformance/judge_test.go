package conformance

import (
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
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
	Nested     string // Decode of the documents in its strings
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
	v.Nested = text(decodeNested(reflect.ValueOf(value)))
	return v
}

// decodeNested decodes the documents in strings of a value, and in their strings, and returns the
// first error.
func decodeNested(v reflect.Value) error {
	switch v.Kind() {
	case reflect.String:
		decode := v.MethodByName("Decode")
		if !decode.IsValid() {
			return nil
		}
		results := decode.Call(nil)
		if err, failed := results[1].Interface().(error); failed {
			return fmt.Errorf("%s: %w", v.Type(), err)
		}
		return decodeNested(results[0])
	case reflect.Pointer, reflect.Interface:
		return decodeNested(v.Elem())
	}
	for _, part := range parts(v) {
		if err := decodeNested(part); err != nil {
			return err
		}
	}
	return nil
}

// parts returns what a value is made of.
func parts(v reflect.Value) []reflect.Value {
	var all []reflect.Value
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				all = append(all, v.Field(i))
			}
		}
	case reflect.Slice:
		for i := range v.Len() {
			all = append(all, v.Index(i))
		}
	case reflect.Map:
		for _, key := range v.MapKeys() {
			all = append(all, v.MapIndex(key))
		}
	}
	return all
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
