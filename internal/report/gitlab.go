package report

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
)

// The types of GitLab's code quality reports, a part of those of Code Climate.
type (
	gitlabIssue struct {
		Description string         `json:"description"`
		CheckName   string         `json:"check_name"`
		Fingerprint string         `json:"fingerprint"`
		Severity    string         `json:"severity"`
		Location    gitlabLocation `json:"location"`
	}
	gitlabLocation struct {
		Path  string      `json:"path"`
		Lines gitlabLines `json:"lines"`
	}
	gitlabLines struct {
		Begin int `json:"begin"`
	}
)

// GitLab prints a code quality report: https://docs.gitlab.com/ci/testing/code_quality/
func GitLab(r Report) []byte {
	issues := []gitlabIssue{}
	var prints fingerprints
	for _, file := range r.Files {
		for _, f := range file.all() {
			issues = append(issues, gitlabIssue{
				Description: f.paragraph(),
				CheckName:   f.Keyword,
				Fingerprint: prints.of(f),
				Severity:    gitlabSeverities[f.Severity],
				Location:    gitlabLocation{f.File, gitlabLines{max(f.Place.Line, 1)}},
			})
		}
	}
	return MarshalJSON(issues)
}

var gitlabSeverities = map[Severity]string{Error: "major", Warning: "minor", Note: "info"}

// fingerprints tell findings apart, and are the same in the next run though lines have moved.
type fingerprints struct{ given map[string]int }

func (p *fingerprints) of(f Finding) string {
	key := fmt.Sprintf("%q %q %q %q %q", f.File, f.Pointer, f.Keyword, f.Rule.Pointer, f.Message)
	if p.given == nil {
		p.given = make(map[string]int)
	}
	n := p.given[key]
	p.given[key]++
	sum := sha256.Sum256(fmt.Appendf(nil, "%s %d", key, n))
	return hex.EncodeToString(sum[:16])
}
