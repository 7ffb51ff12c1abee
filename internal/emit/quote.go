package emit

import (
	"strconv"
	"strings"
	"unicode"

	"github.com/dave/jennifer/jen"
)

// commentWidth is where comments are wrapped, in characters.
const commentWidth = 96

// lit quotes any text as a Go string literal in ASCII. It is the one place where
// text of a schema becomes a literal.
func lit(text string) *jen.Statement { return jen.Id(strconv.QuoteToASCII(text)) }

// comment wraps any text as comment lines. It is the one place where text of a
// schema becomes a comment: control and bidirectional characters are dropped,
// and no line can be taken for a directive.
func comment(text string, indent int) []jen.Code {
	var lines []jen.Code
	for i, paragraph := range paragraphs(text) {
		if i > 0 {
			lines = append(lines, jen.Comment("//"))
		}
		for _, line := range wrap(paragraph, commentWidth-indent) {
			lines = append(lines, jen.Comment("// "+line))
		}
	}
	return lines
}

// remark is a comment of one line.
func remark(text string) string {
	fields := strings.Fields(visible(text))
	if len(fields) == 0 {
		return `// ""`
	}
	fields[0] = harmless(fields[0])
	return "// " + strings.Join(fields, " ")
}

// visible drops the characters that do not show, or that change how others do.
func visible(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case unicode.IsPrint(r) && r != unicode.ReplacementChar:
			return r
		}
		return -1
	}, text)
}

// paragraphs splits a text at empty lines; line breaks within a paragraph are
// kept where the next line begins with a list marker.
func paragraphs(text string) []string {
	text = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u2028", "\n", "\u2029", "\n", "\v", "\n", "\f", "\n", "\u0085", "\n").Replace(text)
	var all []string
	for _, p := range strings.Split(text, "\n\n") {
		if p = strings.Join(strings.Fields(visible(p)), " "); p != "" {
			all = append(all, p)
		}
	}
	return all
}

// wrap breaks a paragraph into lines.
func wrap(paragraph string, width int) []string {
	var lines []string
	line := ""
	for _, word := range strings.Fields(paragraph) {
		if line != "" && len([]rune(line))+1+len([]rune(word)) > width {
			lines = append(lines, line)
			line = ""
		}
		if line == "" {
			line = harmless(word)
			continue
		}
		line += " " + word
	}
	return append(lines, line)
}

// directives begin comments that Go's tools obey.
var directives = []string{"+build", "go:", "line ", "export ", "extern ", "cgo "}

// harmless changes the first word of a line so that no tool takes the line for a
// directive, a heading or a list.
func harmless(word string) string {
	for _, d := range directives {
		if strings.HasPrefix(word+" ", d) {
			return "(" + word + ")"
		}
	}
	return word
}
