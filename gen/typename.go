package gen

import (
	"path/filepath"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/eventgen-go/eventgen/internal/load"
)

// maxTitle is how many words of a title still make a name; a longer one is a sentence.
const maxTitle = 3

// TypeName returns the name of the type for a schema that nobody named: its x-go-name, else its
// title if that is of at most three words, else the name of its file (order-placed.schema.json →
// OrderPlaced). The error is [Problems] if the file is not a document.
func TypeName(file string) (string, error) {
	data, err := readBounded(file)
	if err != nil {
		return "", err
	}
	doc, err := load.Document(filepath.ToSlash(file), data)
	if err != nil {
		return "", err
	}
	if name := doc.Member("x-go-name"); name != nil && checkTypeName(name.Text) == "" {
		return name.Text, nil
	}
	if title := doc.Member("title"); title != nil {
		if name := exported(title.Text, maxTitle); checkTypeName(name) == "" {
			return name, nil
		}
	}
	base := filepath.Base(file)
	for _, ext := range []string{filepath.Ext(base), ".schema"} {
		base = strings.TrimSuffix(base, ext)
	}
	if name := exported(base, len(base)); checkTypeName(name) == "" {
		return name, nil
	}
	return "", hinted("no name for the type of "+displayed(file), "name it with --type")
}

// exported joins the words of a text, each with a capital: "order-placed" → "OrderPlaced". It
// returns nothing if there are more than limit of them.
func exported(text string, limit int) string {
	words := strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	if len(words) > limit {
		return ""
	}
	var b strings.Builder
	for _, w := range words {
		first, size := utf8.DecodeRuneInString(w)
		b.WriteRune(unicode.ToUpper(first))
		b.WriteString(w[size:])
	}
	return b.String()
}
