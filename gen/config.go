package gen

import (
	"fmt"
	"go/token"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/eventgen-go/eventgen/internal/schema"
)

// A Config says what to generate from what. Paths are slash-separated and relative to Dir, or
// absolute.
type Config struct {
	// Dir is the folder that paths are relative to; empty is the current one.
	Dir string
	// Out is the root of the generated tree, within a Go module. Packages that have no folder of
	// their own go to Out/<name>; then every folder directly in Out belongs to the tree, so that
	// the files of a package that is gone are stale.
	Out string
	// Runtime is the folder for the package that generated code stands on; empty is
	// Out/internal/wire. Its own name must be "wire". A folder that is named here may be shared with
	// other runs, so all of the runtime goes there; else only what the packages need.
	Runtime string
	// Maps are folders in place of URLs: prefix of the URL → folder. References that lead neither
	// there nor into the folder of the schema are refused.
	Maps map[string]string
	// Packages are the packages to generate, by name.
	Packages map[string]Package
	// Catalog is the name of one more package, with a table of all types and a function that tells
	// which of them a document is, by the keyword x-identify in schemas. It goes to Out/<name>. Empty
	// is none.
	Catalog string

	catalogAt schema.Location // of the key in the file, if it is from one
}

// A Package is a Go package to generate.
type Package struct {
	// Folder is where the package goes, relative to Config.Out; empty is its name.
	Folder string
	// Types are its root types: name → path of the schema.
	Types map[string]string
	// Examples are documents of which constructors are made: name of a root type → paths, as a
	// pattern of path/filepath.Match.
	Examples map[string]string
	// Names gives definitions a Go name: "#/$defs/addr" of a root schema, or
	// "file.json#/$defs/addr" → name.
	Names map[string]string
	// Draft is that of schemas without $schema: "4", "6", "7", "2019-09" or "2020-12"; empty is
	// "2020-12".
	Draft string
	// AssertFormat makes "format" an assertion in the drafts in which it is an annotation.
	AssertFormat bool
}

// runtimeFolder is where the runtime goes by default, within Config.Out.
const runtimeFolder = "internal/wire"

// path returns a path of the configuration as one of this process.
func (c Config) path(p string) string {
	p = filepath.FromSlash(p)
	if filepath.IsAbs(p) {
		return p
	}
	return filepath.Join(c.Dir, p)
}

// runtime returns the folder of the runtime, as a path of this process.
func (c Config) runtime() string {
	if c.Runtime == "" {
		return filepath.Join(c.path(c.Out), filepath.FromSlash(runtimeFolder))
	}
	return c.path(c.Runtime)
}

// check tells what is wrong with names and values, whoever made the configuration.
func (c Config) check() error {
	if c.Out == "" {
		return hinted(`no folder for the generated tree`, `set "out"`)
	}
	if base := filepath.Base(c.runtime()); base != "wire" {
		return hinted(fmt.Sprintf("the folder of the runtime is named %q", base), `name it "wire", after its package`)
	}
	if len(c.Packages) == 0 {
		return hinted("no package to generate", `set "packages"`)
	}
	for _, name := range sortedKeys(c.Packages) {
		if err := c.Packages[name].check(name); err != nil {
			return fmt.Errorf("package %s: %w", name, err)
		}
	}
	return c.checkCatalog()
}

func (p Package) check(name string) error {
	if wrong := checkPackageName(name); wrong != "" {
		return fmt.Errorf("%s", wrong)
	}
	if p.Folder != "" && (path.IsAbs(p.Folder) || path.Clean(p.Folder) != p.Folder || strings.HasPrefix(p.Folder, "..")) {
		return fmt.Errorf("%q is no folder within the generated tree", p.Folder)
	}
	if len(p.Types) == 0 {
		return hinted("no type to generate", `set "types"`)
	}
	if wrong := checkDraft(p.Draft); p.Draft != "" && wrong != "" {
		return fmt.Errorf("%s", wrong)
	}
	for _, t := range sortedKeys(p.Types) {
		if wrong := checkTypeName(t); wrong != "" {
			return fmt.Errorf("%s", wrong)
		}
	}
	for _, t := range sortedKeys(p.Examples) {
		if _, ok := p.Types[t]; !ok {
			return fmt.Errorf("examples of %q, which is not among the types", t)
		}
	}
	for _, where := range sortedKeys(p.Names) {
		if wrong := checkDefinition(where, p.Names[where]); wrong != "" {
			return fmt.Errorf("%s", wrong)
		}
	}
	return nil
}

// The check functions return what is wrong, or nothing.

func checkPackageName(name string) string {
	for i, r := range name {
		if r >= 'a' && r <= 'z' || i > 0 && (r >= '0' && r <= '9' || r == '_') {
			continue
		}
		return fmt.Sprintf("%q is no name for a package: it takes lower-case letters, digits and _, a letter first", name)
	}
	reserved := []string{"", "internal", "main", "testdata", "vendor"}
	if token.IsKeyword(name) || slices.Contains(reserved, name) || strings.HasSuffix(name, "_test") {
		return fmt.Sprintf("%q cannot be the name of a package", name)
	}
	return ""
}

func checkTypeName(name string) string {
	if !token.IsIdentifier(name) || !token.IsExported(name) {
		return fmt.Sprintf("%q is no name for an exported type: it takes letters and digits, an upper-case letter first", name)
	}
	return ""
}

func checkDefinition(where, name string) string {
	if !strings.Contains(where, "#/") {
		return fmt.Sprintf(`%q is no place of a schema: it looks like "#/$defs/name" or "file.json#/$defs/name"`, where)
	}
	return checkTypeName(name)
}

func checkDraft(name string) string {
	if _, ok := schema.DraftOf(name); !ok {
		return fmt.Sprintf("unknown draft %q: it is 4, 6, 7, 2019-09 or 2020-12", name)
	}
	return ""
}
