package document

import (
	"bufio"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"strings"
	"sync"
)

const (
	chunkSize = 256 << 10 // bytes: small enough to stay in a processor's cache
	largest   = 256 << 20 // bytes of one document
)

// A Fault is what is wrong with the text around documents, or with YAML.
type Fault struct {
	Place   Place
	Message string
	Hint    string
	Excerpt Excerpt
}

// Faults say why no documents, or no more of them, could be had from an input.
type Faults []Fault

// Error returns the first of them.
func (f Faults) Error() string {
	return fmt.Sprintf("%d:%d: %s", f[0].Place.Line, f[0].Place.Column, f[0].Message)
}

// chunks are chunks that can be used again.
type chunks struct {
	size int // of their text, in bytes
	pool sync.Pool
}

func (cs *chunks) get() *Chunk {
	if c, ok := cs.pool.Get().(*Chunk); ok {
		return c
	}
	return &Chunk{text: make([]byte, 0, cs.size)}
}

// put takes a chunk back that nobody looks at any more. One that a large document has made large
// is left to the garbage collector.
func (cs *chunks) put(c *Chunk) {
	if cap(c.text) == cs.size {
		*c = Chunk{text: c.text[:0], spans: c.spans[:0]}
		cs.pool.Put(c)
	}
}

// A reader reads the chunks of one input.
type reader struct {
	from   io.Reader
	chunks *chunks
	cutter cutter
	rest   *Chunk // begins with what has been read and not cut
	place  Place  // of the text of rest
	last   bool   // all has been read
	err    error  // why nothing more comes
}

func (cs *chunks) reader(from io.Reader, c cutter) *reader {
	return &reader{from: from, chunks: cs, cutter: c, rest: cs.get(), place: top}
}

// next returns the next chunk; at the end of the input io.EOF, or Faults.
func (r *reader) next() (*Chunk, error) {
	for r.err == nil {
		if err := r.fill(); err != nil {
			r.err = err
			break
		}
		done := r.cutter.cut(r.rest.text, r.last)
		if done.next != nil {
			r.cutter = done.next
			continue
		}
		if c := r.take(done); c != nil {
			return c, nil
		}
	}
	return nil, r.err
}

// fill reads until the buffer is full or the input ends. If there was no room, the document is
// larger than the buffer, which grows.
func (r *reader) fill() error {
	text := r.rest.text
	if len(text) == cap(text) && !r.last {
		if len(text) >= largest {
			return fmt.Errorf("a document is larger than %d MiB", largest>>20)
		}
		text = append(make([]byte, 0, 2*cap(text)), text...)
	}
	for len(text) < cap(text) && !r.last {
		n, err := r.from.Read(text[len(text):cap(text)])
		text = text[:len(text)+n]
		if err != nil && !errors.Is(err, io.EOF) {
			return err
		}
		r.last = err != nil
	}
	r.rest.text = text
	return nil
}

// take makes a chunk of what has been cut off, nil if that is nothing.
func (r *reader) take(done cut) *Chunk {
	c := r.rest
	switch {
	case done.fault != "":
		at := r.place.after(c.text[:done.used])
		r.err = Faults{{Place: at, Message: done.fault, Excerpt: excerpt(c.text, done.used)}}
	case r.last:
		r.err = io.EOF
	}
	if done.used == 0 && len(done.spans) == 0 {
		return nil
	}
	r.rest = r.chunks.get()
	r.rest.text = append(r.rest.text, c.text[done.used:]...)
	c.start, c.list, c.first = r.place, done.list, done.first
	c.spans = append(c.spans[:0], done.spans...)
	r.place = r.place.after(c.text[:done.used])
	return c
}

// plain returns the text of an input that may be compressed, and has to be if its name says so.
func plain(name string, from io.Reader) (io.Reader, error) {
	const magic = "\x1f\x8b"
	b := bufio.NewReaderSize(from, 64<<10)
	front, err := b.Peek(len(magic))
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, err
	}
	switch {
	case string(front) == magic:
		return gzip.NewReader(b)
	case strings.HasSuffix(strings.ToLower(name), ".gz"):
		return nil, errors.New("not compressed, though its name says so")
	}
	return b, nil // reads into a large buffer bypass b's
}
