package wire_test

import (
	"testing"

	"github.com/eventgen-go/eventgen/internal/runtime/wire"
)

// matchCode is ^[A-Z]{3}-[0-9]{4}$ as it is generated.
func matchCode(c *wire.Cursor) bool {
	r := c.Runes()
	return r.Take("AZ", 3) && r.Text("-") && r.Take("09", 4) && r.End()
}

// matchName is ^[a-zA-Z0-9_.-]{1,256}$ as it is generated.
func matchName(c *wire.Cursor) bool {
	r := c.Runes()
	return r.Between("-.09AZ__az", 1, 256) && r.End()
}

func holdsRegion(c *wire.Cursor) bool {
	return c.Contains("-central-and-something-that-is-quite-long-")
}

func BenchmarkPattern(b *testing.B) {
	tests := []struct {
		name, text, source string
		plain              func(*wire.Cursor) bool
	}{
		{"Code", `"ABC-1234"`, `^[A-Z]{3}-\d{4}$`, matchCode},
		{"Name", `"the_name.of-something-that-has-a-longer-name-than-most-of-them"`, `^[\-.0-9A-Z_a-z]{1,256}$`, matchName},
		{"Contains", `"eu-central-1"`, `-central-`, holdsRegion},
	}
	for _, test := range tests {
		c := wire.NewCursor([]byte(test.text))
		if !c.String() || !test.plain(&c) {
			b.Fatal(test.name)
		}
		b.Run(test.name+"/plain", func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				test.plain(&c)
			}
		})
		pattern := wire.Pattern{Source: test.source}
		b.Run(test.name+"/regexp", func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				pattern.Match(&c)
			}
		})
	}
}
