package main

import (
	"cmp"
	"go/token"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/eventgen-go/eventgen/gen"
	"github.com/eventgen-go/eventgen/internal/scaffold"
)

// configuration makes a configuration for the schemas that are named or else have been found.
// Without schemas it has no package, which is fine if settings are all that is wanted.
func (o *initOptions) configuration(found scaffold.Found, schemas []string) (gen.Config, error) {
	if len(schemas) == 0 {
		schemas = found.Schemas
	}
	if len(schemas) == 0 && o.ci+o.editor == "" {
		return gen.Config{}, usage("no schema in this folder or below", noSchemaHint)
	}
	for i, file := range schemas {
		if _, err := os.Stat(file); err != nil {
			return gen.Config{}, err
		}
		schemas[i] = path.Clean(filepath.ToSlash(file))
	}
	types, err := o.typesByPackage(schemas)
	if err != nil {
		return gen.Config{}, err
	}
	cfg := gen.Config{Out: filepath.ToSlash(o.out), Packages: make(map[string]gen.Package)}
	for name, types := range types {
		p := gen.Package{Types: types, Examples: make(map[string]string)}
		for t, file := range types {
			if examples := found.Examples[file]; examples != "" {
				p.Examples[t] = examples
			}
		}
		cfg.Packages[name] = p
	}
	return cfg, checkConfig(cfg)
}

// checkConfig refuses names by the user that are wrong, as they would be when eventgen reads them.
func checkConfig(cfg gen.Config) error {
	if len(cfg.Packages) == 0 {
		return nil
	}
	_, err := gen.ParseConfig(scaffold.ConfigName, scaffold.Project{Config: cfg}.ConfigFile().Data)
	return err
}

// typesByPackage names the types of schemas, those of each package by themselves.
func (o *initOptions) typesByPackage(schemas []string) (map[string]map[string]string, error) {
	var (
		files = make(map[string][]string)
		names = make(map[string][]string)
		types = make(map[string]map[string]string)
	)
	if n := len(o.types); n > 0 && n != len(schemas) {
		_, err := typesOf(schemas, o.types)
		return nil, err
	}
	for i, file := range schemas {
		pkg := cmp.Or(o.packageName, packageFor(path.Dir(file)))
		files[pkg] = append(files[pkg], file)
		if len(o.types) > 0 {
			names[pkg] = append(names[pkg], o.types[i])
		}
	}
	for pkg := range files {
		var err error
		if types[pkg], err = typesOf(files[pkg], names[pkg]); err != nil {
			return nil, err
		}
	}
	return types, nil
}

// packageFor names the package for the schemas in a folder: after the folder, or the one above if
// its name says nothing but that there are schemas.
func packageFor(dir string) string {
	abs, err := filepath.Abs(filepath.FromSlash(dir))
	if err != nil {
		return fallbackPackage
	}
	generic := []string{"schema", "schemas", "jsonschema", "json-schema", "json_schema"}
	for slices.Contains(generic, strings.ToLower(filepath.Base(abs))) {
		abs = filepath.Dir(abs)
	}
	return goPackageName(filepath.Base(abs))
}

// fallbackPackage is the name of a package when there is no better one.
const fallbackPackage = "events"

// goPackageName makes the name of a package from that of a folder, as far as there is one in it.
func goPackageName(folder string) string {
	name := packageOf(folder)
	taken := []string{"internal", "main", "testdata", "vendor"}
	if !token.IsIdentifier(name) || strings.HasPrefix(name, "_") || strings.HasSuffix(name, "_test") || slices.Contains(taken, name) {
		return fallbackPackage
	}
	return name
}
