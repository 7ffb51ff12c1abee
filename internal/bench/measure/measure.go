// Package measure times things next to each other.
//
// In go functions, out come nanoseconds of CPU time by round. CPU time, garbage collection
// included, is less distorted by other work on the machine than the time on the wall.
package measure

import (
	"fmt"
	"runtime"
	"syscall"
	"time"
)

// A Clock does something n times and returns the CPU time that it took.
type Clock func(n int) (time.Duration, error)

// Here is the clock of a function of this process. It starts with an empty heap: nobody pays for
// the garbage of another.
func Here(run func() error) Clock {
	return func(n int) (time.Duration, error) {
		runtime.GC()
		start := cpuTime()
		for range n {
			if err := run(); err != nil {
				return 0, err
			}
		}
		return cpuTime() - start, nil
	}
}

// cpuTime returns what the process has used, all threads together.
func cpuTime() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		panic(err) // fails for invalid arguments only
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// Effort says how much is measured.
type Effort struct {
	Rounds int           // how often everything is measured
	Sample time.Duration // the CPU time of one measurement, roughly
}

// A Subject is what is measured.
type Subject struct {
	Name string
	Time Clock
}

// SideBySide returns for each subject the nanoseconds of a run, by round. Every round starts with
// another one, so that none always follows the same.
func SideBySide(subjects []Subject, e Effort) ([][]float64, error) {
	runs := make([]int, len(subjects))
	timings := make([][]float64, len(subjects))
	for i, s := range subjects {
		var err error
		if runs[i], err = calibrate(s.Time, e.Sample); err != nil {
			return nil, fmt.Errorf("%s: %w", s.Name, err)
		}
		timings[i] = make([]float64, e.Rounds)
	}
	for round := range e.Rounds {
		for k := range subjects {
			i := (round + k) % len(subjects)
			took, err := subjects[i].Time(runs[i])
			if err != nil {
				return nil, fmt.Errorf("%s: %w", subjects[i].Name, err)
			}
			timings[i][round] = float64(took) / float64(runs[i])
		}
	}
	return timings, nil
}

// calibrate returns how many runs take about the time of a sample. The first one also warms up
// what is compiled or cached on first use.
func calibrate(c Clock, sample time.Duration) (int, error) {
	if _, err := c(1); err != nil {
		return 0, err
	}
	for n := 1; ; n *= 2 {
		took, err := c(n)
		if err != nil {
			return 0, err
		}
		if took > sample/8 {
			return max(1, int(float64(n)*float64(sample)/float64(took))), nil
		}
	}
}

// Memory is what a run allocates.
type Memory struct {
	Allocs, Bytes float64
}

// MemoryOf returns what a run allocates, once it is warm. It counts as testing.AllocsPerRun does,
// which does not count bytes.
func MemoryOf(run func() error) Memory {
	const runs = 5
	_ = run() // known to succeed; what it allocates once does not count
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	for range runs {
		_ = run()
	}
	runtime.ReadMemStats(&after)
	return Memory{
		Allocs: float64((after.Mallocs - before.Mallocs) / runs),
		Bytes:  float64((after.TotalAlloc - before.TotalAlloc) / runs),
	}
}
