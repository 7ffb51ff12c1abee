package main

import (
	"bytes"
	"encoding/json"
	"io"

	"github.com/eventgen-go/eventgen/internal/report"
)

// A documentPrinter prints JSON documents: each on a line, or indented and, if there are several, in an
// array.
type documentPrinter struct {
	to      io.Writer
	lines   bool
	printed int
	first   []byte // indented; it is printed when it is known whether it is the only one
}

// print prints a document, which is compact.
func (p *documentPrinter) print(text []byte) error {
	p.printed++
	text = report.EscapeJSON(text)
	if p.lines {
		_, err := p.to.Write(append(text, '\n'))
		return err
	}
	if p.printed == 1 {
		p.first = text
		return nil
	}
	start := ",\n  "
	if p.printed == 2 {
		if err := p.write("[\n  ", p.first, "  "); err != nil {
			return err
		}
	}
	return p.write(start, text, "  ")
}

func (p *documentPrinter) write(before string, text []byte, prefix string) error {
	var b bytes.Buffer
	b.WriteString(before)
	if err := json.Indent(&b, text, prefix, "  "); err != nil {
		return err
	}
	_, err := p.to.Write(b.Bytes())
	return err
}

// end prints what is left to print.
func (p *documentPrinter) end() error {
	var err error
	switch {
	case p.lines:
	case p.printed == 1:
		err = p.write("", append(p.first, '\n'), "")
	case p.printed > 1:
		_, err = io.WriteString(p.to, "\n]\n")
	}
	return err
}
