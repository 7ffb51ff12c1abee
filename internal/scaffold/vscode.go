package scaffold

import (
	"fmt"
	"path"
	"strings"

	"github.com/eventgen-go/eventgen/internal/output"
	"github.com/eventgen-go/eventgen/internal/report"
)

// configSchema is the $id of the schema of eventgen.yaml.
const configSchema = site + "schemas/eventgen.schema.json"

// An Event is one of the catalogue.
type Event struct {
	ID     string // such as "sqs.Event"
	Schema string // the path of its schema, such as "schemas/sqs/event.schema.json"
}

// URL returns the $id of the event's schema.
func (e Event) URL() string { return site + e.Schema }

// patterns are the names of files that are taken for the event: those that are named after it, and
// those in a folder that is.
func (e Event) patterns() []string {
	return []string{e.ID + ".json", e.ID + ".*.json", e.ID + "/*.json"}
}

// VSCode are settings of a workspace of Visual Studio Code, at the root of the repository, which tell
// the schemas of eventgen.yaml, of examples, and of events.
func (p Project) VSCode(events []Event) output.File {
	var lines []string
	add := func(url string, patterns ...string) {
		for i := range patterns {
			patterns[i] = jsonText(patterns[i])
		}
		lines = append(lines, fmt.Sprintf(`    {"fileMatch": [%s], "url": %s}`, strings.Join(patterns, ", "), jsonText(url)))
	}
	for _, name := range sortedKeys(p.Config.Packages) {
		pkg := p.Config.Packages[name]
		for _, t := range sortedKeys(pkg.Examples) {
			add("./"+path.Join(p.Folder, pkg.Types[t]), "/"+path.Join(p.Folder, pkg.Examples[t]))
		}
	}
	for _, e := range events {
		add(e.URL(), e.patterns()...)
	}
	text := "{\n  \"yaml.schemas\": {\n    " + jsonText(configSchema) + `: ["eventgen.yaml", ".eventgen.yaml"]` +
		"\n  },\n  \"json.schemas\": [\n" + strings.Join(lines, ",\n") + "\n  ]\n}\n"
	return output.File{Path: ".vscode/settings.json", Data: []byte(text)}
}

// jsonText writes a text.
func jsonText(text string) string { return strings.TrimSpace(string(report.MarshalJSON(text))) }
