package first

import (
	"strings"
	"testing"
)

func TestTable(t *testing.T) {
	nanos := [][]float64{{200_000, 100_000, 900_000}, {2e6, 2e6, 1e6}, {24e6, 25e6, 26e6}}
	text := bars(nanos).String() + table(nanos).String()
	for _, line := range []string{
		"| eventgen | at most 0.5 ms | 0.2 ms | yes |\n",
		"| eventgen, `sqs.Handler` | 0.20 | 0.10 |\n",
		"| encoding/json, `lambda.NewHandler` | 2.00 | 1.00 |\n",
		"| sonic, `Unmarshal` without a handler | 25.00 | 24.00 |\n",
	} {
		if !strings.Contains(text, line) {
			t.Errorf("no line %q in\n%s", line, text)
		}
	}
}
