package evolve

import (
	"archive/zip"
	"bufio"
	"bytes"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"strconv"
	"strings"
)

// maxRevision bounds what is read of a revision, in bytes.
const maxRevision = 256 << 20

// OpenRevision opens a file or folder as it was in a revision of the git repository that it is in.
// A file or folder that was not there is empty.
func OpenRevision(ref, name string) (*Place, error) {
	info, err := stat(name)
	if err != nil {
		return nil, err
	}
	dir, only := name, ""
	if !info.IsDir() {
		dir, only = filepath.Dir(name), filepath.Base(name)
	}
	r := repository{dir}
	commit, err := r.git(nil, "rev-parse", "--verify", "--quiet", "--end-of-options", ref+"^{commit}")
	if err != nil {
		return nil, r.explain(ref)
	}
	blobs, err := r.list(strings.TrimSpace(string(commit)))
	if err != nil {
		return nil, err
	}
	tree, err := r.read(blobs)
	if err != nil {
		return nil, err
	}
	at := filepath.ToSlash(dir)
	return &Place{tree: tree, name: func(file string) string { return ref + ":" + path.Join(at, file) }, only: only}, nil
}

// A repository is a git repository, by a folder in it.
type repository struct{ dir string }

// git runs git and returns what it prints. Nothing is fetched and nothing is written.
func (r repository) git(input []byte, args ...string) ([]byte, error) {
	cmd := exec.Command("git", append([]string{"-C", r.dir, "-c", "protocol.allow=never"}, args...)...)
	cmd.Env = append(os.Environ(), "GIT_NO_LAZY_FETCH=1", "GIT_OPTIONAL_LOCKS=0", "GIT_TERMINAL_PROMPT=0", "LC_ALL=C")
	cmd.Stdin = bytes.NewReader(input)
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		if text := strings.TrimSpace(stderr.String()); text != "" {
			first, _, _ := strings.Cut(text, "\n")
			return nil, fmt.Errorf("git: %s", strings.TrimPrefix(first, "fatal: "))
		}
		return nil, fmt.Errorf("git: %w", err)
	}
	return out, nil
}

// explain says why a revision was not found.
func (r repository) explain(ref string) error {
	if _, err := r.git(nil, "rev-parse", "--git-dir"); err != nil {
		return err
	}
	return fmt.Errorf("no revision %q in the git repository of %s", ref, filepath.ToSlash(r.dir))
}

// A blob is a file in a revision.
type blob struct{ id, path string }

// list returns the files below the folder.
func (r repository) list(commit string) ([]blob, error) {
	out, err := r.git(nil, "ls-tree", "-r", "-z", "-l", commit)
	if err != nil {
		return nil, err
	}
	var (
		blobs []blob
		total int
	)
	for line := range strings.SplitSeq(string(out), "\x00") {
		about, file, found := strings.Cut(line, "\t")
		fields := strings.Fields(about) // mode, type, id, size
		if !found || len(fields) != 4 || !strings.HasPrefix(fields[0], "100") || !isData(file) {
			continue
		}
		size, err := strconv.Atoi(fields[3])
		if err != nil || size > maxSchema {
			continue
		}
		if total += size; total > maxRevision {
			return nil, fmt.Errorf("%s holds more than %d MiB of documents", r.dir, maxRevision>>20)
		}
		blobs = append(blobs, blob{fields[2], file})
	}
	return blobs, nil
}

// isData reports whether a file may be a schema or what one refers to.
func isData(file string) bool {
	switch path.Ext(file) {
	case ".json", ".yaml", ".yml", "":
		return true
	}
	return false
}

// read reads files into memory. A zip archive is a file system that the standard library has.
func (r repository) read(blobs []blob) (*zip.Reader, error) {
	var ids strings.Builder
	for _, b := range blobs {
		ids.WriteString(b.id + "\n")
	}
	out, err := r.git([]byte(ids.String()), "cat-file", "--batch")
	if err != nil {
		return nil, err
	}
	var archive bytes.Buffer
	w := zip.NewWriter(&archive)
	in := bufio.NewReader(bytes.NewReader(out))
	for _, b := range blobs {
		text, err := content(in)
		if err != nil {
			return nil, fmt.Errorf("git: %s: %w", b.path, err)
		}
		file, err := w.CreateHeader(&zip.FileHeader{Name: b.path, Method: zip.Store})
		if err != nil {
			return nil, err
		}
		if _, err := file.Write(text); err != nil {
			return nil, err
		}
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return zip.NewReader(bytes.NewReader(archive.Bytes()), int64(archive.Len()))
}

// content reads the next file of what git cat-file --batch prints: a line that ends in the size, the
// content, and a line break.
func content(in *bufio.Reader) ([]byte, error) {
	line, err := in.ReadString('\n')
	if err != nil {
		return nil, err
	}
	fields := strings.Fields(line)
	size, err := strconv.Atoi(fields[len(fields)-1])
	if err != nil {
		return nil, fmt.Errorf("%s", strings.TrimSpace(line)) // it is missing
	}
	text := make([]byte, size+1)
	if _, err := io.ReadFull(in, text); err != nil {
		return nil, err
	}
	return text[:size], nil
}
