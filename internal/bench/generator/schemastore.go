package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/eventgen-go/eventgen/internal/bench/program"
)

// storeURLs are where schemas of SchemaStore refer to each other.
var storeURLs = []string{"https://json.schemastore.org/", "http://json.schemastore.org/", "https://www.schemastore.org/"}

// schemaStore works on each schema once. There are none where the shared documents are absent.
func schemaStore(eventgen, dir string) (costs, error) {
	var all costs
	files, err := storeSchemas()
	if err != nil {
		return all, err
	}
	dir, err = module(dir, "store")
	if err != nil {
		return all, err
	}
	for i, file := range files {
		folder := fmt.Sprint("schema", i)
		if err := copyStore(filepath.Dir(file), filepath.Join(dir, folder)); err != nil {
			return all, err
		}
		c := command{path: eventgen, dir: dir, args: []string{
			folder + "/schema.json", "--out", folder + "/out", "--type", "Root", "--draft", "7",
		}}
		for _, url := range storeURLs {
			c.args = append(c.args, "--map", url+"="+folder)
		}
		if err := all.add(c, folder+"/out"); err != nil {
			return all, err
		}
	}
	return all, nil
}

// storeSchemas returns the schemas among the shared documents, which lie beside the repository or
// where EVENTGEN_SHARED says.
func storeSchemas() ([]string, error) {
	shared := os.Getenv("EVENTGEN_SHARED")
	if shared == "" {
		root, err := program.Root()
		if err != nil {
			return nil, err
		}
		shared = filepath.Join(filepath.Dir(root), "shared")
	}
	return filepath.Glob(filepath.Join(shared, "schemastore", "*", "schema.json"))
}

// copyStore copies a schema and those that it refers to into one folder, as they are in the store:
// there a schema has a name with and without extension.
func copyStore(from, to string) error {
	others, err := filepath.Glob(filepath.Join(from, "remotes", "*.json"))
	if err != nil {
		return err
	}
	copies := map[string]string{"schema.json": filepath.Join(from, "schema.json")}
	for _, other := range others {
		name := filepath.Base(other)
		copies[name], copies[strings.TrimSuffix(name, ".json")] = other, other
	}
	if err := os.MkdirAll(to, 0o755); err != nil {
		return err
	}
	for name, file := range copies {
		data, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(to, name), data, 0o644); err != nil {
			return err
		}
	}
	return nil
}
