package document

import (
	"errors"
	"io"
	"io/fs"
	"sync"
)

// Options say how inputs are read.
type Options struct {
	Form Form // Auto if it is for the name of an input to tell
	// Whole reports whether an array is a document of its own; first is its first item, nil if it
	// is empty. If Whole is nil no array is one.
	Whole func(first []byte) bool
	Jobs  int // how many chunks are worked on at the same time; at least 1
}

// A Part is the outcome of a chunk or, if End is set, of an input as a whole.
type Part[R any] struct {
	Input  int   // its index
	Read   int64 // bytes of the input that have been read so far, compressed ones as they are
	Result R     // of a chunk

	End bool
	Err error // with End: Faults, or why the input could not be read to its end, without its name; nil if all is well
}

// Each reads inputs, hands each chunk of documents to work, on several goroutines, and what work
// makes of it to done, on the caller's and in order. An input that cannot be read does not keep
// the others from being read. Documents are valid until done returns. If done returns an error,
// that is the end, and Each returns it.
func Each[R any](inputs []Input, o Options, work func(*Chunk) R, done func(Part[R]) error) error {
	p := &pipeline[R]{
		options: o, work: work, chunks: chunks{size: chunkSize},
		tasks: make(chan *task[R]), queue: make(chan *task[R], 2*o.Jobs), quit: make(chan struct{}),
	}
	if o.Whole == nil {
		p.options.Whole = func([]byte) bool { return false }
	}
	var wait sync.WaitGroup
	defer wait.Wait()
	defer close(p.quit)
	for range o.Jobs {
		wait.Go(p.worker)
	}
	wait.Go(func() { p.read(inputs) })
	for t := range p.queue {
		<-t.ready
		if err := done(t.part); err != nil {
			return err
		}
		if t.chunk != nil && t.chunk.origin == nil {
			p.chunks.put(t.chunk)
		}
	}
	return nil
}

// A pipeline is a run of Each: a reader makes tasks, workers do them, and the queue has them in
// order.
type pipeline[R any] struct {
	options Options
	work    func(*Chunk) R
	chunks  chunks
	tasks   chan *task[R]
	queue   chan *task[R]
	quit    chan struct{} // closed when nobody waits any more
}

type task[R any] struct {
	chunk *Chunk // nil at the end of an input
	part  Part[R]
	ready chan struct{} // closed when part is complete
}

func (p *pipeline[R]) worker() {
	for t := range p.tasks {
		t.part.Result = p.work(t.chunk)
		close(t.ready)
	}
}

// read makes tasks of all inputs.
func (p *pipeline[R]) read(inputs []Input) {
	defer close(p.queue)
	defer close(p.tasks)
	for i, in := range inputs {
		var read int64
		err := p.readInput(in, &read, func(c *Chunk) bool {
			return p.submit(&task[R]{chunk: c, part: Part[R]{Input: i, Read: read}, ready: make(chan struct{})})
		})
		end := &task[R]{part: Part[R]{Input: i, Read: read, End: true, Err: withoutName(err)}, ready: make(chan struct{})}
		close(end.ready)
		if !p.enqueue(end) {
			return
		}
	}
}

// withoutName returns an error without the path that the operating system puts before it: callers
// name inputs as the user does.
func withoutName(err error) error {
	var pathErr *fs.PathError
	if errors.As(err, &pathErr) {
		return pathErr.Err
	}
	return err
}

// submit puts a task into the queue and hands it to a worker, unless nobody waits for it.
func (p *pipeline[R]) submit(t *task[R]) bool {
	if !p.enqueue(t) {
		return false
	}
	select {
	case p.tasks <- t:
		return true
	case <-p.quit:
		close(t.ready)
		return false
	}
}

func (p *pipeline[R]) enqueue(t *task[R]) bool {
	select {
	case p.queue <- t:
		return true
	case <-p.quit:
		return false
	}
}

// readInput hands the chunks of an input to submit until that returns false.
func (p *pipeline[R]) readInput(in Input, read *int64, submit func(*Chunk) bool) error {
	f, err := in.Open()
	if err != nil {
		return err
	}
	defer f.Close()
	text, err := plain(in.Name, &counter{f, read})
	if err != nil {
		return err
	}
	from := p.source(in.Name, text)
	for {
		c, err := from.next()
		switch {
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return err
		case !submit(c):
			return nil
		}
	}
}

// A source has the chunks of one input.
type source interface {
	next() (*Chunk, error) // io.EOF at the end
}

func (p *pipeline[R]) source(name string, text io.Reader) source {
	form := p.options.Form
	if form == Auto {
		form = formOf(name)
	}
	if form == YAML {
		return &yamlReader{name: name, from: text, isWhole: p.options.Whole}
	}
	return p.chunks.reader(text, cutterOf(form, p.options.Whole))
}

func cutterOf(form Form, isWhole func(first []byte) bool) cutter {
	switch form {
	case JSON:
		return json{isWhole}
	case Single:
		return whole{}
	case Lines:
		return &lines{}
	}
	return auto{json{isWhole}}
}

// A counter counts the bytes that are read.
type counter struct {
	io.Reader
	n *int64
}

func (c *counter) Read(p []byte) (int, error) {
	n, err := c.Reader.Read(p)
	*c.n += int64(n)
	return n, err
}
