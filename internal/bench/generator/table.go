package main

import (
	"cmp"
	"fmt"
	"slices"
	"time"

	"github.com/eventgen-go/eventgen/internal/bench/measure"
	"github.com/eventgen-go/eventgen/internal/bench/report"
)

// measured is all that was measured; the store is empty where its schemas are absent.
type measured struct {
	catalogue, large, store costs
}

func (m measured) bars() *report.Table {
	catalogue, large := median(m.catalogue.generate), median(m.large.generate)
	bars := []report.Bar{
		{What: "catalogue, time", Limit: report.AtMost(1.5, "s"), Reached: catalogue.wall.Seconds()},
		{What: "catalogue, memory", Limit: report.AtMost(300, "MiB"), Reached: mebibytes(catalogue)},
		{What: "catalogue, `--check` against `generate`", Limit: report.AtMost(1, "×"), Reached: slowdown(m.catalogue)},
		{What: largeName + ", time", Limit: report.AtMost(10, "s"), Reached: large.wall.Seconds()},
		{What: largeName + ", memory", Limit: report.AtMost(512, "MiB"), Reached: mebibytes(large)},
	}
	if len(m.store.generate) > 0 {
		bars = append(bars, report.Bar{
			What: "SchemaStore, time of the median", Limit: report.AtMost(60, "ms"), Reached: 1e3 * median(m.store.generate).wall.Seconds(),
		})
	}
	return report.Bars("**What has to hold** of `eventgen generate`, from the start of the process to its end.", bars)
}

var largeName = fmt.Sprintf("%d,000 properties", properties/1000)

// slowdown is how many times as long checking takes, the median of the ratios within a round.
func slowdown(c costs) float64 {
	var generate, check []float64
	for i := range c.generate {
		generate, check = append(generate, float64(c.generate[i].wall)), append(check, float64(c.check[i].wall))
	}
	return measure.Median(measure.Ratios(check, generate))
}

func (m measured) table() *report.Table {
	t := &report.Table{
		Title: "**The generator**: time on the wall, CPU time of all threads, and the peak of memory.",
		Head:  []string{"", "time, ms", "CPU, ms", "memory, MiB"},
	}
	add := func(name string, c cost) {
		t.Add(name, millis(c.wall), millis(c.cpu), fmt.Sprintf("%.0f", mebibytes(c)))
	}
	add("catalogue", median(m.catalogue.generate))
	add("catalogue, `--check`", median(m.catalogue.check))
	add(largeName, median(m.large.generate))
	add(largeName+", `--check`", median(m.large.check))
	if n := len(m.store.generate); n > 0 {
		add(fmt.Sprintf("SchemaStore, median of %d schemas", n), median(m.store.generate))
		add("SchemaStore, median, `--check`", median(m.store.check))
		add("SchemaStore, the slowest", slowest(m.store.generate))
	} else {
		t.Add("SchemaStore (no schemas here)", report.None, report.None, report.None)
	}
	return t
}

func slowest(runs []cost) cost {
	return slices.MaxFunc(runs, func(a, b cost) int { return cmp.Compare(a.wall, b.wall) })
}

func millis(d time.Duration) string {
	return fmt.Sprintf("%.0f", d.Seconds()*1e3)
}

func mebibytes(c cost) float64 { return c.peak / (1 << 20) }
