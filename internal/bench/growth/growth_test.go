package growth

import (
	"testing"
	"time"

	"github.com/eventgen-go/eventgen/internal/bench/report/reporttest"
)

func TestTables(t *testing.T) {
	lines := []line{
		{records: 1, bytes: 1037, decode: 2, valid: 1},
		{records: 100 * 1024, bytes: 100<<20 + 13, decode: 2.2, valid: 1.25},
	}
	levels, err := readLevels("1 100 200 50 60\n2 1500 2500 300 400\n")
	if err != nil {
		t.Fatal(err)
	}
	text := bars(lines).String() + recordTable(lines).String() + nestedTable(levels).String()
	reporttest.HasLines(t, text,
		"| `DecodeT` | at most 1.2 × | 1.1 × | yes |",
		"| `ValidT` | at most 1.2 × | 1.25 × | **no** |",
		"| 1 KiB | 1 | 2.00 | 1.00 |",
		"| 100 MiB | 102400 | 2.20 | 1.25 |",
		"| 2 | 1.5 | 2.5 | 0.3 | 0.4 |",
	)
}

func TestLinesAreRead(t *testing.T) {
	lines, err := readLines("10 10240 1.5 0.5\n")
	if want := (line{10, 10240, 1.5, 0.5}); err != nil || len(lines) != 1 || lines[0] != want {
		t.Errorf("%v, %v", lines, err)
	}
	if _, err := readLines("10 many\n"); err == nil {
		t.Error("a line without numbers is accepted")
	}
}

func TestLevelsAreRead(t *testing.T) {
	levels, err := readLevels("16 1 2 3 4\n")
	if want := (level{16, 1, 2, 3, 4 * time.Nanosecond}); err != nil || len(levels) != 1 || levels[0] != want {
		t.Errorf("%v, %v", levels, err)
	}
	if _, err := readLevels("16 fast\n"); err == nil {
		t.Error("a line without numbers is accepted")
	}
}
