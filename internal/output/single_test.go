package output

import (
	"os"
	"path/filepath"
	"testing"
)

func TestWriteFile(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "report.json")
	for _, text := range []string{"first", "second"} {
		if err := WriteFile(file, []byte(text)); err != nil {
			t.Fatal(err)
		}
		if got, err := os.ReadFile(file); err != nil || string(got) != text {
			t.Errorf("the file holds %q (%v), want %q", got, err, text)
		}
	}
	link := filepath.Join(dir, "link.json")
	if err := os.Symlink("report.json", link); err == nil {
		if err := WriteFile(link, []byte("third")); err != nil {
			t.Fatal(err)
		}
		if got, err := os.ReadFile(file); err != nil || string(got) != "third" {
			t.Errorf("what the link leads to holds %q (%v)", got, err)
		}
	}
	if entries, err := os.ReadDir(dir); err != nil || len(entries) > 2 {
		t.Errorf("temporary files are left: %v (%v)", entries, err)
	}
	for _, bad := range []string{filepath.Join(dir, "missing", "report.json"), filepath.Join(file, "report.json"), dir} {
		if err := WriteFile(bad, []byte("x")); err == nil {
			t.Errorf("%s can be written", bad)
		}
	}
}
