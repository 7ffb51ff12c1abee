// Package scaffold writes what a repository needs to use eventgen: eventgen.yaml, the go:generate
// line, and settings for CI systems and editors.
//
// In go a [Project], and what [Find] finds in its folder; out come files. Nothing is written to disk
// here, and the same project gives the same bytes.
package scaffold

import (
	"fmt"
	"path"
	"strings"

	"github.com/eventgen-go/eventgen/gen"
	"github.com/eventgen-go/eventgen/internal/output"
)

// Names of files.
const (
	ConfigName   = "eventgen.yaml"
	GenerateName = "generate.go"
)

// Directive is the line that makes go generate run eventgen.
const Directive = "//go:generate go tool eventgen generate"

// Tool is the command for "go get -tool".
const Tool = "github.com/eventgen-go/eventgen/gen/eventgen"

// site is where schemas are published: the $id of each begins with it.
const site = "https://eventgen-go.github.io/"

// A Project is a repository and what there is in it. Paths are slash-separated.
type Project struct {
	Folder string     // of eventgen.yaml, relative to the root of the repository
	Module string     // the folder of go.mod, likewise
	Config gen.Config // without packages, if there is nothing to generate
	Events []string   // folders with events of AWS, relative to Folder
}

// file makes a file in the folder of eventgen.yaml.
func (p Project) file(name, text string) output.File {
	return output.File{Path: path.Join(p.Folder, name), Data: []byte(text)}
}

// GenerateFile is the Go file with the go:generate line, in a package of the given name.
func (p Project) GenerateFile(name string) output.File {
	return p.file(GenerateName, fmt.Sprintf("package %s\n\n%s\n", name, Directive))
}

// ConfigFile is eventgen.yaml.
func (p Project) ConfigFile() output.File {
	var b strings.Builder
	b.WriteString("# yaml-language-server: $schema=" + configSchema + "\nversion: 1\n")
	fmt.Fprintf(&b, "out: %s\npackages:\n", yamlText(p.Config.Out))
	for _, name := range sortedKeys(p.Config.Packages) {
		pkg := p.Config.Packages[name]
		fmt.Fprintf(&b, "  %s:\n", yamlText(name))
		yamlTexts(&b, "types", pkg.Types)
		yamlTexts(&b, "examples", pkg.Examples)
	}
	return p.file(ConfigName, b.String())
}

// yamlTexts writes an object of texts, if it has any, two levels deep.
func yamlTexts(b *strings.Builder, name string, texts map[string]string) {
	if len(texts) == 0 {
		return
	}
	fmt.Fprintf(b, "    %s:\n", name)
	for _, key := range sortedKeys(texts) {
		fmt.Fprintf(b, "      %s: %s\n", yamlText(key), yamlText(texts[key]))
	}
}
