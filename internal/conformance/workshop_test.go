package conformance

import (
	"bytes"
	"context"
	"crypto/sha256"
	_ "embed"
	"fmt"
	"go/format"
	"maps"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"
)

// A source is a schema to generate a package from.
type source struct {
	file   string // absolute
	draft  string // as in gen.Package
	assert bool   // "format" is an assertion whatever the draft
	maps   map[string]string
}

// A product is what became of a source.
type product struct {
	folder  string // of its package within the workshop
	refusal string // why there is none: what the generator says about the schema
	fault   string // what is wrong: the generator dies, or the package does not compile
	took    time.Duration
	memory  int64 // MiB
}

// works reports whether there is a package that compiles, as far as is known.
func (p *product) works() bool { return p.refusal == "" && p.fault == "" }

// A workshop is a Go module in a folder of its own that holds generated packages on one runtime
// and a driver, the program that runs them.
type workshop struct {
	dir      string
	products []*product
	driver   string // path of the program
}

// The driver is written by hand but for the table of packages.
var (
	//go:embed judge_test.go
	judgeFile string
	//go:embed testdata/driver/main.go
	mainFile string
)

// generationLimit is how long a schema may take.
const generationLimit = time.Minute

// newWorkshop generates a package for each source. It runs the command, so that a crash or an
// endless loop costs the one schema that causes it.
func newWorkshop(t *testing.T, sources []source) *workshop {
	t.Helper()
	w := &workshop{dir: t.TempDir(), products: make([]*product, len(sources))}
	w.write(t, "go.mod", []byte("module conformance\n\ngo 1.26\n"))
	command := buildCommand(t)
	slots := make(chan struct{}, runtime.GOMAXPROCS(0))
	var wait sync.WaitGroup
	for i, s := range sources {
		slots <- struct{}{}
		wait.Go(func() {
			defer func() { <-slots }()
			w.products[i] = w.generate(command, s, fmt.Sprintf("n%04d", i))
		})
		if i == 0 {
			wait.Wait() // the runtime that all share
		}
	}
	wait.Wait()
	w.share(t)
	return w
}

// buildCommand returns the path of the command eventgen.
func buildCommand(t *testing.T) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "eventgen.exe")
	output, err := exec.Command("go", "build", "-o", file, "../../gen/eventgen").CombinedOutput()
	if err != nil {
		t.Fatalf("go build eventgen: %v\n%s", err, output)
	}
	return file
}

// generate compiles a schema to a package p with the type T, in a folder of the workshop.
func (w *workshop) generate(command string, s source, folder string) *product {
	limit, cancel := context.WithTimeout(context.Background(), generationLimit)
	defer cancel()
	arguments := []string{
		"generate", s.file, "--out", folder, "--package", "p", "--type", "T", "--runtime", "internal/wire", "--draft", s.draft,
		"--assert-format=" + strconv.FormatBool(s.assert),
	}
	for _, prefix := range slices.Sorted(maps.Keys(s.maps)) {
		arguments = append(arguments, "--map", prefix+"="+s.maps[prefix])
	}
	cmd := boundedCommand(limit, command, arguments...)
	cmd.Dir = w.dir
	start := time.Now()
	output, err := cmd.CombinedOutput()
	p := &product{folder: folder, took: time.Since(start), memory: memoryOf(cmd.ProcessState)}
	switch {
	case err == nil:
	case cmd.ProcessState.ExitCode() == 1:
		p.refusal = string(output)
	default:
		p.fault = fmt.Sprintf("the generator dies: %v: %s", err, firstLines(string(output), 4))
	}
	return p
}

// share makes equal packages one: the suite repeats most of its schemas from draft to draft.
func (w *workshop) share(t *testing.T) {
	t.Helper()
	seen := make(map[[sha256.Size]byte]*product)
	for i, p := range w.products {
		if !p.works() {
			continue
		}
		content := w.content(t, p)
		if equal, ok := seen[content]; ok {
			w.products[i] = equal
			continue
		}
		seen[content] = p
	}
}

// content identifies what a package says, wherever it lies. It notes a fault in its format.
func (w *workshop) content(t *testing.T, p *product) [sha256.Size]byte {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(w.dir, p.folder, "*.go"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no files in %s: %v", p.folder, err)
	}
	h := sha256.New()
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if formatted, err := format.Source(data); err == nil && !bytes.Equal(formatted, data) {
			p.fault = filepath.Base(file) + " is not as gofmt would have it"
		}
		fmt.Fprintf(h, "%s %d\n%s", filepath.Base(file), len(data), data)
	}
	return [sha256.Size]byte(h.Sum(nil))
}

func (w *workshop) write(t *testing.T, name string, data []byte) {
	t.Helper()
	file := filepath.Join(w.dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, data, 0o644); err != nil {
		t.Fatal(err)
	}
}

// build makes the driver of all packages that compile, and notes the fault of those that do not.
func (w *workshop) build(t *testing.T, gcflags string) {
	t.Helper()
	w.write(t, "driver/main.go", []byte(mainFile))
	w.write(t, "driver/judge.go", []byte(strings.Replace(judgeFile, "package conformance", "package main", 1)))
	for {
		w.write(t, "driver/table.go", w.table())
		output, err := w.tool("build", "-trimpath", "-gcflags=conformance/...="+gcflags, "-o", "driver.exe", "./driver")
		if err == nil {
			break
		}
		if !w.blame("does not compile", output) {
			t.Fatalf("go build: %v\n%s", err, output)
		}
	}
	w.driver = filepath.Join(w.dir, "driver.exe")
}

// vet notes what go vet finds.
func (w *workshop) vet(t *testing.T) {
	t.Helper()
	arguments := []string{"vet"}
	for _, p := range w.runnable() {
		arguments = append(arguments, "./"+p.folder)
	}
	output, err := w.tool(arguments...)
	if err != nil && !w.blame("does not pass go vet", output) {
		t.Fatalf("go vet: %v\n%s", err, output)
	}
}

func (w *workshop) tool(arguments ...string) (output string, err error) {
	cmd := exec.Command("go", arguments...)
	cmd.Dir = w.dir
	cmd.Env = append(os.Environ(), "GOWORK=off", "GOFLAGS=", "GOPROXY=off", "GOTOOLCHAIN=local")
	data, err := cmd.CombinedOutput()
	return string(data), err
}

// blame notes a fault for each package that the output of a go command has a paragraph about,
// which is a heading "# conformance/n0001" and lines. It reports whether there was any.
func (w *workshop) blame(what, output string) bool {
	faults := make(map[string]string)
	heading := ""
	for line := range strings.Lines(output) {
		line = strings.TrimSpace(line)
		if name, ok := strings.CutPrefix(line, "# "); ok {
			heading = path.Base(strings.Trim(name, "[]"))
			continue
		}
		if faults[heading] == "" {
			faults[heading] = what + ": " + line
		}
	}
	any := false
	for _, p := range w.runnable() {
		if fault := faults[p.folder]; fault != "" {
			p.fault, any = fault, true
		}
	}
	return any
}

// runnable returns the packages without a fault, each once.
func (w *workshop) runnable() []*product {
	var all []*product
	for _, p := range w.products {
		if p.works() && !slices.Contains(all, p) {
			all = append(all, p)
		}
	}
	return all
}

// table returns the driver's file that knows the packages.
func (w *workshop) table() []byte {
	var imports, rows bytes.Buffer
	for _, p := range w.runnable() {
		n := p.folder
		fmt.Fprintf(&imports, "\t%s \"conformance/%s\"\n", n, n)
		fmt.Fprintf(&rows, "\t%q: func(d []byte) verdict { return judge(d, %s.ValidT, %s.ValidateT, %s.DecodeT) },\n", n, n, n, n)
	}
	return fmt.Appendf(nil, "package main\n\nimport (\n%s)\n\nvar judges = map[string]func([]byte) verdict{\n%s}\n", &imports, &rows)
}
