package conformance

import (
	"fmt"
	"strings"
	"testing"

	"github.com/eventgen-go/eventgen/out/catalog"
)

// README's table of the catalogue names all packages and types, but for those that are many:
// answers, whose names follow from what they answer, and EventBridge's details, which it counts.
func TestReadmeNamesTypes(t *testing.T) {
	rows := readmeRows(t)
	details := 0
	for _, e := range catalog.Events() {
		row := rows[e.Package]
		switch {
		case e.Package == "eventbridge" && e.Type != "Event":
			details++
		case strings.HasSuffix(e.Type, "Response"):
		case !strings.Contains(row, "`"+e.Type+"`"):
			t.Errorf("README does not name %s", e.ID)
		}
		if answered := strings.Contains(row, "→") || strings.Contains(row, "which the function returns"); e.Response != "" && !answered {
			t.Errorf("README does not say that %s is answered", e.ID)
		}
	}
	if want := fmt.Sprintf("and %d types", details); !strings.Contains(rows["eventbridge"], want) {
		t.Errorf("README does not count the types of eventbridge: %s", want)
	}
}

// readmeRows returns the rows of README's table by package.
func readmeRows(t *testing.T) map[string]string {
	t.Helper()
	rows := make(map[string]string)
	for line := range strings.Lines(string(read(t, "../../README.md"))) {
		cells := strings.Split(line, "|")
		if len(cells) != 5 {
			continue
		}
		for name := range strings.SplitSeq(cells[1], ",") {
			rows[strings.Trim(name, " `")] = cells[3]
		}
	}
	return rows
}
