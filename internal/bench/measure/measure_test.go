package measure

import (
	"errors"
	"math"
	"testing"
	"time"
)

func TestSideBySide(t *testing.T) {
	taking := func(each time.Duration) Subject {
		return Subject{each.String(), func(n int) (time.Duration, error) { return time.Duration(n) * each, nil }}
	}
	subjects := []Subject{taking(time.Microsecond), taking(3 * time.Second)}
	timings, err := SideBySide(subjects, Effort{Rounds: 4, Sample: time.Millisecond})
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []float64{1e3, 3e9} {
		if len(timings[i]) != 4 || Median(timings[i]) != want {
			t.Errorf("%v, want 4 times %v", timings[i], want)
		}
	}
}

func TestFailureIsReported(t *testing.T) {
	failure := errors.New("refused")
	runs := 0
	s := Subject{"s", Here(func() error {
		if runs++; runs > 3 {
			return failure
		}
		return nil
	})}
	if _, err := SideBySide([]Subject{s}, Effort{Rounds: 1, Sample: time.Second}); !errors.Is(err, failure) {
		t.Errorf("%v, want %v", err, failure)
	}
}

var sink []byte

func TestMemoryOf(t *testing.T) {
	got := MemoryOf(func() error {
		sink = make([]byte, 1<<20)
		return nil
	})
	if got.Allocs != 1 || got.Bytes < 1<<20 || got.Bytes > 1<<21 {
		t.Errorf("%+v, want one allocation of a MiB", got)
	}
}

func TestStatistics(t *testing.T) {
	tests := []struct {
		name      string
		got, want float64
	}{
		{"odd median", Median([]float64{9, 1, 2}), 2},
		{"even median", Median([]float64{9, 1, 2, 4}), 3},
		{"geometric mean", GeometricMean([]float64{2, 0.5, 8}), 2},
		{"ratio", Ratios([]float64{6}, []float64{4})[0], 1.5},
	}
	for _, test := range tests {
		if math.Abs(test.got-test.want) > 1e-9 {
			t.Errorf("%s: %v, want %v", test.name, test.got, test.want)
		}
	}
}
