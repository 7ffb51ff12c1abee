package report

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"
	"unicode/utf8"
)

// hostile is a report in which every text tries something.
var hostile = func() Report {
	const text = "\x1b[31m\u202e\u009b\r\n::error::]]></failure>\xff%0A,:\ufffe\t<&>\"'"
	at := Place{Offset: 7, Line: 3, Column: 9, Character: 8}
	f := Finding{
		Severity: Error, File: text, Place: at, Pointer: "/" + text, Keyword: text, Rule: Rule{Schema: text, Line: 1, Column: 2, Pointer: text},
		Message: text, Hint: text, Excerpt: Excerpt{text, text, text},
	}
	note := f
	note.Severity, note.Rule = Note, Rule{}
	return Report{Version: "v1", Command: "eventgen validate", Files: []File{
		{Name: text, Documents: 2, Invalid: 1, Findings: []Finding{f, note, f}, Omitted: Omitted{Errors: 1200, Notes: 1}},
		{Name: text, Error: text},
		{Name: "fine.json"},
	}}
}()

// No format prints what a terminal would obey, or what is no UTF-8.
func TestHostileText(t *testing.T) {
	for _, name := range Formats() {
		out := Printer(name)(hostile)
		if !utf8.Valid(out) {
			t.Errorf("%s: not UTF-8", name)
		}
		for _, r := range string(out) {
			if r != '\n' && Printable(string(r)) != string(r) {
				t.Errorf("%s prints %q", name, r)
			}
		}
		if !bytes.Equal(out, Printer(name)(hostile)) {
			t.Errorf("%s is not the same twice", name)
		}
	}
}

func TestWellFormed(t *testing.T) {
	for _, name := range []string{"json", "gitlab", "sarif"} {
		if out := Printer(name)(hostile); !json.Valid(out) {
			t.Errorf("%s is not JSON:\n%s", name, out)
		}
	}
	d := xml.NewDecoder(bytes.NewReader(JUnit(hostile)))
	for {
		_, err := d.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatalf("junit is not XML: %v", err)
		}
	}
	var suites junitSuites
	if err := xml.Unmarshal(JUnit(hostile), &suites); err != nil {
		t.Fatal(err)
	}
	if suites.Tests != 3 || suites.Failures != 1 || suites.Errors != 1 || len(suites.Suites[0].Cases) != 3 {
		t.Errorf("junit: %+v", suites)
	}
}

// A line of the format github is a command, whatever texts hold.
func TestGitHubCommands(t *testing.T) {
	lines := strings.Split(strings.TrimSuffix(string(GitHub(hostile)), "\n"), "\n")
	if len(lines) != 5 {
		t.Errorf("%d lines, want 5", len(lines))
	}
	for _, line := range lines {
		if strings.Count(line, "::") < 2 || !strings.HasPrefix(line, "::error file=") && !strings.HasPrefix(line, "::notice file=") {
			t.Errorf("no command: %s", line)
		}
		properties, _, _ := strings.Cut(strings.TrimPrefix(line, "::"), "::")
		if strings.ContainsAny(strings.Replace(properties, "file=", "", 1), "\r\n") || strings.Count(properties, ",") > 3 {
			t.Errorf("properties can be forged: %s", line)
		}
	}
}

func TestFingerprintsDiffer(t *testing.T) {
	var issues []gitlabIssue
	if err := json.Unmarshal(GitLab(hostile), &issues); err != nil {
		t.Fatal(err)
	}
	seen := make(map[string]bool)
	for _, i := range issues {
		if seen[i.Fingerprint] {
			t.Errorf("two issues have the fingerprint %s", i.Fingerprint)
		}
		seen[i.Fingerprint] = true
	}
}

func TestSARIFPlaces(t *testing.T) {
	var log sarifLog
	if err := json.Unmarshal(SARIF(hostile), &log); err != nil {
		t.Fatal(err)
	}
	run := log.Runs[0]
	if at := run.Results[0].Locations[0].Physical.Region; at == nil || *at != (sarifRegion{3, 8}) {
		t.Errorf("the region is %+v, want line 3, character 8", at)
	}
	if run.Invocations[0].ExecutionSuccessful {
		t.Error("a file that could not be read counts as success")
	}
	for file, want := range map[string]string{
		"events/a b.json": "events/a%20b.json", "<stdin>": "%3Cstdin%3E", "/tmp/x.json": "file:///tmp/x.json", "c:x.json": "./c:x.json",
	} {
		if got := sarifURI(file); got != want {
			t.Errorf("the URI of %s is %s, want %s", file, got, want)
		}
	}
}

func TestCount(t *testing.T) {
	tests := []struct {
		n    int
		want string
	}{{0, "0 files"}, {1, "1 file"}, {999, "999 files"}, {1000, "1,000 files"}, {1234567, "1,234,567 files"}}
	for _, test := range tests {
		if got := Count(test.n, "file"); got != test.want {
			t.Errorf("Count(%d) = %s, want %s", test.n, got, test.want)
		}
	}
}
