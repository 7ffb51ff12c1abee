package golden

import (
	"bytes"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/eventgen-go/eventgen/internal/output"
	"github.com/eventgen-go/eventgen/internal/runtime"
)

// All that is generated compiles, does what the tests in the cases expect, and passes what careful
// people run on code of their own.
func TestGoldenCompiles(t *testing.T) {
	if testing.Short() {
		t.Skip("compiles dozens of packages")
	}
	dir := t.TempDir()
	write(t, dir, "", output.File{Path: "go.mod", Data: []byte("module golden\n\ngo 1.26\n")})
	write(t, dir, "internal/wire", runtime.All()...)
	for _, file := range archives(t) {
		archive := parse(t, file)
		files, err := generate(packageName(file), archive)
		if err == nil {
			write(t, dir, packageName(file), byHand(files)...)
			write(t, dir, packageName(file), tests(archive)...)
		}
	}
	check(t, dir, "go", "vet", "./...")
	if out, err := run(dir, "go", "test", "./..."); err != nil {
		t.Errorf("go test: %v\n%s", err, out)
	}
	if tool := toolPath(t, "staticcheck"); tool != "" {
		check(t, dir, tool, "./...")
	}
	if tool := toolPath(t, "gofumpt"); tool != "" {
		check(t, dir, tool, "-d", ".")
	}
}

// byHand removes the header, for the sake of which tools are lenient with generated files.
func byHand(files []output.File) []output.File {
	plain := make([]output.File, len(files))
	for i, f := range files {
		plain[i] = output.File{Path: f.Path, Data: bytes.TrimPrefix(f.Data, []byte(output.Header+"\n\n"))}
	}
	return plain
}

// tests returns the tests of a case.
func tests(archive *txtar.Archive) []output.File {
	var files []output.File
	for _, f := range archive.Files {
		if isTest(f.Name) {
			files = append(files, output.File{Path: f.Name, Data: f.Data})
		}
	}
	return files
}

// write puts files into a folder.
func write(t *testing.T, dir, folder string, files ...output.File) {
	t.Helper()
	for _, f := range files {
		name := filepath.Join(dir, filepath.FromSlash(path.Join(folder, f.Path)))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, f.Data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// check runs a command in dir, which has to succeed and to say nothing.
func check(t *testing.T, dir, command string, arguments ...string) {
	t.Helper()
	out, err := run(dir, command, arguments...)
	if err != nil || len(out) > 0 {
		t.Errorf("%s: %v\n%s", filepath.Base(command), err, out)
	}
}

// run runs a command in dir and returns all that it says.
func run(dir, command string, arguments ...string) ([]byte, error) {
	cmd := exec.Command(command, arguments...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "GOWORK=off", "GOFLAGS=", "GOPROXY=off", "GOTOOLCHAIN=local")
	return cmd.CombinedOutput()
}

// toolPath returns the program of a tool of the module internal/tools, empty where it is neither
// built nor to be had. Running the tool once builds it: -n alone names a place in the build cache
// where nothing may be yet.
func toolPath(t *testing.T, tool string) string {
	t.Helper()
	const modfile = "-modfile=../tools/go.mod"
	if out, err := exec.Command("go", "tool", modfile, tool, "-version").CombinedOutput(); err != nil {
		t.Logf("without %s: %v\n%s", tool, err, out)
		return ""
	}
	path, err := exec.Command("go", "tool", modfile, "-n", tool).Output() // without what go says of downloads
	if err != nil {
		t.Fatalf("go tool -n %s: %v", tool, err)
	}
	return strings.TrimSpace(string(path))
}
