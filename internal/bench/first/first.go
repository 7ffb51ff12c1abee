// Package first measures the first decoding in a process, which a function that starts cold pays.
//
// Each peer is a program of its own, in the folders below, that measures itself; the programs are
// started in turn, many times.
package first

import (
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/eventgen-go/eventgen/internal/bench/measure"
	"github.com/eventgen-go/eventgen/internal/bench/payload"
	"github.com/eventgen-go/eventgen/internal/bench/program"
	"github.com/eventgen-go/eventgen/internal/bench/report"
)

const folder = "github.com/eventgen-go/eventgen/internal/bench/first/"

// A peer is a program.
type peer struct {
	program, name string
}

var peers = []peer{
	{"eventgen", "eventgen, `sqs.Handler`"},
	{"encodingjson", "encoding/json, `lambda.NewHandler`"},
	{"sonic", "sonic, `Unmarshal` without a handler"},
}

// Run starts each program some times, and returns a table.
func Run(times int, progress io.Writer) (string, error) {
	dir, err := os.MkdirTemp("", "first")
	if err != nil {
		return "", err
	}
	defer os.RemoveAll(dir)
	file := filepath.Join(dir, "event.json")
	if err := writePayload(file); err != nil {
		return "", err
	}
	fmt.Fprintln(progress, "build")
	programs, err := build(dir)
	if err != nil {
		return "", err
	}
	fmt.Fprintln(progress, "start", times, "times")
	nanos, err := startAll(programs, file, times)
	if err != nil {
		return "", err
	}
	return bars(nanos).String() + table(nanos).String(), nil
}

func writePayload(file string) error {
	from, err := payload.FindTestdata()
	if err != nil {
		return err
	}
	data, err := payload.SQS(10, payload.Message).Write(from, payload.AsSent)
	if err != nil {
		return err
	}
	return os.WriteFile(file, data, 0o644)
}

func build(dir string) ([]string, error) {
	var programs []string
	for _, p := range peers {
		name, err := program.Build(".", folder+p.program, dir)
		if err != nil {
			return nil, err
		}
		programs = append(programs, name)
	}
	return programs, nil
}

// startAll returns the nanoseconds of each program, by start.
func startAll(programs []string, file string, times int) ([][]float64, error) {
	nanos := make([][]float64, len(programs))
	for range times {
		for i, p := range programs {
			out, err := program.Output(exec.Command(p, file))
			if err != nil {
				return nil, err
			}
			n, err := strconv.ParseFloat(strings.TrimSpace(out), 64)
			if err != nil {
				return nil, err
			}
			nanos[i] = append(nanos[i], n)
		}
	}
	return nanos, nil
}

func bars(nanos [][]float64) *report.Table {
	return report.Bars("**What has to hold** of the first decoding in a process.", []report.Bar{
		{What: "eventgen", Limit: report.AtMost(0.5, "ms"), Reached: measure.Median(nanos[0]) / 1e6},
	})
}

func table(nanos [][]float64) *report.Table {
	t := &report.Table{
		Title: fmt.Sprintf("**First decoding in a process** of an SQS event with ten messages of 1 KiB, by the clock on the wall, %d processes each.", len(nanos[0])),
		Head:  []string{"", "median, ms", "least, ms"},
	}
	for i, p := range peers {
		t.Add(p.name, millis(measure.Median(nanos[i])), millis(slices.Min(nanos[i])))
	}
	return t
}

func millis(nanos float64) string {
	return fmt.Sprintf("%.2f", nanos/1e6)
}
