package gen

import (
	"fmt"
	"path"
	"path/filepath"

	"github.com/eventgen-go/eventgen/internal/emit"
	"github.com/eventgen-go/eventgen/internal/lower"
	"github.com/eventgen-go/eventgen/internal/model"
	"github.com/eventgen-go/eventgen/internal/schema"
)

// catalog reads the name of the package for the catalog, and remembers its place.
func (d *decoder) catalog(to *Config) func(*schema.Value) {
	return func(v *schema.Value) {
		to.Catalog, to.catalogAt = d.string(v), v.Location
		if wrong := checkPackageName(to.Catalog); to.Catalog != "" && wrong != "" {
			d.problem(v.Location, wrong, "")
		}
	}
}

// checkCatalog tells what is wrong with the package for the catalog, if one is wanted.
func (c Config) checkCatalog() error {
	if c.Catalog == "" {
		return nil
	}
	if wrong := checkPackageName(c.Catalog); wrong != "" {
		return c.catalogError(wrong, "")
	}
	if _, taken := c.Packages[c.Catalog]; taken {
		return c.catalogError(fmt.Sprintf("the catalog has the name of the package %q", c.Catalog), "choose another name")
	}
	return nil
}

// catalogError is an error about the catalog, at its place if the configuration is from a file.
func (c Config) catalogError(message, hint string) error {
	if c.catalogAt.File == "" {
		return hinted(message, hint)
	}
	return &ConfigError{Problems{{Location: c.catalogAt, Message: message, Hint: hint}}}
}

// makeCatalog makes the package with the table of the types of all packages.
func (p plan) makeCatalog(c Config, products []product) (product, error) {
	var members []lower.Member
	identified := false
	for i, j := range p.jobs {
		m, err := j.member(products[i].pkg)
		if err != nil {
			return product{}, err
		}
		if !visible(p.catalog, j.folder) {
			return product{}, c.catalogError(fmt.Sprintf("the catalog cannot import package %s in %s, which is internal to another folder", j.name, j.folder), "")
		}
		identified = identified || m.Identified()
		members = append(members, m)
	}
	if !identified {
		return product{}, c.catalogError("no schema says how its documents are recognised", `add the keyword "x-identify" to schemas, or leave "catalog" out`)
	}
	files, err := emit.Catalog(lower.Catalog(c.Catalog, members), p.module.importPath(p.runtime))
	if err != nil {
		return product{}, fmt.Errorf("package %s: %w", c.Catalog, err)
	}
	return product{files: under(p.catalog, files), needs: []string{"Recognizer"}}, nil
}

// member is what the catalog has to know of the package that the job has made.
func (j job) member(pkg *model.Package) (lower.Member, error) {
	m := lower.Member{Package: pkg, Path: j.module.importPath(j.folder)}
	for _, r := range pkg.Roots {
		file, err := j.config.relative(j.pkg.Types[r.Name])
		if err != nil {
			return lower.Member{}, err
		}
		m.Schemas = append(m.Schemas, file)
	}
	return m, nil
}

// relative returns a path of the configuration as seen from its folder, however it is written.
func (c Config) relative(p string) (string, error) {
	if !filepath.IsAbs(filepath.FromSlash(p)) {
		return path.Clean(p), nil
	}
	dir, err := filepath.Abs(c.Dir)
	if err != nil {
		return "", err
	}
	rel, err := filepath.Rel(dir, filepath.FromSlash(p))
	return filepath.ToSlash(rel), err
}
