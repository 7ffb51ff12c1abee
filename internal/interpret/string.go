package interpret

import (
	"slices"

	"github.com/eventgen-go/eventgen/internal/model"
	"github.com/eventgen-go/eventgen/internal/runtime/wire"
)

// str checks a string.
func (in *Interpreter) str(c *wire.Cursor, check *model.Check, wrong fallback) bool {
	if !c.String() {
		return wrong(c, check)
	}
	s := check.String
	if s.Min != nil && c.Length() < s.Min.N && violates(c, s.Min.Rule) {
		return false
	}
	if s.Max != nil && c.Length() > s.Max.N && violates(c, s.Max.Rule) {
		return false
	}
	for _, enum := range s.Enums {
		if !slices.Contains(enum.Values, string(c.Bytes())) && violates(c, enum.Rule) {
			return false
		}
	}
	for _, f := range s.Formats {
		if !formats[f.Func](c.Bytes()) && violates(c, f.Rule) {
			return false
		}
	}
	for _, p := range s.Patterns {
		if !in.Match(c, p.Pattern) && violates(c, p.Rule) {
			return false
		}
	}
	return true
}

// formats are the functions of the runtime that generated code calls by name.
var formats = map[string]func([]byte) bool{
	"ContentBase64":             wire.ContentBase64,
	"ContentBase64JSON":         wire.ContentBase64JSON,
	"ContentJSON":               wire.ContentJSON,
	"FormatDate":                wire.FormatDate,
	"FormatDateTime":            wire.FormatDateTime,
	"FormatDuration":            wire.FormatDuration,
	"FormatEmail":               wire.FormatEmail,
	"FormatHostname":            wire.FormatHostname,
	"FormatIDNEmail":            wire.FormatIDNEmail,
	"FormatIDNHostname":         wire.FormatIDNHostname,
	"FormatIPv4":                wire.FormatIPv4,
	"FormatIPv6":                wire.FormatIPv6,
	"FormatIRI":                 wire.FormatIRI,
	"FormatIRIReference":        wire.FormatIRIReference,
	"FormatJSONPointer":         wire.FormatJSONPointer,
	"FormatRegex":               wire.FormatRegex,
	"FormatRelativeJSONPointer": wire.FormatRelativeJSONPointer,
	"FormatTime":                wire.FormatTime,
	"FormatURI":                 wire.FormatURI,
	"FormatURIReference":        wire.FormatURIReference,
	"FormatURITemplate":         wire.FormatURITemplate,
	"FormatUUID":                wire.FormatUUID,
}
