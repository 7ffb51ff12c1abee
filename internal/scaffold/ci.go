package scaffold

import (
	"fmt"
	"path"
	"strings"

	"github.com/eventgen-go/eventgen/internal/output"
)

const goal = "# Fails if generated code is out of date, or an event is not valid.\n"

// generates reports whether there is something to generate.
func (p Project) generates() bool { return len(p.Config.Packages) > 0 }

// HasChecks reports whether there is something for CI to check.
func (p Project) HasChecks() bool { return p.generates() || len(p.Events) > 0 }

// GitHub is a workflow of GitHub Actions. The version of eventgen is the one in go.mod, as it is for
// developers.
func (p Project) GitHub() output.File {
	var b strings.Builder
	b.WriteString(goal + `name: eventgen
on: [push, pull_request]
permissions:
  contents: read
jobs:
  eventgen:
    runs-on: ubuntu-latest
`)
	if p.Folder != "." {
		fmt.Fprintf(&b, "    defaults:\n      run:\n        working-directory: %s\n", yamlText(p.Folder))
	}
	fmt.Fprintf(&b, `    steps:
      - uses: actions/checkout@v6
      - uses: actions/setup-go@v6
        with:
          go-version-file: %s
`, yamlText(path.Join(p.Module, "go.mod")))
	for _, line := range p.checks("--format github") {
		fmt.Fprintf(&b, "      - run: %s\n", line)
	}
	return output.File{Path: ".github/workflows/eventgen.yaml", Data: []byte(b.String())}
}

// codeQuality is where GitLab expects what it shows inline.
const codeQuality = "gl-code-quality-report.json"

// GitLab is a pipeline of GitLab.
func (p Project) GitLab() output.File {
	var b strings.Builder
	b.WriteString(goal + "eventgen:\n  image: golang:1.26\n  script:\n")
	if p.Folder != "." {
		fmt.Fprintf(&b, "    - %s\n", yamlCommand("cd", p.Folder))
	}
	for _, line := range p.checks("--report gitlab=" + codeQuality) {
		fmt.Fprintf(&b, "    - %s\n", line)
	}
	if len(p.Events) > 0 {
		fmt.Fprintf(&b, "  artifacts:\n    when: always\n    reports:\n      codequality: %s\n", yamlText(path.Join(p.Folder, codeQuality)))
	}
	return output.File{Path: ".gitlab-ci.yml", Data: []byte(b.String())}
}

// checks are the commands that CI runs.
func (p Project) checks(how string) []string {
	var lines []string
	if p.generates() {
		lines = append(lines, "go tool eventgen generate --check")
	}
	if len(p.Events) > 0 {
		lines = append(lines, "go tool eventgen validate "+how+" "+strings.Join(p.Events, " "))
	}
	return lines
}
