package conformance

import (
	"bytes"
	"flag"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write what falls short to testdata/shortfalls.txt; reasons that stand there are kept")

// shortfallsFile lists what is known to fall short, a line each: corpus/path#group#test: reason.
// A line without a test is about all tests of the group: its schema is refused, or the package
// made of it does not compile. Lines are in order; reasons contain no ": ".
const shortfallsFile = "testdata/shortfalls.txt"

// A ledger collects what falls short in one corpus.
type ledger struct {
	corpus string            // such as "suite": what lines begin with
	short  map[string]string // key → what happens
}

func newLedger(corpus string) *ledger {
	return &ledger{corpus, make(map[string]string)}
}

// add notes that a test falls short.
func (l *ledger) add(key, what string) {
	l.short[l.corpus+"/"+oneLine(key)] = oneLine(what)
}

// settle compares what falls short with what is known to, and fails the test on any difference.
func (l *ledger) settle(t *testing.T) {
	t.Helper()
	known := readShortfalls(t)
	if *update {
		l.rewrite(t, known)
		return
	}
	for _, key := range slices.Sorted(maps.Keys(l.short)) {
		if _, ok := known[key]; !ok {
			t.Errorf("%s: %s", key, l.short[key])
		}
	}
	for _, key := range slices.Sorted(maps.Keys(known)) {
		if _, ok := l.short[key]; !ok && strings.HasPrefix(key, l.corpus+"/") {
			t.Errorf("%s: passes, but is listed in %s: take it out", key, shortfallsFile)
		}
	}
}

// rewrite replaces the lines of the corpus.
func (l *ledger) rewrite(t *testing.T, known map[string]string) {
	t.Helper()
	next := make(map[string]string)
	for key, reason := range known {
		if !strings.HasPrefix(key, l.corpus+"/") {
			next[key] = reason
		}
	}
	for key := range l.short {
		next[key] = "not yet"
		if reason, ok := known[key]; ok {
			next[key] = reason
		}
	}
	var b bytes.Buffer
	for _, key := range slices.Sorted(maps.Keys(next)) {
		fmt.Fprintf(&b, "%s: %s\n", key, next[key])
	}
	if err := os.WriteFile(shortfallsFile, b.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
}

// readShortfalls returns the reasons by key.
func readShortfalls(t *testing.T) map[string]string {
	t.Helper()
	data, err := os.ReadFile(shortfallsFile)
	if err != nil && !os.IsNotExist(err) {
		t.Fatal(err)
	}
	reasons := make(map[string]string)
	for line := range strings.Lines(string(data)) {
		line = strings.TrimSuffix(line, "\n")
		at := strings.LastIndex(line, ": ")
		if at < 0 {
			t.Fatalf("%s: no reason in %q", shortfallsFile, line)
		}
		reasons[line[:at]] = line[at+2:]
	}
	return reasons
}

func oneLine(s string) string {
	return strings.Join(strings.Fields(s), " ")
}
