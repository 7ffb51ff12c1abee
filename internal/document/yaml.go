package document

import (
	"bytes"
	stdjson "encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"

	"github.com/eventgen-go/eventgen/internal/load"
	"github.com/eventgen-go/eventgen/internal/schema"
)

// largestYAML is how much YAML is read, in bytes: it is not cut but read as a whole.
const largestYAML = 10_000_000

// A yaml is a text in YAML and where its values have gone in JSON.
type yaml struct {
	source []byte
	json   bytes.Buffer
	marks  []mark // in order of offset
}

// A mark says where a value or the name of a member comes from.
type mark struct {
	offset int // in the JSON
	line   int
	column int
}

// A yamlReader reads an input as a single chunk. The documents are the items of an array, unless
// isWhole says that the array is one.
type yamlReader struct {
	name    string
	from    io.Reader
	isWhole func(first []byte) bool
	done    bool
}

func (r *yamlReader) next() (*Chunk, error) {
	if r.done {
		return nil, io.EOF
	}
	r.done = true
	source, err := io.ReadAll(io.LimitReader(r.from, largestYAML+1))
	if err != nil {
		return nil, err
	}
	if len(source) > largestYAML {
		return nil, fmt.Errorf("YAML of more than %d bytes is not read", largestYAML)
	}
	y := &yaml{source: source}
	root, err := load.Document(yamlName(r.name), source)
	if err != nil {
		return nil, y.faults(err)
	}
	spans := y.write(root)
	c := &Chunk{text: y.json.Bytes(), spans: spans, list: true, origin: y}
	if root.Kind != schema.KindArray || r.isWhole(c.firstText()) {
		c.list, c.spans = false, []span{{0, len(c.text)}}
	}
	return c, nil
}

// yamlName returns a name by which load knows YAML.
func yamlName(name string) string { return name + ".yaml" }

func (c *Chunk) firstText() []byte {
	if c.Len() == 0 {
		return nil
	}
	return c.Text(0)
}

// faults turns the problems of reading into faults.
func (y *yaml) faults(err error) error {
	var problems schema.Problems
	if !errors.As(err, &problems) {
		return err
	}
	var faults Faults
	for _, p := range problems {
		m := mark{0, max(p.Location.Line, 1), max(p.Location.Column, 1)}
		faults = append(faults, Fault{Place: y.at(m), Message: p.Message, Hint: p.Hint, Excerpt: y.excerptAt(m)})
	}
	return faults
}

// write writes a value as JSON and returns where the items have gone if it is an array.
func (y *yaml) write(v *schema.Value) []span {
	y.mark(v.Location)
	switch v.Kind {
	case schema.KindArray:
		return y.array(v)
	case schema.KindObject:
		y.object(v)
	case schema.KindString:
		y.string(v.Text)
	case schema.KindNumber:
		y.json.WriteString(v.Text)
	case schema.KindTrue:
		y.json.WriteString("true")
	case schema.KindFalse:
		y.json.WriteString("false")
	case schema.KindNull:
		y.json.WriteString("null")
	}
	return nil
}

func (y *yaml) mark(at schema.Location) {
	y.marks = append(y.marks, mark{y.json.Len(), at.Line, at.Column})
}

func (y *yaml) array(v *schema.Value) []span {
	spans := make([]span, len(v.Items))
	y.json.WriteByte('[')
	for i, item := range v.Items {
		if i > 0 {
			y.json.WriteByte(',')
		}
		from := y.json.Len()
		y.write(item)
		spans[i] = span{from, y.json.Len()}
	}
	y.json.WriteByte(']')
	return spans
}

func (y *yaml) object(v *schema.Value) {
	y.json.WriteByte('{')
	for i, m := range v.Members {
		if i > 0 {
			y.json.WriteByte(',')
		}
		y.mark(m.Location)
		y.string(m.Name)
		y.json.WriteByte(':')
		y.write(m.Value)
	}
	y.json.WriteByte('}')
}

func (y *yaml) string(s string) {
	text, err := stdjson.Marshal(s)
	if err != nil {
		panic(err) // there is no string that has no form in JSON
	}
	y.json.Write(text)
}

// place returns where what stands at an offset of the JSON comes from.
func (y *yaml) place(offset int) Place { return y.at(y.markOf(offset)) }

func (y *yaml) excerpt(offset int) Excerpt { return y.excerptAt(y.markOf(offset)) }

// markOf returns the last mark that is not behind an offset.
func (y *yaml) markOf(offset int) mark {
	i, found := slices.BinarySearchFunc(y.marks, offset, func(m mark, offset int) int { return m.offset - offset })
	if !found {
		i = max(i-1, 0)
	}
	return y.marks[i]
}

// at returns the place that a mark names by line and column.
func (y *yaml) at(m mark) Place {
	return top.after(y.source[:y.offset(m)])
}

// offset returns where in the source a mark's place is.
func (y *yaml) offset(m mark) int {
	offset := 0
	for line := 1; line < m.line; line++ {
		n := bytes.IndexByte(y.source[offset:], '\n')
		if n < 0 {
			break
		}
		offset += n + 1
	}
	return min(offset+m.column-1, len(y.source))
}

func (y *yaml) excerptAt(m mark) Excerpt { return excerpt(y.source, y.offset(m)) }
