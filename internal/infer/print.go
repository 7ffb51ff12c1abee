package infer

import (
	"bytes"
	"encoding/json"
	"strings"

	"github.com/eventgen-go/eventgen/internal/schema"
)

// lineWidth is how long a list may be that stands on one line.
const lineWidth = 100

// Print writes a value as JSON, indented by two blanks. Lists of short values stand on one line.
func Print(v *schema.Value) []byte {
	var b bytes.Buffer
	printValue(&b, v, 0)
	b.WriteByte('\n')
	return b.Bytes()
}

func printValue(b *bytes.Buffer, v *schema.Value, depth int) {
	switch v.Kind {
	case schema.KindArray:
		printArray(b, v, depth)
	case schema.KindObject:
		printObject(b, v, depth)
	default:
		b.WriteString(scalar(v))
	}
}

func printArray(b *bytes.Buffer, v *schema.Value, depth int) {
	if line, ok := oneLine(v); ok {
		b.WriteString(line)
		return
	}
	b.WriteByte('[')
	for i, item := range v.Items {
		newLine(b, i, depth+1)
		printValue(b, item, depth+1)
	}
	newLine(b, 0, depth)
	b.WriteByte(']')
}

func printObject(b *bytes.Buffer, v *schema.Value, depth int) {
	if line, ok := shortObject(v); ok {
		b.WriteString(line)
		return
	}
	b.WriteByte('{')
	for i, m := range v.Members {
		newLine(b, i, depth+1)
		b.WriteString(quote(m.Name) + ": ")
		printValue(b, m.Value, depth+1)
	}
	newLine(b, 0, depth)
	b.WriteByte('}')
}

// shortObject writes an object on one line if it is short, and what it has are scalars and lists of them.
// Comments get a line of their own.
func shortObject(v *schema.Value) (string, bool) {
	var parts []string
	for _, m := range v.Members {
		text, ok := oneLine(m.Value)
		if !ok || m.Name == "$comment" && len(v.Members) > 1 {
			return "", false
		}
		parts = append(parts, quote(m.Name)+": "+text)
	}
	line := "{" + strings.Join(parts, ", ") + "}"
	return line, len(line) <= lineWidth || len(v.Members) == 1
}

// newLine begins a line, behind a comma if something precedes.
func newLine(b *bytes.Buffer, i, depth int) {
	if i > 0 {
		b.WriteByte(',')
	}
	b.WriteString("\n" + strings.Repeat("  ", depth))
}

// oneLine writes a scalar, or a list of scalars that is short.
func oneLine(v *schema.Value) (string, bool) {
	switch v.Kind {
	case schema.KindObject:
		return "", false
	case schema.KindArray:
	default:
		return scalar(v), true
	}
	parts := make([]string, len(v.Items))
	for i, item := range v.Items {
		if item.Kind == schema.KindArray || item.Kind == schema.KindObject {
			return "", false
		}
		parts[i] = scalar(item)
	}
	line := "[" + strings.Join(parts, ", ") + "]"
	return line, len(line) <= lineWidth
}

func scalar(v *schema.Value) string {
	switch v.Kind {
	case schema.KindNull:
		return "null"
	case schema.KindFalse:
		return "false"
	case schema.KindTrue:
		return "true"
	case schema.KindNumber:
		return v.Text
	}
	return quote(v.Text)
}

func quote(s string) string {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(s); err != nil {
		panic(err) // a string always has a JSON text
	}
	return strings.TrimSuffix(b.String(), "\n")
}
