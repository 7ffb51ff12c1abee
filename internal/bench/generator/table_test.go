package main

import (
	"encoding/json"
	"testing"
	"time"

	"github.com/eventgen-go/eventgen/internal/bench/report/reporttest"
)

func fixed() measured {
	run := func(wall time.Duration) cost { return cost{wall, 2 * wall, 100 << 20} }
	return measured{
		catalogue: costs{
			generate: []cost{run(time.Second), run(2 * time.Second), run(5 * time.Second)},
			check:    []cost{run(time.Second), run(time.Second), run(time.Second)},
		},
		large: costs{generate: []cost{run(12 * time.Second)}, check: []cost{run(11 * time.Second)}},
		store: costs{
			generate: []cost{run(10 * time.Millisecond), run(700 * time.Millisecond), run(50 * time.Millisecond)},
			check:    []cost{run(10 * time.Millisecond)},
		},
	}
}

func TestTables(t *testing.T) {
	text := fixed().bars().String() + fixed().table().String()
	reporttest.HasLines(t, text,
		"| catalogue, time | at most 1.5 s | 2 s | **no** |",
		"| catalogue, memory | at most 300 MiB | 100 MiB | yes |",
		"| catalogue, `--check` against `generate` | at most 1 × | 0.5 × | yes |",
		"| 50,000 properties, time | at most 10 s | 12 s | **no** |",
		"| SchemaStore, time of the median | at most 60 ms | 50 ms | yes |",
		"| catalogue | 2000 | 4000 | 100 |",
		"| SchemaStore, median of 3 schemas | 50 | 100 | 100 |",
		"| SchemaStore, the slowest | 700 | 1400 | 100 |",
	)
}

func TestTablesWithoutSchemaStore(t *testing.T) {
	m := fixed()
	m.store = costs{}
	text := m.bars().String() + m.table().String()
	reporttest.HasLines(t, text, "| SchemaStore (no schemas here) | – | – | – |")
}

func TestLargeSchema(t *testing.T) {
	var s struct{ Properties map[string]any }
	if err := json.Unmarshal([]byte(largeSchema(100)), &s); err != nil {
		t.Fatal(err)
	}
	if n := len(s.Properties); n != 101 {
		t.Errorf("%d properties", n)
	}
}
