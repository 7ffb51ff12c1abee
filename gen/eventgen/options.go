package main

import (
	"fmt"
	"maps"
	"path/filepath"
	"strings"

	"github.com/spf13/pflag"

	"github.com/eventgen-go/eventgen/gen"
)

// options are the flags of generate.
type options struct {
	config string

	out         string
	packageName string
	types       []string
	runtime     string

	schemaOptions

	drift, diff, watch, quiet bool
}

func (o *options) register(f *pflag.FlagSet) {
	f.SortFlags = false
	f.StringVar(&o.config, "config", "", "use this configuration `file` (default: eventgen.yaml upwards)")
	f.StringVar(&o.out, "out", "", "`folder` of the package that SCHEMA... become")
	f.StringVar(&o.packageName, "package", "", "`name` of that package (default: from the folder's)")
	f.StringSliceVar(&o.types, "type", nil, "`name` of the type for each SCHEMA, in order; repeat it or separate with commas")
	f.StringVar(&o.runtime, "runtime", "", "`folder` of a shared runtime (default: internal/wire in --out)")
	o.schemaOptions.register(f)
	f.BoolVar(&o.drift, "check", false, "write nothing, list the files that are out of date, exit 1 if there are any")
	f.BoolVar(&o.diff, "diff", false, "like --check, but print a unified diff")
	f.BoolVar(&o.watch, "watch", false, "generate again whenever a file changes that was read, until interrupted")
	f.BoolVar(&o.quiet, "quiet", false, "print nothing but errors and what was asked for")
}

// check refuses flags that exclude each other.
func (o *options) check() error {
	switch {
	case o.drift && o.diff:
		return usage("--check and --diff exclude each other", "--diff checks as well")
	case o.watch && (o.drift || o.diff):
		return usage("--watch writes, which --check and --diff do not", "")
	}
	return nil
}

// configuration makes the configuration that flags and arguments ask for.
// It adds the files that it reads to in.
func (o *options) configuration(schemas []string, in *gen.Inputs) (gen.Config, error) {
	cfg, err := o.packages(schemas, in)
	if err != nil {
		return gen.Config{}, err
	}
	if err := o.addMaps(&cfg); err != nil {
		return gen.Config{}, err
	}
	for name, p := range cfg.Packages {
		if o.draft != "" {
			p.Draft = o.draft
		}
		p.AssertFormat = p.AssertFormat || o.assertFormat
		cfg.Packages[name] = p
	}
	return cfg, nil
}

// packages reads the configuration file, or makes one package of schemas.
func (o *options) packages(schemas []string, in *gen.Inputs) (gen.Config, error) {
	switch {
	case len(schemas) > 0 && o.config != "":
		return gen.Config{}, usage("schemas and --config exclude each other", "name the schemas in the configuration file")
	case len(schemas) > 0:
		for _, file := range schemas {
			in.Add(file)
		}
		return o.single(schemas)
	case o.out != "" || o.packageName != "" || len(o.types) > 0 || o.runtime != "":
		return gen.Config{}, usage("--out, --package, --type and --runtime go with schemas", "eventgen generate order.schema.json --out internal/orders")
	}
	file := o.config
	if file == "" {
		found, err := gen.Find(".")
		if err != nil {
			return gen.Config{}, err
		}
		file = found
	}
	in.Add(file)
	return gen.ReadConfig(file)
}

// single makes the configuration for one package in the folder --out.
func (o *options) single(schemas []string) (gen.Config, error) {
	if o.out == "" {
		return gen.Config{}, usage("no folder to generate into", "add --out DIR")
	}
	name := o.packageName
	if name == "" {
		abs, err := filepath.Abs(o.out)
		if err != nil {
			return gen.Config{}, err
		}
		name = packageOf(filepath.Base(abs))
		if name == "" {
			return gen.Config{}, usage(fmt.Sprintf("no name for the package in %s", o.out), "add --package NAME")
		}
	}
	types, err := typesOf(schemas, o.types)
	if err != nil {
		return gen.Config{}, err
	}
	return gen.Config{
		Out:      filepath.ToSlash(o.out),
		Runtime:  filepath.ToSlash(o.runtime),
		Packages: map[string]gen.Package{name: {Folder: ".", Types: types}},
	}, nil
}

// packageOf makes the name of a package from that of its folder: "Order-Events" → "orderevents".
func packageOf(folder string) string {
	return strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || r == '_' {
			return r
		}
		return -1
	}, strings.ToLower(folder))
}

// typesOf names the types of schemas: by names, those of --type, or else as each schema suggests.
func typesOf(schemas, names []string) (map[string]string, error) {
	if n := len(names); n > 0 && n != len(schemas) {
		return nil, usage(fmt.Sprintf("%d types for %d schemas", n, len(schemas)), "give --type for each SCHEMA, in order")
	}
	types := make(map[string]string)
	for i, file := range schemas {
		name, err := typeOf(file, i, names)
		if err != nil {
			return nil, err
		}
		if first, ok := types[name]; ok {
			return nil, usage(fmt.Sprintf("%s and %s would both be type %s", first, file, name), "name them with --type")
		}
		types[name] = filepath.ToSlash(file)
	}
	return types, nil
}

func typeOf(schema string, i int, names []string) (string, error) {
	if len(names) > 0 {
		return names[i], nil
	}
	return gen.TypeName(schema)
}

// addMaps adds the folders of --map, which are relative to the current folder, to those of the
// configuration.
func (o *options) addMaps(cfg *gen.Config) error {
	folders, err := o.mapped()
	if err != nil {
		return err
	}
	all := maps.Clone(cfg.Maps)
	if all == nil {
		all = make(map[string]string)
	}
	for prefix, dir := range folders {
		abs, err := filepath.Abs(dir)
		if err != nil {
			return err
		}
		all[prefix] = filepath.ToSlash(abs)
	}
	cfg.Maps = all
	return nil
}
