package lower

import (
	"strings"
	"unicode/utf8"

	"github.com/eventgen-go/eventgen/internal/schema"
)

// jsonText writes v as compact JSON, numbers as they were written.
func jsonText(v *schema.Value) string {
	var b strings.Builder
	writeJSON(&b, v)
	return b.String()
}

func writeJSON(b *strings.Builder, v *schema.Value) {
	switch v.Kind {
	case schema.KindNull:
		b.WriteString("null")
	case schema.KindFalse:
		b.WriteString("false")
	case schema.KindTrue:
		b.WriteString("true")
	case schema.KindNumber:
		b.WriteString(v.Text)
	case schema.KindString:
		b.WriteString(jsonString(v.Text))
	case schema.KindArray:
		b.WriteByte('[')
		for i, item := range v.Items {
			separate(b, i)
			writeJSON(b, item)
		}
		b.WriteByte(']')
	case schema.KindObject:
		b.WriteByte('{')
		for i, m := range v.Members {
			separate(b, i)
			b.WriteString(jsonString(m.Name) + ":")
			writeJSON(b, m.Value)
		}
		b.WriteByte('}')
	}
}

func separate(b *strings.Builder, i int) {
	if i > 0 {
		b.WriteByte(',')
	}
}

// jsonString quotes s as a JSON string in ASCII where characters are not
// printable.
func jsonString(s string) string {
	const hex = "0123456789abcdef"
	b := []byte{'"'}
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b = append(b, '\\', byte(r))
		case r < 0x20:
			b = append(b, '\\', 'u', '0', '0', hex[r>>4], hex[r&15])
		default:
			b = utf8.AppendRune(b, r)
		}
	}
	return string(append(b, '"'))
}
