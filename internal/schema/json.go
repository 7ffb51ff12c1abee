package schema

import (
	"strings"
	"unicode/utf8"
)

// JSON returns v as compact JSON, numbers as they were written.
func (v *Value) JSON() string {
	var b strings.Builder
	writeJSON(&b, v)
	return b.String()
}

func writeJSON(b *strings.Builder, v *Value) {
	switch v.Kind {
	case KindNull:
		b.WriteString("null")
	case KindFalse:
		b.WriteString("false")
	case KindTrue:
		b.WriteString("true")
	case KindNumber:
		b.WriteString(v.Text)
	case KindString:
		b.WriteString(Quote(v.Text))
	case KindArray:
		b.WriteByte('[')
		for i, item := range v.Items {
			separate(b, i)
			writeJSON(b, item)
		}
		b.WriteByte(']')
	case KindObject:
		b.WriteByte('{')
		for i, m := range v.Members {
			separate(b, i)
			b.WriteString(Quote(m.Name) + ":")
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

// Quote quotes s as a JSON string in ASCII where characters are not
// printable.
func Quote(s string) string {
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
