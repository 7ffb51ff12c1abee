package load

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/url"
	"path"
	"strconv"
	"strings"
)

var (
	errFolder  = errors.New("is a folder")
	errSpecial = errors.New("is not a regular file")
)

// readFile reads at most one byte more than a document may have. It does not
// open what is not a file: that could block or never end.
func readFile(tree fs.FS, name string) ([]byte, error) {
	info, err := fs.Stat(tree, name)
	if err != nil {
		return nil, err
	}
	switch {
	case info.IsDir():
		return nil, errFolder
	case !info.Mode().IsRegular():
		return nil, errSpecial
	}
	f, err := tree.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, maxDocument+1))
}

// A file is one that a URI stands for.
type file struct {
	tree fs.FS
	path string
	name string // for the user
}

// fileOf finds the file that u stands for.
func (l *library) fileOf(u *url.URL) (file, *refusal) {
	if u.Scheme == treeScheme {
		i, err := strconv.Atoi(u.Host)
		if err != nil || i < 0 || i >= len(l.sources) {
			return file{}, &refusal{message: "the reference leads to no document"}
		}
		s, p := l.sources[i], strings.TrimPrefix(u.Path, "/")
		return file{s.Tree, p, path.Join(path.Dir(s.Name), relative(path.Dir(s.Path), p))}, nil
	}
	m, rest, ok := l.mapFor(key(u))
	if !ok {
		return file{}, notAtHand(u)
	}
	p, err := url.PathUnescape(rest)
	if err != nil || !fs.ValidPath(p) {
		return file{}, &refusal{message: "the reference leads out of the folder that is mapped to " + m.Prefix}
	}
	return file{m.Tree, p, path.Join(m.Name, p)}, nil
}

// mapFor is the map with the longest prefix of uri, and what follows it.
func (l *library) mapFor(uri string) (m Map, rest string, ok bool) {
	for _, candidate := range l.options.Maps {
		prefix := strings.TrimSuffix(candidate.Prefix, "/") + "/"
		after, found := strings.CutPrefix(uri, prefix)
		if found && len(candidate.Prefix) >= len(m.Prefix) {
			m, rest, ok = candidate, after, true
		}
	}
	return m, rest, ok
}

// notAtHand refuses a URI that no map covers.
func notAtHand(u *url.URL) *refusal {
	switch u.Scheme {
	case "http", "https":
		return &refusal{
			message: fmt.Sprintf("%s is not at hand, and nothing is fetched", quote(key(u))),
			hint:    fmt.Sprintf("use --map %s://%s/=DIR, or compile the document that has this $id as well", u.Scheme, u.Host),
		}
	case "file":
		return &refusal{
			message: "file URLs are not followed",
			hint:    "write the path relative to this document",
		}
	}
	return &refusal{message: fmt.Sprintf("no document at hand has the $id %s", quote(key(u)))}
}

// unreadable says why a file that a document refers to was not read.
func unreadable(f file, err error) *refusal {
	var pathErr *fs.PathError
	if errors.As(err, &pathErr) {
		err = pathErr.Err
	}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return &refusal{message: "there is no file " + quote(f.name)}
	case strings.Contains(err.Error(), "escapes"): // of os.Root, which has no error to compare with
		return &refusal{message: quote(f.name) + " is a link out of the folder tree"}
	}
	return &refusal{message: fmt.Sprintf("cannot read %s: %v", quote(f.name), err)}
}
