package report

import (
	"net/url"
	"path"
	"slices"
	"strings"
)

// The types of SARIF 2.1.0, as far as we have something to say:
// https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
type (
	sarifLog struct {
		Schema  string     `json:"$schema"`
		Version string     `json:"version"`
		Runs    []sarifRun `json:"runs"`
	}
	sarifRun struct {
		Tool        sarifTool         `json:"tool"`
		Invocations []sarifInvocation `json:"invocations"`
		ColumnKind  string            `json:"columnKind"`
		Results     []sarifResult     `json:"results"`
	}
	sarifTool struct {
		Driver sarifDriver `json:"driver"`
	}
	sarifDriver struct {
		Name           string      `json:"name"`
		Version        string      `json:"version,omitempty"`
		InformationURI string      `json:"informationUri"`
		Rules          []sarifRule `json:"rules"`
	}
	sarifRule struct {
		ID string `json:"id"`
	}
	sarifInvocation struct {
		ExecutionSuccessful        bool                `json:"executionSuccessful"`
		ToolExecutionNotifications []sarifNotification `json:"toolExecutionNotifications,omitempty"`
	}
	sarifNotification struct {
		Level     string          `json:"level"`
		Message   sarifMessage    `json:"message"`
		Locations []sarifLocation `json:"locations"`
	}
	sarifResult struct {
		RuleID       string            `json:"ruleId"`
		RuleIndex    int               `json:"ruleIndex"`
		Level        Severity          `json:"level"`
		Message      sarifMessage      `json:"message"`
		Locations    []sarifLocation   `json:"locations"`
		Fingerprints map[string]string `json:"partialFingerprints"`
	}
	sarifMessage struct {
		Text string `json:"text"`
	}
	sarifLocation struct {
		Physical sarifPhysical  `json:"physicalLocation"`
		Logical  []sarifLogical `json:"logicalLocations,omitempty"`
	}
	sarifPhysical struct {
		Artifact sarifArtifact `json:"artifactLocation"`
		Region   *sarifRegion  `json:"region,omitempty"`
	}
	sarifArtifact struct {
		URI string `json:"uri"`
	}
	sarifRegion struct {
		StartLine   int `json:"startLine"`
		StartColumn int `json:"startColumn"`
	}
	sarifLogical struct {
		FullyQualifiedName string `json:"fullyQualifiedName"`
	}
)

// SARIF prints a log in the Static Analysis Results Interchange Format, version 2.1.0.
func SARIF(r Report) []byte {
	rules := sarifRules(r)
	run := sarifRun{
		Tool: sarifTool{sarifDriver{
			Name: "eventgen", Version: r.Version, InformationURI: "https://github.com/eventgen-go/eventgen", Rules: rules,
		}},
		Invocations: []sarifInvocation{sarifOutcome(r)},
		ColumnKind:  "unicodeCodePoints",
		Results:     []sarifResult{},
	}
	var prints fingerprints
	for _, file := range r.Files {
		for _, f := range file.Findings {
			run.Results = append(run.Results, sarifResult{
				RuleID:       f.Keyword,
				RuleIndex:    slices.Index(rules, sarifRule{f.Keyword}),
				Level:        f.Severity,
				Message:      sarifMessage{f.paragraph()},
				Locations:    []sarifLocation{sarifPlace(f)},
				Fingerprints: map[string]string{"eventgen/v1": prints.of(f)},
			})
		}
	}
	return MarshalJSON(sarifLog{"https://json.schemastore.org/sarif-2.1.0.json", "2.1.0", []sarifRun{run}})
}

// sarifOutcome says whether the run got to its end, and which files kept it from that.
func sarifOutcome(r Report) sarifInvocation {
	outcome := sarifInvocation{ExecutionSuccessful: true}
	for _, file := range r.Files {
		if file.Error != "" {
			outcome.ExecutionSuccessful = false
			outcome.ToolExecutionNotifications = append(outcome.ToolExecutionNotifications,
				sarifNotification{"error", sarifMessage{Printable(file.Error)}, []sarifLocation{sarifPlace(Finding{File: file.Name})}})
		}
	}
	return outcome
}

// sarifRules returns the keywords that documents break, sorted.
func sarifRules(r Report) []sarifRule {
	rules := []sarifRule{}
	for _, file := range r.Files {
		for _, f := range file.Findings {
			if !slices.Contains(rules, sarifRule{f.Keyword}) {
				rules = append(rules, sarifRule{f.Keyword})
			}
		}
	}
	slices.SortFunc(rules, func(a, b sarifRule) int { return strings.Compare(a.ID, b.ID) })
	return rules
}

func sarifPlace(f Finding) sarifLocation {
	at := sarifLocation{Physical: sarifPhysical{Artifact: sarifArtifact{sarifURI(f.File)}}}
	if f.Place.Line > 0 {
		at.Physical.Region = &sarifRegion{f.Place.Line, f.Place.Character}
	}
	if f.Pointer != "" {
		at.Logical = []sarifLogical{{f.Pointer}}
	}
	return at
}

// sarifURI returns a relative URI for a relative path, and one with a scheme for others.
func sarifURI(file string) string {
	u := url.URL{Path: file}
	if path.IsAbs(file) {
		u.Scheme = "file"
	}
	return u.String()
}
