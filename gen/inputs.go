package gen

import (
	"cmp"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"sync"
)

// Inputs are the files that something has been made from, each as it was just before it was read:
// files that were looked for and missing as well. The zero value has none. Several goroutines may
// use it at once.
type Inputs struct {
	mutex    sync.Mutex
	files    map[string]state
	patterns map[pattern][]string // what each leads to
}

// An Input is a file that is not what it was. Two are equal if the file is the same now.
type Input struct {
	Path string
	now  state
}

// A state tells versions of a file apart, for as little as it takes to look at it. The zero value
// is that of a file that does not exist.
type state struct {
	size     int64
	modified int64 // in nanoseconds
}

// A pattern is one of the configuration, which leads to examples.
type pattern struct{ dir, text string }

func (p pattern) files() ([]string, error) { return Config{Dir: p.dir}.glob(p.text) }

func stateOf(file string) state {
	info, err := os.Stat(file)
	if err != nil {
		return state{}
	}
	return state{info.Size(), info.ModTime().UnixNano()}
}

// Files generates all files of a configuration, as the function [Files] does, and adds what they are
// made from, also if it fails.
func (in *Inputs) Files(cfg Config) (Tree, error) { return cfg.files(in) }

// Add adds a file that is about to be read. If it has been added before, it stays what it was.
func (in *Inputs) Add(file string) {
	file = filepath.Clean(file)
	in.mutex.Lock()
	defer in.mutex.Unlock()
	if _, known := in.files[file]; known {
		return
	}
	if in.files == nil {
		in.files = make(map[string]state)
	}
	in.files[file] = stateOf(file)
}

// Renew takes all files to be as they are now, for a run that is about to read them again.
func (in *Inputs) Renew() {
	in.mutex.Lock()
	defer in.mutex.Unlock()
	for file := range in.files {
		in.files[file] = stateOf(file)
	}
	for p := range in.patterns {
		if files, err := p.files(); err == nil {
			in.patterns[p] = files
		}
	}
}

// match returns the files that a pattern of a configuration leads to, and adds them all.
func (in *Inputs) match(c Config, text string) ([]string, error) {
	files, err := c.glob(text)
	if err != nil {
		return nil, err
	}
	in.mutex.Lock()
	if in.patterns == nil {
		in.patterns = make(map[pattern][]string)
	}
	in.patterns[pattern{c.Dir, text}] = files
	in.mutex.Unlock()
	for _, file := range files {
		in.Add(file)
	}
	return files, nil
}

// Len returns the number of files.
func (in *Inputs) Len() int {
	in.mutex.Lock()
	defer in.mutex.Unlock()
	return len(in.files)
}

// Changed returns the files that are not what they were, in order of path: changed ones, those that
// are gone, and new ones.
func (in *Inputs) Changed() []Input {
	in.mutex.Lock()
	defer in.mutex.Unlock()
	var changed []Input
	for file, was := range in.files {
		if now := stateOf(file); now != was {
			changed = append(changed, Input{displayed(file), now})
		}
	}
	for p, was := range in.patterns {
		files, err := p.files()
		if err != nil {
			continue // the pattern is well formed, so the folder cannot be read just now
		}
		for _, file := range files {
			if !slices.Contains(was, file) {
				changed = append(changed, Input{displayed(file), stateOf(file)})
			}
		}
	}
	slices.SortFunc(changed, func(a, b Input) int { return cmp.Compare(a.Path, b.Path) })
	return slices.Compact(changed)
}

// An observed folder adds the files that are looked at in it to inputs.
type observed struct {
	fs.FS
	dir    string
	inputs *Inputs
}

// Open opens a file.
func (o observed) Open(name string) (fs.File, error) {
	o.add(name)
	return o.FS.Open(name)
}

// Stat describes a file without opening it, which could block.
func (o observed) Stat(name string) (fs.FileInfo, error) {
	o.add(name)
	return fs.Stat(o.FS, name)
}

func (o observed) add(name string) { o.inputs.Add(filepath.Join(o.dir, filepath.FromSlash(name))) }
