package main

import (
	"fmt"
	"math"
	"runtime"
	"slices"
	"syscall"
	"testing"
	"time"
)

// A result is what one task took for one payload, in the order of the rivals.
type result struct {
	event  string
	form   form
	task   task
	bytes  int
	rivals []measured
}

// A measured is a rival's result.
type measured struct {
	name   string
	nanos  float64 // CPU time of a run, the median of the rounds
	times  float64 // how many times as long as the first rival, the median of the ratios within a round
	allocs float64 // allocations of a run
}

// measure runs the rivals of each task next to each other, in all rounds.
func measure(c contest, rounds int, sample time.Duration) ([]result, error) {
	var results []result
	for _, t := range tasks {
		rivals := c.rivals[t]
		timings, err := race(rivals, rounds, sample)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", t, err)
		}
		r := result{event: c.event, form: c.form, task: t, bytes: c.bytes}
		for i, rival := range rivals {
			r.rivals = append(r.rivals, measured{
				name:   rival.name,
				nanos:  median(timings[i]),
				times:  median(ratios(timings[i], timings[0])),
				allocs: testing.AllocsPerRun(5, func() { _ = rival.run() }),
			})
		}
		results = append(results, r)
	}
	return results, nil
}

// race returns for each rival the nanoseconds of a run, by round. Every round starts with another
// rival, so that none always follows the same one.
func race(rivals []rival, rounds int, sample time.Duration) ([][]float64, error) {
	runs := make([]int, len(rivals))
	timings := make([][]float64, len(rivals))
	for i, r := range rivals {
		if err := r.run(); err != nil { // also warms up what is compiled or cached on first use
			return nil, fmt.Errorf("%s: %w", r.name, err)
		}
		runs[i] = calibrate(r, sample)
		timings[i] = make([]float64, rounds)
	}
	for round := range rounds {
		for k := range rivals {
			i := (round + k) % len(rivals)
			timings[i][round] = float64(timeOf(rivals[i], runs[i])) / float64(runs[i])
		}
	}
	return timings, nil
}

// calibrate returns how many runs take about the time of a sample.
func calibrate(r rival, sample time.Duration) int {
	for n := 1; ; n *= 2 {
		if took := timeOf(r, n); took > sample/8 {
			return max(1, int(float64(n)*float64(sample)/float64(took)))
		}
	}
}

// timeOf returns the CPU time of n runs, which are known to succeed. It starts with an empty heap:
// nobody pays for the garbage of another.
func timeOf(r rival, n int) time.Duration {
	runtime.GC()
	start := cpuTime()
	for range n {
		_ = r.run()
	}
	return cpuTime() - start
}

// cpuTime returns what the process has used, all threads together.
func cpuTime() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		panic(err) // fails for invalid arguments only
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

func ratios(of, to []float64) []float64 {
	r := make([]float64, len(of))
	for i := range of {
		r[i] = of[i] / to[i]
	}
	return r
}

func median(v []float64) float64 {
	v = slices.Sorted(slices.Values(v))
	return (v[(len(v)-1)/2] + v[len(v)/2]) / 2
}

// geometricMean is the mean for ratios: that of 2 and ½ is 1.
func geometricMean(v []float64) float64 {
	var sum float64
	for _, x := range v {
		sum += math.Log(x)
	}
	return math.Exp(sum / float64(len(v)))
}
