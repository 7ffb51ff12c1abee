package growth

import (
	"embed"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"

	"github.com/eventgen-go/eventgen/internal/bench/program"
	"github.com/eventgen-go/eventgen/internal/bench/report"
)

// nested is a program without the code that is generated for it.
//
//go:embed testdata/nested
var nested embed.FS

// A level is what unions in unions take at some depth.
type level struct {
	depth                                          int
	triedValid, triedDecode, toldValid, toldDecode time.Duration
}

// measureNested generates the code and runs the program.
func measureNested() ([]level, error) {
	dir, err := os.MkdirTemp("", "nested")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	if err := makeNested(dir); err != nil {
		return nil, err
	}
	cmd := exec.Command("go", "run", ".")
	cmd.Dir = dir
	out, err := program.Output(cmd)
	if err != nil {
		return nil, err
	}
	return readLevels(out)
}

// makeNested writes the program to a folder.
func makeNested(dir string) error {
	files, err := fs.Sub(nested, "testdata/nested")
	if err != nil {
		return err
	}
	if err := os.CopyFS(dir, files); err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(dir, "go.mod"), []byte("module nested\n\ngo 1.26.0\n"), 0o644); err != nil {
		return err
	}
	eventgen, err := program.Eventgen(dir)
	if err != nil {
		return err
	}
	for _, name := range []string{"trial", "tagged"} {
		cmd := exec.Command(eventgen, "generate", name+".schema.json", "--out", name, "--type", "Chain")
		cmd.Dir = dir
		if _, err := program.Output(cmd); err != nil {
			return err
		}
	}
	return nil
}

func readLevels(out string) ([]level, error) {
	var levels []level
	for line := range strings.Lines(out) {
		var l level
		_, err := fmt.Sscan(line, &l.depth, &l.triedValid, &l.triedDecode, &l.toldValid, &l.toldDecode)
		if err != nil {
			return nil, fmt.Errorf("%q: %w", line, err)
		}
		levels = append(levels, l)
	}
	return levels, nil
}

func nestedTable(levels []level) *report.Table {
	t := &report.Table{
		Title: "**Unions in unions**, in microseconds of CPU time, by depth. Where validators tell the branches of an `anyOf` apart and what decides comes\n" +
			"last, each level that such unions are nested in each other doubles the time; a constant that tells them apart costs nothing.",
		Head: []string{"depth", "tried, `ValidT`", "tried, `DecodeT`", "told by a constant, `ValidT`", "told by a constant, `DecodeT`"},
	}
	for _, l := range levels {
		t.Add(fmt.Sprint(l.depth), micros(l.triedValid), micros(l.triedDecode), micros(l.toldValid), micros(l.toldDecode))
	}
	return t
}

func micros(d time.Duration) string {
	return fmt.Sprintf("%.1f", float64(d.Nanoseconds())/1e3)
}
