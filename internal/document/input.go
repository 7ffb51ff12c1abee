package document

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
)

// Stdin is the name of standard input.
const Stdin = "<stdin>"

// An Input is a file or stream of documents.
type Input struct {
	Name string // slash-separated
	Size int64  // in bytes, as far as it is known
	Open func() (io.ReadCloser, error)
}

// Find makes inputs of what a user names: files, folders, which stand for the documents in and
// below them, patterns, and "-" for standard input. What cannot be had becomes an input too, with
// an Open that says why. A file is an input once, however often it is named.
func Find(arguments []string, stdin io.Reader) []Input {
	var (
		all   []Input
		known = make(map[string]bool)
	)
	for _, a := range arguments {
		for _, in := range find(a, stdin) {
			if !known[in.Name] {
				known[in.Name] = true
				all = append(all, in)
			}
		}
	}
	return all
}

func find(argument string, stdin io.Reader) []Input {
	if argument == "-" {
		return []Input{{Name: Stdin, Open: func() (io.ReadCloser, error) { return io.NopCloser(stdin), nil }}}
	}
	info, err := os.Stat(argument)
	switch {
	case err == nil && info.IsDir():
		found, err := filter(argument, []string{"**"}, isDocument)
		return orElse(found, argument, err, "no document in this folder")
	case err != nil && isPattern(argument):
		base, pattern := split(filepath.ToSlash(argument))
		found, err := filter(base, pattern, func(string) bool { return true })
		return orElse(found, argument, err, "no file matches")
	case err != nil:
		return []Input{unavailable(argument, err)}
	}
	return []Input{file(argument, info)}
}

// orElse returns what has been found or, if that is nothing, an input that says why.
func orElse(found []Input, argument string, err error, nothing string) []Input {
	switch {
	case err != nil:
		return []Input{unavailable(argument, err)}
	case len(found) == 0:
		return []Input{unavailable(argument, errors.New(nothing))}
	}
	return found
}

func file(name string, info fs.FileInfo) Input {
	in := Input{Name: filepath.ToSlash(filepath.Clean(name)), Open: func() (io.ReadCloser, error) { return os.Open(name) }}
	if info.Mode().IsRegular() {
		in.Size = info.Size()
	}
	return in
}

// unavailable is an input that cannot be read.
func unavailable(name string, err error) Input {
	return Input{Name: filepath.ToSlash(name), Open: func() (io.ReadCloser, error) { return nil, err }}
}

// isDocument reports whether a file in a folder is likely to hold documents.
func isDocument(name string) bool {
	return formOf(name) != Auto && !strings.HasPrefix(name, ".")
}

func isPattern(argument string) bool { return strings.ContainsAny(argument, `*?[`) }

// split splits a pattern into the folder that it starts from and its elements.
func split(pattern string) (base string, elements []string) {
	elements = strings.Split(pattern, "/")
	first := slices.IndexFunc(elements, isPattern)
	base = strings.Join(elements[:first], "/")
	switch {
	case first == 0:
		base = "."
	case base == "":
		base = "/"
	}
	return base, elements[first:]
}

// filter returns the files below a folder whose path from there matches a pattern and whose
// name is wanted, in order of path. Folders that cannot be read are told instead. The error is
// about the pattern.
func filter(base string, pattern []string, wanted func(name string) bool) ([]Input, error) {
	for _, element := range pattern {
		if _, err := path.Match(element, ""); err != nil {
			return nil, err
		}
	}
	if _, err := os.Lstat(base); err != nil {
		return nil, nil
	}
	var found []Input
	err := filepath.WalkDir(base, func(p string, d fs.DirEntry, err error) error {
		rel, relErr := filepath.Rel(base, p)
		switch {
		case err != nil:
			found = append(found, unavailable(p, err))
			return nil
		case relErr != nil:
			return relErr
		case d.IsDir() && rel != "." && !leads(pattern, elementsOf(rel)):
			return fs.SkipDir
		case d.IsDir() || !wanted(d.Name()) || !matches(pattern, elementsOf(rel)):
			return nil
		}
		if info, err := os.Stat(p); err == nil && info.Mode().IsRegular() {
			found = append(found, file(p, info))
		}
		return nil
	})
	return found, err
}

func elementsOf(p string) []string { return strings.Split(filepath.ToSlash(p), "/") }

// leads reports whether files in a folder, or below it, may match. Hidden folders have to be
// named.
func leads(pattern, folder []string) bool {
	for i, name := range folder {
		switch {
		case i >= len(pattern):
			return false
		case pattern[i] == "**":
			return !slices.ContainsFunc(folder[i:], func(n string) bool { return strings.HasPrefix(n, ".") })
		case !like(pattern[i], name):
			return false
		}
	}
	return len(pattern) > len(folder)
}

// matches reports whether the elements of a path match those of a pattern, of which ** stands for
// any number of folders.
func matches(pattern, name []string) bool {
	switch {
	case len(pattern) == 0:
		return len(name) == 0
	case pattern[0] == "**" && len(pattern) == 1:
		return true
	case pattern[0] == "**":
		for i := range name {
			if matches(pattern[1:], name[i:]) {
				return true
			}
		}
		return false
	}
	return len(name) > 0 && like(pattern[0], name[0]) && matches(pattern[1:], name[1:])
}

// like reports whether a name matches an element of a pattern, which is well formed.
func like(element, name string) bool {
	ok, err := path.Match(element, name)
	return ok && err == nil
}
