package report

import (
	"bytes"
	"encoding/xml"
)

// The types of JUnit's XML, as CI systems read it.
type (
	junitSuites struct {
		XMLName  xml.Name     `xml:"testsuites"`
		Name     string       `xml:"name,attr"`
		Tests    int          `xml:"tests,attr"`
		Failures int          `xml:"failures,attr"`
		Errors   int          `xml:"errors,attr"`
		Suites   []junitSuite `xml:"testsuite"`
	}
	junitSuite struct {
		Name     string      `xml:"name,attr"`
		Tests    int         `xml:"tests,attr"`
		Failures int         `xml:"failures,attr"`
		Errors   int         `xml:"errors,attr"`
		Cases    []junitCase `xml:"testcase"`
	}
	junitCase struct {
		Name      string       `xml:"name,attr"`
		ClassName string       `xml:"classname,attr"`
		File      string       `xml:"file,attr"`
		Failure   *junitReason `xml:"failure"`
		Error     *junitReason `xml:"error"`
		Out       *junitText   `xml:"system-out"`
	}
	junitReason struct {
		Message string `xml:"message,attr"`
		Type    string `xml:"type,attr,omitempty"`
		Text    string `xml:",cdata"`
	}
	junitText struct {
		Text string `xml:",cdata"`
	}
)

// JUnit prints a suite of tests with a case for each file.
func JUnit(r Report) []byte {
	suite := junitSuite{Name: r.Command, Tests: len(r.Files)}
	for _, f := range r.Files {
		c := f.junit(r.Command)
		if c.Failure != nil {
			suite.Failures++
		}
		if c.Error != nil {
			suite.Errors++
		}
		suite.Cases = append(suite.Cases, c)
	}
	var b bytes.Buffer
	b.WriteString(xml.Header)
	e := xml.NewEncoder(&b)
	e.Indent("", "  ")
	all := junitSuites{Name: suite.Name, Tests: suite.Tests, Failures: suite.Failures, Errors: suite.Errors, Suites: []junitSuite{suite}}
	if err := e.Encode(all); err != nil {
		panic(err) // all types have a form in XML
	}
	b.WriteByte('\n')
	return b.Bytes()
}

// junit makes the case for a file: errors are why it fails, notes are its output.
func (f File) junit(class string) junitCase {
	name := Printable(f.Name)
	c := junitCase{Name: name, ClassName: class, File: name}
	errors, notes := f, File{Name: f.Name}
	errors.Findings = nil
	for _, finding := range f.Findings {
		if finding.Severity != Error {
			notes.Findings = append(notes.Findings, finding)
		} else {
			errors.Findings = append(errors.Findings, finding)
		}
	}
	if len(errors.Findings) > 0 {
		first := errors.Findings[0]
		c.Failure = &junitReason{Printable(first.Message), Printable(first.Keyword), "\n" + string(Style{}.File(errors))}
	}
	if f.Error != "" {
		c.Error = &junitReason{Message: Printable(f.Error)}
	}
	if len(notes.Findings) > 0 {
		c.Out = &junitText{"\n" + string(Style{}.File(notes))}
	}
	return c
}
