package source

import (
	"bytes"
	"io"
	"io/fs"
	"path/filepath"
	"time"

	"github.com/eventgen-go/eventgen/internal/schema"
)

// OpenEdited is Open for a file that has, or would have, another text than on disk.
func OpenEdited(file string, text []byte, o Options) (*schema.Graph, error) {
	return open(file, o, func(tree fs.FS) fs.FS { return edited{tree, filepath.Base(file), text} })
}

// edited is a folder tree in which a file has another text.
type edited struct {
	fs.FS
	name string
	text []byte
}

// Open opens a file.
func (e edited) Open(name string) (fs.File, error) {
	if name != e.name {
		return e.FS.Open(name)
	}
	return memory{e.name, int64(len(e.text)), bytes.NewReader(e.text)}, nil
}

// memory is a file in memory, and what there is to know about it.
type memory struct {
	name string
	size int64
	io.Reader
}

func (m memory) Stat() (fs.FileInfo, error) { return m, nil }
func (m memory) Close() error               { return nil }
func (m memory) Name() string               { return m.name }
func (m memory) Size() int64                { return m.size }
func (m memory) Mode() fs.FileMode          { return 0o444 }
func (m memory) ModTime() time.Time         { return time.Time{} }
func (m memory) IsDir() bool                { return false }
func (m memory) Sys() any                   { return nil }
