package load

import (
	"bytes"
	"math/big"
	"regexp"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"

	"github.com/eventgen-go/eventgen/internal/schema"
)

func (r *yamlReader) scalar(n *yaml.Node, pointer string) *schema.Value {
	v := &schema.Value{Location: r.at(n, pointer), Text: n.Value}
	plain := n.Style == 0
	switch tag := n.ShortTag(); {
	case plain && numberLen(n.Value) == len(n.Value) && n.Value != "":
		// Also what the parser takes for text because no float64 holds it.
		v.Kind = schema.KindNumber
	case tag == "!!str" || isTimestamp(n):
		v.Kind = schema.KindString
	case tag == "!!null":
		v.Kind, v.Text = schema.KindNull, ""
	case tag == "!!bool" && strings.EqualFold(n.Value, "true"):
		v.Kind, v.Text = schema.KindTrue, ""
	case tag == "!!bool" && strings.EqualFold(n.Value, "false"):
		v.Kind, v.Text = schema.KindFalse, ""
	case tag == "!!int" || tag == "!!float":
		v.Kind = schema.KindNumber
		text, ok := yamlNumber(n.Value)
		if !ok {
			r.problem(n, pointer, "the number "+quote(n.Value)+" has no form in JSON", "")
			return nil
		}
		v.Text = text
	default:
		return r.badTag(n, pointer)
	}
	return v
}

// isTimestamp says whether n looks like a date, which JSON writes as a string.
func isTimestamp(n *yaml.Node) bool {
	return n.ShortTag() == "!!timestamp" && n.Style&yaml.TaggedStyle == 0
}

// decimalYAML is how YAML may write a decimal number, without underscores.
// JSON's way is a part of it.
var decimalYAML = regexp.MustCompile(`^([-+]?)([0-9]*)(?:\.([0-9]*))?([eE][-+]?[0-9]+)?$`)

// yamlNumber writes a YAML number the way of JSON: 0x1F is 31, +.5 is 0.5.
func yamlNumber(s string) (string, bool) {
	const longest = 400 // digits in other bases; past any use, and conversion is not linear
	s = strings.ReplaceAll(s, "_", "")
	if len(s) <= longest {
		unsigned := strings.TrimLeft(s, "+-")
		if len(unsigned) > 1 && unsigned[0] == '0' {
			if n, ok := new(big.Int).SetString(s, 0); ok {
				return n.String(), true
			}
		}
	}
	m := decimalYAML.FindStringSubmatch(s)
	if m == nil || m[2] == "" && m[3] == "" {
		return "", false
	}
	sign, whole, fraction, exponent := strings.TrimPrefix(m[1], "+"), strings.TrimLeft(m[2], "0"), m[3], m[4]
	if whole == "" {
		whole = "0"
	}
	if fraction != "" {
		fraction = "." + fraction
	}
	return sign + whole + fraction + exponent, true
}

// columnsInBytes changes the columns of all nodes from characters, in which
// the parser counts, to bytes.
//
// Nodes are visited in the order of the text, so that a cursor has to look at
// each byte once.
func columnsInBytes(n *yaml.Node, data []byte) {
	c := &cursor{rest: data, line: 1, column: 1, bytes: 1}
	c.convert(n)
}

// A cursor is a place in a text, in lines and in both kinds of columns.
type cursor struct {
	rest   []byte
	line   int
	column int // in characters, from 1
	bytes  int // column in bytes, from 1
}

func (c *cursor) convert(n *yaml.Node) {
	c.advance(n.Line, n.Column)
	if c.line == n.Line && c.column == n.Column {
		n.Column = c.bytes
	}
	for _, child := range n.Content {
		c.convert(child)
	}
}

func (c *cursor) advance(line, column int) {
	for len(c.rest) > 0 && (c.line < line || c.line == line && c.column < column) {
		if size := lineBreak(c.rest); size > 0 {
			c.rest = c.rest[size:]
			c.line, c.column, c.bytes = c.line+1, 1, 1
			continue
		}
		_, size := utf8.DecodeRune(c.rest)
		c.rest = c.rest[size:]
		c.column++
		c.bytes += size
	}
}

// lineBreak is the length of the line break that b starts with, 0 if it starts
// with none. YAML 1.1 has more of them than JSON.
func lineBreak(b []byte) int {
	for _, s := range []string{"\r\n", "\n", "\r", "\u0085", "\u2028", "\u2029"} {
		if bytes.HasPrefix(b, []byte(s)) {
			return len(s)
		}
	}
	return 0
}
