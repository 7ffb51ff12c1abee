package wire

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"
)

// formats are the functions by the names that schemas use.
func formats() map[string]func([]byte) bool {
	return map[string]func([]byte) bool{
		"date-time":             FormatDateTime,
		"date":                  FormatDate,
		"time":                  FormatTime,
		"duration":              FormatDuration,
		"email":                 FormatEmail,
		"idn-email":             FormatIDNEmail,
		"hostname":              FormatHostname,
		"idn-hostname":          FormatIDNHostname,
		"ipv4":                  FormatIPv4,
		"ipv6":                  FormatIPv6,
		"uri":                   FormatURI,
		"uri-reference":         FormatURIReference,
		"iri":                   FormatIRI,
		"iri-reference":         FormatIRIReference,
		"uuid":                  FormatUUID,
		"uri-template":          FormatURITemplate,
		"json-pointer":          FormatJSONPointer,
		"relative-json-pointer": FormatRelativeJSONPointer,
		"regex":                 FormatRegex,
	}
}

// TestFormatSuite runs the strings of the JSON Schema Test Suite, of all drafts.
func TestFormatSuite(t *testing.T) {
	files, err := filepath.Glob(filepath.Join(sharedDir(t, "suite"), "tests/draft*/optional/format/*.json"))
	if err != nil {
		t.Fatal(err)
	}
	checked := 0
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var groups []struct {
			Description string
			Schema      struct{ Format string }
			Tests       []struct {
				Description string
				Data        any
				Valid       bool
			}
		}
		if err := json.Unmarshal(data, &groups); err != nil {
			t.Fatal(err)
		}
		for _, group := range groups {
			valid, known := formats()[group.Schema.Format]
			for _, test := range group.Tests {
				s, isString := test.Data.(string)
				if !known || !isString {
					continue // always valid
				}
				if checked++; valid([]byte(s)) != test.Valid {
					t.Errorf("%s: %s %q (%s): %v, want %v", file, group.Schema.Format, s, test.Description, !test.Valid, test.Valid)
				}
			}
		}
	}
	t.Logf("%d strings", checked)
	if checked == 0 {
		t.Error("no strings in the suite")
	}
}
