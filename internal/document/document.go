// Package document reads the JSON documents that files and streams hold.
//
// In go [Input]s: files, or standard input, as [Find] makes them of what the user named. Out come
// documents, in order, each with the place that it has in its input: Each cuts inputs into chunks
// of whole documents and hands the chunks to workers. Memory does not grow with the input, but
// with its largest document.
//
// How documents stand in an input is its [Form]; cut.go has a cutter for each. Cutting finds out
// where a document ends and nothing else: what is wrong inside is for a validator to say.
//
// The function to read first is [Each].
package document

import (
	"strconv"
)

// A Document is a document, and what it is a part of.
type Document struct {
	Text    []byte // JSON, at least if all is well
	Pointer string // JSON Pointer to it in the input; empty unless it is an item of an array

	chunk *Chunk
	from  int // where Text begins in the chunk's
}

// A Chunk is a part of an input that holds whole documents.
type Chunk struct {
	text   []byte
	spans  []span
	list   bool   // the documents are items of an array
	first  int    // the index of the first document in that array
	start  Place  // of text in the input
	cursor cursor // the last place that was asked for
	origin *yaml  // what text was made of; nil if it is that of the input
}

// A span is where a document stands in the text of a chunk.
type span struct{ from, to int }

// Len returns the number of documents.
func (c *Chunk) Len() int { return len(c.spans) }

// Text returns the text of document i.
func (c *Chunk) Text(i int) []byte { return c.text[c.spans[i].from:c.spans[i].to] }

// Document returns document i.
func (c *Chunk) Document(i int) Document {
	d := Document{Text: c.Text(i), chunk: c, from: c.spans[i].from}
	if c.list {
		d.Pointer = "/" + strconv.Itoa(c.first+i)
	}
	return d
}

// Place returns where in the input the value at an offset of the document stands.
func (d Document) Place(offset int) Place {
	if d.chunk.origin != nil {
		return d.chunk.origin.place(d.from + offset)
	}
	return d.chunk.place(d.from + offset)
}

// Excerpt returns the line of the input with the value at an offset of the document.
func (d Document) Excerpt(offset int) Excerpt {
	if d.chunk.origin != nil {
		return d.chunk.origin.excerpt(d.from + offset)
	}
	return excerpt(d.chunk.text, d.from+offset)
}
