package gen

import (
	"cmp"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"github.com/eventgen-go/eventgen/internal/load"
	"github.com/eventgen-go/eventgen/internal/schema"
)

// configNames are the names of configuration files, the preferred one first.
var configNames = []string{"eventgen.yaml", ".eventgen.yaml"}

// A ConfigError says what is wrong with a configuration file.
type ConfigError struct{ Problems Problems }

// Error returns the problems, a line each.
func (e *ConfigError) Error() string { return e.Problems.Error() }

// Find returns the path of the configuration file for a folder: eventgen.yaml, or
// .eventgen.yaml, in it or in the nearest folder above it that has one. The error wraps
// [fs.ErrNotExist] if there is none.
func Find(dir string) (string, error) {
	start, err := filepath.Abs(dir)
	if err != nil {
		return "", err
	}
	for at := start; ; at = filepath.Dir(at) {
		for _, name := range configNames {
			file := filepath.Join(at, name)
			if info, err := os.Stat(file); err == nil && info.Mode().IsRegular() {
				return displayed(file), nil
			}
		}
		if at == filepath.Dir(at) {
			return "", &hintError{
				message: "no eventgen.yaml in " + start + " or above it",
				hint:    "eventgen init writes one; or name schemas: eventgen generate order.schema.json --out internal/orders",
				cause:   fs.ErrNotExist,
			}
		}
	}
}

// ReadConfig reads a configuration file. Its folder becomes Config.Dir. What is wrong with the
// content is reported as a [ConfigError], all of it at once.
func ReadConfig(file string) (Config, error) {
	data, err := readBounded(file)
	if err != nil {
		return Config{}, err
	}
	return ParseConfig(file, data)
}

// ParseConfig is ReadConfig for a file with the given content, which need not exist.
func ParseConfig(file string, data []byte) (Config, error) {
	root, err := load.Document(filepath.ToSlash(file), data)
	var problems Problems
	if errors.As(err, &problems) {
		return Config{}, &ConfigError{problems}
	}
	if err != nil {
		return Config{}, err
	}
	cfg, problems := decodeConfig(root)
	if len(problems) > 0 {
		return Config{}, &ConfigError{problems}
	}
	cfg.Dir = filepath.Dir(file)
	return cfg, nil
}

// decodeConfig turns the values of a configuration file into a Config without Dir.
func decodeConfig(root *schema.Value) (Config, Problems) {
	var (
		d        decoder
		c        Config
		packages *schema.Value
		defaults Package
	)
	d.keys(root, "the configuration", required("version", "out", "packages"), fields{
		"version":      d.version,
		"out":          d.text(&c.Out),
		"runtime":      d.text(&c.Runtime),
		"maps":         d.texts(&c.Maps, nil),
		"draft":        d.draft(&defaults.Draft),
		"assertFormat": d.flag(&defaults.AssertFormat),
		"catalog":      d.catalog(&c),
		"packages":     func(v *schema.Value) { packages = v },
	})
	if packages != nil {
		c.Packages = d.packages(packages, defaults)
	}
	slices.SortStableFunc(d.problems, func(a, b *Problem) int {
		return cmp.Or(cmp.Compare(a.Location.Line, b.Location.Line), cmp.Compare(a.Location.Column, b.Location.Column))
	})
	return c, d.problems
}

// packages reads the packages. What they leave out is as in defaults.
func (d *decoder) packages(v *schema.Value, defaults Package) map[string]Package {
	if !d.object(v, "an object: the name of each package and what it is made of") {
		return nil
	}
	if len(v.Members) == 0 {
		d.problem(v.Location, "no package to generate", "")
	}
	packages := make(map[string]Package)
	for _, m := range v.Members {
		if wrong := checkPackageName(m.Name); wrong != "" {
			d.problem(m.Location, wrong, "")
		}
		p := defaults
		d.keys(m.Value, "a package", required("types"), fields{
			"types":        d.texts(&p.Types, func(name, _ string) string { return checkTypeName(name) }),
			"examples":     d.texts(&p.Examples, nil),
			"names":        d.texts(&p.Names, checkDefinition),
			"draft":        d.draft(&p.Draft),
			"assertFormat": d.flag(&p.AssertFormat),
		})
		d.someType(m.Value)
		d.examples(m.Value, p)
		packages[m.Name] = p
	}
	return packages
}

// someType checks that the package has types.
func (d *decoder) someType(v *schema.Value) {
	if types := v.Member("types"); types != nil && types.Kind == schema.KindObject && len(types.Members) == 0 {
		d.problem(types.Location, "no type to generate", "")
	}
}

// examples checks that examples are of types that the package has.
func (d *decoder) examples(v *schema.Value, p Package) {
	examples := v.Member("examples")
	if examples == nil || p.Types == nil {
		return
	}
	for _, m := range examples.Members {
		if _, ok := p.Types[m.Name]; !ok {
			d.unknown(m, "type", sortedKeys(p.Types))
		}
	}
}
