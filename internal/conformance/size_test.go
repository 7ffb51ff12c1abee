package conformance

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os/exec"
	"path"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// What a member of a struct may cost, on average over the catalogue, with everything that is generated for it: types,
// validator, decoder, encoder and examples. A change that makes code larger shows here, before it shows in programs.
const (
	sourceBudget = 1150 // bytes of Go
	codeBudget   = 1100 // bytes of machine code
)

// TestSizeBudget holds out/ against the budgets.
func TestSizeBudget(t *testing.T) {
	if testing.Short() {
		t.Skip("needs all of out/ compiled")
	}
	var members, source, code int
	for folder, object := range objectFiles(t) {
		members += countFields(t, filepath.Join(folder, "types.go"))
		for _, file := range glob(t, folder, "*.go") {
			source += len(read(t, file))
		}
		code += codeSize(t, object)
	}
	t.Logf("%d members: %d bytes of Go and %d of machine code for each", members, source/members, code/members)
	if source/members > sourceBudget || code/members > codeBudget {
		t.Errorf("the budget is %d bytes of Go and %d of machine code", sourceBudget, codeBudget)
	}
}

// objectFiles returns the folders of the packages with types, and where their compiled code is.
func objectFiles(t *testing.T) map[string]string {
	t.Helper()
	objects := map[string]string{}
	for _, line := range strings.Split(output(t, "go", "list", "-export", "-f", "{{.Dir}}\t{{.Export}}", "../../out/..."), "\n") {
		folder, object, ok := strings.Cut(line, "\t")
		if name := path.Base(filepath.ToSlash(folder)); ok && name != "wire" && name != "catalog" {
			objects[folder] = object
		}
	}
	return objects
}

// countFields returns the number of fields of the structs in a file.
func countFields(t *testing.T, file string) int {
	t.Helper()
	parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	ast.Inspect(parsed, func(node ast.Node) bool {
		if s, ok := node.(*ast.StructType); ok {
			n += len(s.Fields.List)
		}
		return true
	})
	return n
}

// codeSize returns the bytes of machine code in a compiled package.
func codeSize(t *testing.T, object string) int {
	t.Helper()
	size := 0
	for _, line := range strings.Split(output(t, "go", "tool", "nm", "-size", object), "\n") {
		if symbol := strings.Fields(line); len(symbol) > 3 && strings.EqualFold(symbol[2], "t") {
			n, err := strconv.Atoi(symbol[1])
			if err != nil {
				t.Fatalf("%s: %v", line, err)
			}
			size += n
		}
	}
	return size
}

// output runs a command.
func output(t *testing.T, name string, arguments ...string) string {
	t.Helper()
	out, err := exec.Command(name, arguments...).Output()
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return string(out)
}
