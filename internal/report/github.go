package report

import (
	"bytes"
	"fmt"
	"strings"
)

// GitHub prints commands of GitHub Actions, which show each finding in the changes of a pull
// request: https://docs.github.com/actions/reference/workflow-commands-for-github-actions
func GitHub(r Report) []byte {
	var b bytes.Buffer
	for _, file := range r.Files {
		for _, f := range file.all() {
			command := string(f.Severity)
			if f.Severity == Note {
				command = "notice"
			}
			fmt.Fprintf(&b, "::%s file=%s", command, property(f.File))
			if f.Place.Line > 0 {
				fmt.Fprintf(&b, ",line=%d,col=%d", f.Place.Line, f.Place.Column)
			}
			fmt.Fprintf(&b, ",title=%s::%s\n", property(r.Command), githubText.Replace(f.paragraph()))
		}
		if more := file.Omitted.String(); more != "" {
			fmt.Fprintf(&b, "::notice file=%s,title=%s::%s\n", property(file.Name), property(r.Command), more)
		}
	}
	return b.Bytes()
}

var (
	githubText     = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	githubProperty = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)

func property(s string) string { return githubProperty.Replace(Printable(s)) }
