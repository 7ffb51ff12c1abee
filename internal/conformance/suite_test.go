package conformance

import (
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"text/tabwriter"

	"github.com/eventgen-go/eventgen/internal/corpus"
)

// suiteDrafts are the folders of the JSON Schema Test Suite and the drafts that schemas without
// $schema have there.
var suiteDrafts = map[string]string{
	"draft4": "4", "draft6": "6", "draft7": "7", "draft2019-09": "2019-09", "draft2020-12": "2020-12",
}

// A suiteGroup is a schema of the suite and its tests.
type suiteGroup struct {
	Description string
	Schema      json.RawMessage
	Tests       []struct {
		Description string
		Data        json.RawMessage
		Valid       bool
	}

	key  string // path of the file#description
	row  string // of the table
	kind string // required, optional, format
}

// The JSON Schema Test Suite, through generated and compiled code.
func TestSuite(t *testing.T) {
	skipShort(t)
	dir := corpus.Dir(t, "suite")
	var groups []suiteGroup
	var sources []source
	for _, folder := range slices.Sorted(maps.Keys(suiteDrafts)) {
		for _, g := range readSuite(t, filepath.Join(dir, "tests"), folder) {
			groups = append(groups, g)
			sources = append(sources, source{
				file:   writeSchema(t, g.Schema),
				draft:  suiteDrafts[folder],
				assert: g.kind == "format",
				maps:   map[string]string{"http://localhost:1234/": filepath.Join(dir, "remotes")},
			})
		}
	}
	runSuite(t, newLedger("suite"), groups, sources)
}

func skipShort(t *testing.T) {
	t.Helper()
	if testing.Short() {
		t.Skip("takes minutes")
	}
}

// writeSchema puts a schema into a folder of its own, out of which no reference leads.
func writeSchema(t *testing.T, data []byte) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "schema.json")
	if err := os.WriteFile(file, data, 0o644); err != nil {
		t.Fatal(err)
	}
	return file
}

// readSuite returns the groups of one draft.
func readSuite(t *testing.T, tests, folder string) []suiteGroup {
	t.Helper()
	var all []suiteGroup
	for _, kind := range []struct{ name, pattern string }{
		{"required", "*.json"}, {"optional", "optional/*.json"}, {"format", "optional/format/*.json"},
	} {
		files, err := filepath.Glob(filepath.Join(tests, folder, filepath.FromSlash(kind.pattern)))
		if err != nil || len(files) == 0 {
			t.Fatalf("no %s tests in %s: %v", kind.name, folder, err)
		}
		for _, file := range files {
			for _, g := range readGroups(t, file) {
				relative, err := filepath.Rel(tests, file)
				if err != nil {
					t.Fatal(err)
				}
				g.key = filepath.ToSlash(relative) + "#" + g.Description
				g.row, g.kind = folder, kind.name
				all = append(all, g)
			}
		}
	}
	return all
}

func readGroups(t *testing.T, file string) []suiteGroup {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var groups []suiteGroup
	if err := json.Unmarshal(data, &groups); err != nil {
		t.Fatalf("%s: %v", file, err)
	}
	return groups
}

// runSuite generates and builds, runs all tests, and settles the ledger.
func runSuite(t *testing.T, l *ledger, groups []suiteGroup, sources []source) {
	t.Helper()
	w := newWorkshop(t, sources)
	w.build(t)
	scores := newScores()
	var questions []question
	for i, g := range groups {
		p := w.products[i]
		for _, test := range g.Tests {
			if p.works() {
				questions = append(questions, question{p, test.Data})
			}
		}
	}
	verdicts := w.ask(t, questions)
	for i, g := range groups {
		s := scores.at(g.row, g.kind)
		if p := w.products[i]; p.refusal != "" {
			l.add(g.key, "refused: "+firstLines(p.refusal, 1))
			s.refused += len(g.Tests)
			continue
		} else if p.fault != "" {
			l.add(g.key, p.fault)
			s.wrong += len(g.Tests)
			continue
		}
		g.score(l, s, verdicts[:len(g.Tests)])
		verdicts = verdicts[len(g.Tests):]
	}
	t.Logf("\n%s", scores)
	l.settle(t)
}

// score counts the verdicts on the tests of a group.
func (g suiteGroup) score(l *ledger, s *score, verdicts []verdict) {
	for i, test := range g.Tests {
		c := claim{
			valid: test.Valid, document: test.Data,
			nearest:   strings.Contains(string(g.Schema), `"number"`),
			mayNotFit: g.kind == "optional",
		}
		if what := c.shortfall(verdicts[i]); what != "" {
			l.add(g.key+"#"+test.Description, what)
			s.wrong++
			continue
		}
		s.right++
	}
}

// A score counts tests.
type score struct{ right, refused, wrong int }

// scores is a table of them, by draft and kind.
type scores map[string]map[string]*score

func newScores() scores { return make(scores) }

func (s scores) at(row, column string) *score {
	if s[row] == nil {
		s[row] = make(map[string]*score)
	}
	if s[row][column] == nil {
		s[row][column] = new(score)
	}
	return s[row][column]
}

// String returns the table.
func (s scores) String() string {
	var b strings.Builder
	w := tabwriter.NewWriter(&b, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(w, "\tright\tof\trefused\twrong\t")
	for _, row := range slices.Sorted(maps.Keys(s)) {
		for _, column := range slices.Sorted(maps.Keys(s[row])) {
			c := s[row][column]
			fmt.Fprintf(w, "%s %s\t%d\t%d\t%d\t%d\t\n", row, column, c.right, c.right+c.refused+c.wrong, c.refused, c.wrong)
		}
	}
	w.Flush()
	return b.String()
}
