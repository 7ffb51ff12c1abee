package load

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/eventgen-go/eventgen/internal/schema"
)

// checkText refuses what neither JSON nor YAML should be: too much, or anything
// but plain UTF-8. It returns nil if data is fine.
func checkText(file string, data []byte) *schema.Problem {
	at := schema.Location{File: file}
	if len(data) > maxDocument {
		return &schema.Problem{Location: at, Message: fmt.Sprintf("the document is larger than %d bytes", maxDocument)}
	}
	at.Line, at.Column = 1, 1
	switch {
	case bytes.HasPrefix(data, []byte("\xef\xbb\xbf")):
		return &schema.Problem{
			Location: at, Message: "the document starts with a byte order mark",
			Hint: "save it as UTF-8 without a byte order mark",
		}
	case looksUTF16(data):
		return &schema.Problem{Location: at, Message: "the document is UTF-16", Hint: "save it as UTF-8"}
	}
	for line := range bytes.Lines(data) {
		if !utf8.Valid(line) {
			at.Column += len(validPrefix(line))
			return &schema.Problem{Location: at, Message: "the document is not UTF-8", Hint: "save it as UTF-8"}
		}
		at.Line++
	}
	return nil
}

func looksUTF16(data []byte) bool {
	if len(data) < 2 {
		return false
	}
	bom := data[0] == 0xfe && data[1] == 0xff || data[0] == 0xff && data[1] == 0xfe
	return bom || (data[0] == 0) != (data[1] == 0)
}

// validPrefix is the part of b before the first byte that is not UTF-8.
func validPrefix(b []byte) []byte {
	rest := b
	for len(rest) > 0 {
		r, size := utf8.DecodeRune(rest)
		if r == utf8.RuneError && size == 1 {
			break
		}
		rest = rest[size:]
	}
	return b[:len(b)-len(rest)]
}

// A budget bounds what the values of one document cost. Every value carries
// its pointer, so that long names above many values would multiply.
type budget struct {
	values   int
	pointers int // bytes
}

// take accounts for one more value and says what is wrong with that, if
// anything.
func (b *budget) take(pointer string) string {
	b.values++
	b.pointers += len(pointer)
	switch {
	case b.values > maxValues:
		return fmt.Sprintf("the document has more than %d values", maxValues)
	case b.pointers > maxPointers:
		return "the document has too many values under too long names"
	}
	return ""
}

var tooDeep = fmt.Sprintf("the document is nested more than %d deep", maxDepth)

var pointerEscaper = strings.NewReplacer("~", "~0", "/", "~1")

// pointerTo is the JSON Pointer of the member name of the object at parent.
func pointerTo(parent, name string) string {
	return parent + "/" + pointerEscaper.Replace(name)
}

// pointerToItem is the JSON Pointer of item i of the array at parent.
func pointerToItem(parent string, i int) string {
	return parent + "/" + strconv.Itoa(i)
}

// names finds members by name. The zero value is ready.
type names struct {
	index map[string]int
}

// find returns the first of members with that name, nil if there is none. A
// caller that asks again passes the same members, or more of them.
func (n *names) find(members []schema.Member, name string) *schema.Member {
	const few = 16 // up to which looking at each is quicker than a map
	if len(members) <= few {
		for i := range members {
			if members[i].Name == name {
				return &members[i]
			}
		}
		return nil
	}
	if n.index == nil {
		n.index = make(map[string]int, 4*few)
	}
	for i := len(n.index); i < len(members); i++ {
		n.index[members[i].Name] = i
	}
	if i, ok := n.index[name]; ok {
		return &members[i]
	}
	return nil
}

// duplicate is the problem of a member that has the name of an earlier one.
func duplicate(m schema.Member, first *schema.Member) *schema.Problem {
	return &schema.Problem{
		Location: m.Location,
		Message: fmt.Sprintf("the member %s is there twice, first in line %d, column %d",
			quote(m.Name), first.Location.Line, first.Location.Column),
	}
}

// quote shows text that may be long or odd in a message.
func quote(s string) string {
	const enough = 200
	if len(s) <= enough {
		return strconv.Quote(s)
	}
	return strconv.Quote(strings.ToValidUTF8(s[:enough], "")) + "…"
}
