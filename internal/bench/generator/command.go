package main

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"syscall"
	"time"

	"github.com/eventgen-go/eventgen/internal/bench/measure"
	"github.com/eventgen-go/eventgen/internal/bench/program"
)

// A cost is what a run of the command takes.
type cost struct {
	wall, cpu time.Duration
	peak      float64 // bytes of memory
}

// A command is eventgen in some folder.
type command struct {
	path, dir string
	args      []string
}

// generate writes everything anew.
func (c command) generate(out string) (cost, error) {
	if err := os.RemoveAll(filepath.Join(c.dir, out)); err != nil {
		return cost{}, err
	}
	return c.run("generate")
}

// check finds that nothing is out of date.
func (c command) check() (cost, error) {
	return c.run("generate", "--check")
}

func (c command) run(args ...string) (cost, error) {
	cmd := exec.Command(c.path, append(args, c.args...)...)
	cmd.Dir = c.dir
	start := time.Now()
	_, err := program.Output(cmd)
	wall := time.Since(start)
	if err != nil {
		return cost{}, err
	}
	s := cmd.ProcessState
	return cost{wall, s.UserTime() + s.SystemTime(), peak(s.SysUsage().(*syscall.Rusage))}, nil
}

// peak returns the bytes of memory that a process had when it had most.
func peak(u *syscall.Rusage) float64 {
	if runtime.GOOS == "darwin" {
		return float64(u.Maxrss)
	}
	return float64(u.Maxrss) * 1024
}

// costs are those of several runs.
type costs struct {
	generate, check []cost
}

// repeat generates and checks by turns.
func repeat(c command, out string, rounds int) (costs, error) {
	var all costs
	for range rounds {
		if err := all.add(c, out); err != nil {
			return all, err
		}
	}
	return all, nil
}

func (all *costs) add(c command, out string) error {
	g, err := c.generate(out)
	if err != nil {
		return err
	}
	checked, err := c.check()
	all.generate, all.check = append(all.generate, g), append(all.check, checked)
	return err
}

// median is the median of each figure by itself.
func median(runs []cost) cost {
	var wall, cpu, peak []float64
	for _, r := range runs {
		wall, cpu, peak = append(wall, float64(r.wall)), append(cpu, float64(r.cpu)), append(peak, r.peak)
	}
	return cost{time.Duration(measure.Median(wall)), time.Duration(measure.Median(cpu)), measure.Median(peak)}
}

// module makes a folder with a Go module in it, where files that are generated may stand.
func module(parent, name string) (string, error) {
	dir := filepath.Join(parent, name)
	return dir, errors.Join(
		os.MkdirAll(dir, 0o755),
		os.WriteFile(filepath.Join(dir, "go.mod"), []byte("module "+name+"\n\ngo 1.26.0\n"), 0o644))
}
