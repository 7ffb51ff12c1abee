package growth

import (
	"testing"
	"time"

	"github.com/eventgen-go/eventgen/internal/bench/payload"
	"github.com/eventgen-go/eventgen/internal/bench/report/reporttest"
	"github.com/eventgen-go/eventgen/out/sqs"
)

func TestRecordsTakeAKibibyte(t *testing.T) {
	from, err := payload.FindTestdata()
	if err != nil {
		t.Fatal(err)
	}
	for _, n := range []int{1, 100} {
		data, err := batch(from, n)
		if err != nil {
			t.Fatal(err)
		}
		if around := len(`{"Records":[]}`) - len(`,`); len(data) != n*recordBytes+around {
			t.Errorf("%d records take %d bytes", n, len(data))
		}
		if e, err := sqs.DecodeEvent(data); err != nil || len(e.Records) != n {
			t.Errorf("%d records are decoded as %d: %v", n, len(e.Records), err)
		}
	}
}

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

func TestLevelsAreRead(t *testing.T) {
	levels, err := readLevels("16 1 2 3 4\n")
	if want := (level{16, 1, 2, 3, 4 * time.Nanosecond}); err != nil || len(levels) != 1 || levels[0] != want {
		t.Errorf("%v, %v", levels, err)
	}
	if _, err := readLevels("16 fast\n"); err == nil {
		t.Error("a line without numbers is accepted")
	}
}
