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

var update = flag.Bool("update", false, "write what falls short into testdata; reasons that stand there are kept")

// shortfallsFile lists what is known to fall short, a line each: corpus/path#group#test: reason.
// A line without a test is about all tests of the group: its schema is refused, or the package
// made of it does not compile. Lines are in order; reasons contain no ": ".
const shortfallsFile = "testdata/shortfalls.txt"

// exceptionsHead is the first line of such a file.
const exceptionsHead = "# Exceptions and their reasons. go test -update keeps the lines; reasons are written by hand.\n"

// A ledger collects what falls short in one corpus.
type ledger struct {
	file   string            // that lists what is known
	prefix string            // of the lines in it that are about this corpus, such as "suite/"
	short  map[string]string // key → what happens
}

func newLedger(corpus string) *ledger {
	return &ledger{shortfallsFile, corpus + "/", make(map[string]string)}
}

// add notes that a test falls short.
func (l *ledger) add(key, what string) {
	l.short[l.prefix+oneLine(key)] = oneLine(what)
}

// settle compares what falls short with what is known to, and fails the test on any difference.
func (l *ledger) settle(t *testing.T) {
	t.Helper()
	known := readReasons(t, l.file)
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
		if _, ok := l.short[key]; !ok && strings.HasPrefix(key, l.prefix) {
			t.Errorf("%s: passes, but is listed in %s: take it out", key, l.file)
		}
	}
}

// rewrite replaces the lines of the corpus.
func (l *ledger) rewrite(t *testing.T, known map[string]string) {
	t.Helper()
	next := make(map[string]string)
	for key, reason := range known {
		if !strings.HasPrefix(key, l.prefix) {
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
	b.WriteString(exceptionsHead)
	for _, key := range slices.Sorted(maps.Keys(next)) {
		fmt.Fprintf(&b, "%s: %s\n", key, next[key])
	}
	if err := os.WriteFile(l.file, b.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
}

// readReasons returns the reasons in a file by key.
func readReasons(t *testing.T, file string) map[string]string {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil && !os.IsNotExist(err) {
		t.Fatal(err)
	}
	reasons := make(map[string]string)
	for line := range strings.Lines(string(data)) {
		if strings.HasPrefix(line, "# ") {
			continue
		}
		line = strings.TrimSuffix(line, "\n")
		at := strings.LastIndex(line, ": ")
		if at < 0 {
			t.Fatalf("%s: no reason in %q", file, line)
		}
		reasons[line[:at]] = line[at+2:]
	}
	return reasons
}

func oneLine(s string) string {
	return strings.Join(strings.Fields(s), " ")
}
