package evolve

import (
	"bytes"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/eventgen-go/eventgen/internal/load"
)

// maxSchema bounds the size of a file that may be a schema, in bytes.
const maxSchema = 10_000_000

// schemas returns the files of a place that hold schemas, each under its path.
func (p *Place) schemas() (map[string]string, error) {
	files := map[string]string{}
	if p.only != "" {
		if _, err := fs.Stat(p.tree, p.only); err == nil {
			files[p.only] = p.only
		}
		return files, nil
	}
	err := fs.WalkDir(p.tree, ".", func(file string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && file != "." && strings.HasPrefix(d.Name(), "."):
			return fs.SkipDir
		case d.Type().IsRegular() && p.isSchema(file):
			files[file] = file
		}
		return nil
	})
	return files, err
}

// isSchema reports whether a file holds a schema: its name says so, or its $schema does.
func (p *Place) isSchema(file string) bool {
	ext := path.Ext(file)
	if !slices.Contains([]string{".json", ".yaml", ".yml"}, ext) {
		return false
	}
	if strings.HasSuffix(strings.TrimSuffix(file, ext), ".schema") {
		return true
	}
	info, err := fs.Stat(p.tree, file)
	if err != nil || info.Size() > maxSchema {
		return false
	}
	text, err := fs.ReadFile(p.tree, file)
	if err != nil || !bytes.Contains(text, []byte("json-schema.org/")) {
		return false
	}
	doc, err := load.Document(file, text)
	if err != nil {
		return false
	}
	dialect := doc.Member("$schema")
	return dialect != nil && strings.Contains(dialect.Text, "json-schema.org/")
}

// mapped are the folders in place of URLs.
type mapped struct {
	maps  []load.Map
	roots []*os.Root
}

func (o Options) open() (*mapped, error) {
	m := &mapped{}
	for _, prefix := range slices.Sorted(maps.Keys(o.Maps)) {
		dir := o.Maps[prefix]
		root, err := os.OpenRoot(dir)
		if err != nil {
			m.close()
			return nil, fmt.Errorf("folder of %s: %w", prefix, err)
		}
		m.roots = append(m.roots, root)
		m.maps = append(m.maps, load.Map{Prefix: prefix, Tree: root.FS(), Name: filepath.ToSlash(dir)})
	}
	return m, nil
}

func (m *mapped) close() {
	for _, root := range m.roots {
		root.Close()
	}
}
