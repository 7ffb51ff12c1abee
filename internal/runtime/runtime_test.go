package runtime

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/eventgen-go/eventgen/internal/output"
)

// optional returns the functions for formats and content that package wire has.
func optional(t *testing.T) []string {
	t.Helper()
	var names []string
	for _, f := range readSource() {
		for _, found := range regexp.MustCompile(`(?m)^func ((?:Format|Pack|Unpack)\w+)\(`).FindAllStringSubmatch(f.text, -1) {
			names = append(names, found[1])
		}
	}
	if len(names) < 23 {
		t.Fatalf("only %v", names)
	}
	return names
}

// paths returns the names of the files of a runtime.
func paths(files []output.File) []string {
	var names []string
	for _, f := range files {
		names = append(names, f.Path)
	}
	return names
}

func TestFilesAreThoseThatAreNeeded(t *testing.T) {
	all := paths(All())
	tests := []struct {
		needs    string
		has, not []string
	}{
		{"", []string{"cursor.go", "time.go", "pattern.go"}, []string{"content_gzip.go", "content_base64.go", "content_error.go", "format_net.go", "format_idn_tables.go", "format_regex.go", "identify.go"}},
		{"FormatIPv4", []string{"format_net.go"}, []string{"format_idn.go", "format_template.go"}},
		{"FormatIDNHostname", []string{"format_idn.go", "format_idn_tables.go", "format_punycode.go"}, []string{"format_regex.go"}},
		{"FormatRegex", []string{"format_regex.go", "format_regex_class.go"}, []string{"format_idn_tables.go"}},
		{"UnpackBase64", []string{"content_base64.go", "content_error.go"}, []string{"content_gzip.go", "format_net.go"}},
		{"PackGzip", []string{"content_gzip.go", "content_base64.go", "content_error.go"}, []string{"format_net.go"}},
		{"Recognizer", []string{"identify.go"}, []string{"format_net.go"}},
		{"FormatUUID FormatURITemplate", []string{"format_template.go"}, []string{"format_idn_tables.go"}},
	}
	for _, test := range tests {
		got := paths(Files(strings.Fields(test.needs)))
		for _, name := range slices.Concat(test.has, test.not) {
			if !slices.Contains(all, name) {
				t.Errorf("there is no %s any more", name)
			}
			if want := slices.Contains(test.has, name); slices.Contains(got, name) != want {
				t.Errorf("needs %q: %s there %v, want %v", test.needs, name, !want, want)
			}
		}
	}
}

func TestFilesOfEverythingAreEverything(t *testing.T) {
	if got, want := paths(Files(append(optional(t), "Recognizer"))), paths(All()); !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}

func TestFilesCarryTheHeader(t *testing.T) {
	for _, f := range Files(nil) {
		if !strings.HasPrefix(string(f.Data), output.Header+"\n\n") {
			t.Errorf("%s begins with %.40q", f.Path, f.Data)
		}
	}
}

// Whatever is needed, the runtime for them compiles.
func TestLeanRuntimesCompile(t *testing.T) {
	if testing.Short() {
		t.Skip("compiles a dozen packages")
	}
	dir := t.TempDir()
	write(t, filepath.Join(dir, "go.mod"), "module lean\n\ngo 1.26\n")
	made := map[string]bool{} // needs for the same files have one runtime
	for i, need := range append(optional(t), "") {
		files := Files([]string{need})
		key := strings.Join(paths(files), " ")
		if made[key] {
			continue
		}
		made[key] = true
		folder := fmt.Sprintf("n%02d", i)
		for _, f := range files {
			write(t, filepath.Join(dir, folder, f.Path), string(f.Data))
		}
		if need != "" {
			write(t, filepath.Join(dir, folder, "use.go"), "package wire\n\nvar _ = "+need+"\n")
		}
	}
	cmd := exec.Command("go", "vet", "./...")
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "GOWORK=off", "GOFLAGS=", "GOPROXY=off", "GOTOOLCHAIN=local")
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Errorf("go vet: %v\n%s", err, out)
	}
}

func write(t *testing.T, file, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}
