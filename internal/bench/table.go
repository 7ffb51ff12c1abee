package main

import (
	"bytes"
	"fmt"
	"os"
	"runtime"
	"runtime/debug"
	"slices"
	"strings"
)

// The marks in the README between which the tables stand.
const (
	begin = "<!-- bench:begin -->\n"
	end   = "<!-- bench:end -->\n"
)

// titles say what the numbers of each table are times of.
var titles = map[task]string{
	decode:   "**Decode and validate**: `DecodeT` against decoding into the structs of aws-lambda-go, which checks no schema except in the last column.",
	validate: "**Validate**: `ValidT`; `json.Valid` checks syntax only, jsonschema/v6 has to decode first.",
	encode:   "**Encode**: `AppendJSON` into a buffer that is used again, against `Marshal` of the value of aws-lambda-go.",
}

// markdown returns a table for each task, one column a rival, one row an event, with its three
// forms taken together.
func markdown(results []result, rounds int) string {
	var b strings.Builder
	fmt.Fprintf(&b, "How many times as long peers take, in CPU time: median of %d rounds, geometric mean of three forms of the document\n", rounds)
	b.WriteString("(as sent, indented, members reversed). Below 1 the peer is faster. In parentheses: allocations as sent.\n")
	b.WriteString(versions())
	for _, t := range tasks {
		writeTable(&b, t, of(results, func(r result) bool { return r.task == t }))
	}
	return b.String()
}

// versions says what was measured, as the go command recorded it in the program.
func versions() string {
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
	return fmt.Sprintf("With %s on %s/%s: %s.\n", info.GoVersion, runtime.GOOS, runtime.GOARCH, strings.Join(peers, ", "))
}

func isPeer(module string) bool {
	return slices.Contains([]string{
		"github.com/aws/aws-lambda-go",
		"github.com/bytedance/sonic",
		"github.com/go-json-experiment/json",
		"github.com/goccy/go-json",
		"github.com/santhosh-tekuri/jsonschema/v6",
	}, module)
}

func writeTable(b *strings.Builder, t task, results []result) {
	fmt.Fprintf(b, "\n%s\n\n| | eventgen, µs |", titles[t])
	for _, m := range results[0].rivals[1:] {
		fmt.Fprintf(b, " %s |", m.name)
	}
	b.WriteString("\n|---|" + strings.Repeat("---|", len(results[0].rivals)) + "\n")
	for _, name := range eventNames(results) {
		writeEvent(b, name, of(results, func(r result) bool { return r.event == name }))
	}
	for _, f := range forms {
		writeMean(b, "all, "+string(f), of(results, func(r result) bool { return r.form == f }))
	}
	writeMean(b, "**all**", results)
}

// writeEvent writes a row; rows holds the forms of one event, as sent first.
func writeEvent(b *strings.Builder, name string, rows []result) {
	sent := rows[0]
	fmt.Fprintf(b, "| %s, %s | %.1f (%.0f) |", name, size(sent.bytes), sent.rivals[0].nanos/1e3, sent.rivals[0].allocs)
	for i := range sent.rivals[1:] {
		fmt.Fprintf(b, " %.1f (%.0f) |", meanOf(rows, i+1), sent.rivals[i+1].allocs)
	}
	b.WriteString("\n")
}

func writeMean(b *strings.Builder, name string, rows []result) {
	fmt.Fprintf(b, "| %s | |", name)
	for i := range rows[0].rivals[1:] {
		fmt.Fprintf(b, " %.1f |", meanOf(rows, i+1))
	}
	b.WriteString("\n")
}

// meanOf returns the geometric mean over rows of what the rival takes.
func meanOf(rows []result, rival int) float64 {
	var times []float64
	for _, r := range rows {
		times = append(times, r.rivals[rival].times)
	}
	return geometricMean(times)
}

// of returns the results that are wanted.
func of(results []result, want func(result) bool) []result {
	return slices.DeleteFunc(slices.Clone(results), func(r result) bool { return !want(r) })
}

func eventNames(results []result) []string {
	var names []string
	for _, r := range results {
		if !slices.Contains(names, r.event) {
			names = append(names, r.event)
		}
	}
	return names
}

func size(bytes int) string {
	return fmt.Sprintf("%.1f KB", float64(bytes)/1e3)
}

// writeReadme replaces what stands between the marks.
func writeReadme(name, tables string) error {
	data, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	before, rest, ok := bytes.Cut(data, []byte(begin))
	_, after, closed := bytes.Cut(rest, []byte(end))
	if !ok || !closed {
		return fmt.Errorf("%s has no lines %q and %q", name, strings.TrimSpace(begin), strings.TrimSpace(end))
	}
	text := slices.Concat(before, []byte(begin), []byte(tables), []byte(end), after)
	return os.WriteFile(name, text, 0o644)
}
