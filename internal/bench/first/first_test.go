package first

import (
	"testing"

	"github.com/eventgen-go/eventgen/internal/bench/report/reporttest"
)

func TestTable(t *testing.T) {
	nanos := [][]float64{{200_000, 100_000, 900_000}, {2e6, 2e6, 1e6}, {24e6, 25e6, 26e6}}
	text := bars(nanos).String() + table(nanos).String()
	reporttest.HasLines(t, text,
		"| eventgen | at most 0.5 ms | 0.2 ms | yes |",
		"| eventgen, `sqs.Handler` | 0.20 | 0.10 |",
		"| encoding/json, `lambda.NewHandler` | 2.00 | 1.00 |",
		"| sonic, `Unmarshal` without a handler | 25.00 | 24.00 |",
	)
}
