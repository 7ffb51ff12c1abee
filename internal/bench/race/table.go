package race

import (
	"fmt"
	"runtime"
	"runtime/debug"
	"slices"
	"strings"

	"github.com/eventgen-go/eventgen/internal/bench/measure"
	"github.com/eventgen-go/eventgen/internal/bench/payload"
	"github.com/eventgen-go/eventgen/internal/bench/report"
)

// titles say what the numbers of each table are times of.
var titles = map[task]string{
	decode:   "**Decode and validate**: `DecodeT` against decoding into the structs of aws-lambda-go, which checks no schema except in the last column.",
	validate: "**Validate**: `ValidT`; `json.Valid` checks syntax only, jsonschema/v6 and ajv have to decode first.",
	encode:   "**Encode**: `AppendJSON` into a buffer that is used again, against `Marshal` of the value of aws-lambda-go.",
}

// names say whose memory each table is about.
var names = map[task]string{decode: "DecodeT", validate: "ValidT", encode: "AppendJSON"}

// Markdown returns the figures against what they have to reach, and for each task a table of times
// and one of memory, with one column a rival and one row an event.
func (r Results) Markdown() string {
	var b strings.Builder
	b.WriteString(versions(r.ajv))
	b.WriteString(report.Bars("**What has to hold**, documents as sent where nothing else is said, geometric mean over the nine.", r.bars()).String())
	fmt.Fprintf(&b, "\nThe next three tables say how many times as long peers take, in CPU time: median of %d rounds, geometric mean of three\n", r.rounds)
	b.WriteString("forms of the document (as sent, indented, members reversed). Below 1 the peer is faster.\n")
	for _, t := range tasks {
		b.WriteString(timeTable(t, of(r.rows, t)).String())
	}
	for _, t := range tasks {
		b.WriteString(memoryTable(t, of(r.rows, t)).String())
	}
	return b.String()
}

// versions says what was measured, as the go command recorded it in the program.
func versions(ajv string) string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return ""
	}
	var peers []string
	for _, m := range info.Deps {
		if isPeer(m.Path) {
			peers = append(peers, strings.TrimPrefix(m.Path, "github.com/")+" "+m.Version)
		}
	}
	return fmt.Sprintf("With %s on %s/%s: %s; %s.\n", info.GoVersion, runtime.GOOS, runtime.GOARCH, strings.Join(peers, ", "), ajv)
}

func isPeer(module string) bool {
	return slices.Contains([]string{
		"github.com/aws/aws-lambda-go",
		"github.com/bytedance/sonic",
		"github.com/go-json-experiment/json",
		"github.com/goccy/go-json",
		"github.com/mailru/easyjson",
		"github.com/santhosh-tekuri/jsonschema/v6",
	}, module)
}

func timeTable(t task, rows []result) *report.Table {
	table := &report.Table{Title: titles[t], Head: append([]string{"", ours + ", µs"}, rivalNames(rows)[1:]...)}
	for _, forms := range byEvent(rows) {
		sent := forms[0]
		cells := []string{sent.title(), fmt.Sprintf("%.1f", sent.rivals[0].nanos/1e3)}
		table.Add(append(cells, means(forms)...)...)
	}
	rows = where(rows, func(r result) bool { return !r.aside })
	for _, f := range payload.Forms {
		table.Add(append([]string{"all, " + string(f), ""}, means(inForm(rows, f))...)...)
	}
	table.Add(append([]string{"**all**", ""}, means(rows)...)...)
	return table
}

func memoryTable(t task, rows []result) *report.Table {
	table := &report.Table{
		Title: fmt.Sprintf("**Memory of `%s`**: allocations, and bytes allocated, of documents as sent.", names[t]),
		Head:  []string{""},
	}
	var known []int
	for i, m := range rows[0].rivals {
		if m.memory != nil {
			known = append(known, i)
			table.Head = append(table.Head, m.name)
		}
	}
	for _, r := range inForm(rows, payload.AsSent) {
		cells := []string{r.title()}
		for _, i := range known {
			m := r.rivals[i].memory
			cells = append(cells, fmt.Sprintf("%.0f, %s", m.Allocs, report.Bytes(m.Bytes)))
		}
		table.Add(cells...)
	}
	return table
}

func (r result) title() string {
	return r.event + ", " + report.Bytes(float64(r.bytes))
}

// means returns the geometric mean over rows of how many times as long each peer takes.
func means(rows []result) []string {
	var cells []string
	for i := range rows[0].rivals[1:] {
		mean, took := meanOf(rows, i+1)
		if !took {
			cells = append(cells, report.None)
			continue
		}
		cells = append(cells, fmt.Sprintf("%.1f", mean))
	}
	return cells
}

// meanOf is the geometric mean for one rival, if it took part.
func meanOf(rows []result, rival int) (mean float64, took bool) {
	var times []float64
	for _, r := range rows {
		if m := r.rivals[rival]; m.nanos > 0 {
			times = append(times, m.times)
		}
	}
	return measure.GeometricMean(times), len(times) > 0
}

// of returns the results of a task.
func of(rows []result, t task) []result {
	return where(rows, func(r result) bool { return r.task == t })
}

func inForm(rows []result, f payload.Form) []result {
	return where(rows, func(r result) bool { return r.form == f })
}

func where(rows []result, want func(result) bool) []result {
	return slices.DeleteFunc(slices.Clone(rows), func(r result) bool { return !want(r) })
}

// byEvent returns the forms of each event, as sent first.
func byEvent(rows []result) [][]result {
	var events [][]result
	for _, r := range inForm(rows, payload.AsSent) {
		events = append(events, where(rows, func(other result) bool { return other.event == r.event }))
	}
	return events
}

func rivalNames(rows []result) []string {
	var names []string
	for _, m := range rows[0].rivals {
		names = append(names, m.name)
	}
	return names
}
