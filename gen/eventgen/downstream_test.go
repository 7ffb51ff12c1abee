package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestDownstream does what the README promises in a module of somebody else's, without network:
// it generates with go generate, and runs that module's own tests on the generated code.
func TestDownstream(t *testing.T) {
	m := newDownstream(t)
	m.mustGo("generate", "./...")
	m.mustGo("vet", "./...")
	m.mustGo("test", "./...")

	deps := m.mustGo("list", "-deps", "-f", "{{if not .Standard}}{{.ImportPath}}{{end}}", "./internal/orders")
	want := []string{"example.com/shop/internal/orders", "example.com/shop/internal/orders/internal/wire"}
	got := strings.Fields(deps)
	slices.Sort(got)
	if !slices.Equal(got, want) {
		t.Errorf("generated code depends on %q, want the standard library and %q", got, want)
	}

	check := []string{"tool", "eventgen", "generate", "order.schema.json", "--out", "internal/orders", "--check"}
	m.mustGo(check...)
	m.replace("order.schema.json", `"minimum": 1`, `"minimum": 2`)
	out, err := m.run(check...)
	var exit *exec.ExitError
	if !errors.As(err, &exit) || exit.ExitCode() != 1 {
		t.Errorf("--check after a change of the schema: %v, want exit status 1", err)
	}
	if !strings.Contains(out, "modified: internal/orders/valid.go\n") {
		t.Errorf("--check does not tell what is modified:\n%s", out)
	}
	m.mustGo("generate", "./...")
	m.mustGo(check...)
}

// TestDownstreamInit begins from nothing but a schema, as init says.
func TestDownstreamInit(t *testing.T) {
	m := newDownstream(t)
	if err := os.Remove(filepath.Join(m.dir, "shop.go")); err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(filepath.Join(m.dir, "shop_test.go")); err != nil {
		t.Fatal(err)
	}
	m.mustGo("tool", "eventgen", "init", "--package", "orders")
	m.mustGo("generate")
	m.mustGo("vet", "./...")
	m.mustGo("tool", "eventgen", "generate", "--check")
}

// A downstream is a module that uses eventgen.
type downstream struct {
	t   *testing.T
	dir string
}

// newDownstream copies testdata/downstream and makes it a module that requires this checkout.
func newDownstream(t *testing.T) *downstream {
	t.Helper()
	download(t)
	checkout, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	m := &downstream{t, t.TempDir()}
	if err := os.CopyFS(m.dir, os.DirFS("testdata/downstream")); err != nil {
		t.Fatal(err)
	}
	sums, err := os.ReadFile(filepath.Join(checkout, "go.sum"))
	if err != nil {
		t.Fatal(err)
	}
	m.write("go.sum", sums)
	m.write("go.mod", fmt.Appendf(nil, `module example.com/shop

go 1.26

require github.com/eventgen-go/eventgen v0.0.0

replace github.com/eventgen-go/eventgen => %q
`, checkout))
	m.mustGo("get", "-tool", "github.com/eventgen-go/eventgen/gen/eventgen")
	return m
}

// download puts into the module cache what go get looks at beyond what a build here has needed,
// such as a module that cobra imports on Windows only. Without network it may all be there.
func download(t *testing.T) {
	t.Helper()
	if out, err := exec.Command("go", "mod", "download").CombinedOutput(); err != nil {
		t.Logf("go mod download: %v\n%s", err, out)
	}
}

func (m *downstream) write(name string, data []byte) {
	m.t.Helper()
	if err := os.WriteFile(filepath.Join(m.dir, name), data, 0o644); err != nil {
		m.t.Fatal(err)
	}
}

// replace changes the first occurrence of a text in a file.
func (m *downstream) replace(name, from, to string) {
	m.t.Helper()
	data, err := os.ReadFile(filepath.Join(m.dir, name))
	if err != nil {
		m.t.Fatal(err)
	}
	if !bytes.Contains(data, []byte(from)) {
		m.t.Fatalf("%s does not hold %s", name, from)
	}
	m.write(name, bytes.Replace(data, []byte(from), []byte(to), 1))
}

// run runs the go command in the module and returns what it prints on standard output. What it
// needs has to be in the module cache.
func (m *downstream) run(args ...string) (string, error) {
	m.t.Helper()
	cmd := exec.Command("go", args...)
	cmd.Dir = m.dir
	cmd.Env = append(os.Environ(), "GOFLAGS=-mod=mod", "GOPROXY=off", "GOWORK=off")
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	err := cmd.Run()
	m.t.Logf("go %s\n%s%s", strings.Join(args, " "), stdout.Bytes(), stderr.Bytes())
	return stdout.String(), err
}

func (m *downstream) mustGo(args ...string) string {
	m.t.Helper()
	out, err := m.run(args...)
	if err != nil {
		m.t.Fatalf("go %s: %v", args[0], err)
	}
	return out
}
