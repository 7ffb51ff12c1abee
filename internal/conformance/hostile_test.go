package conformance

import (
	"bytes"
	"encoding/json"
	"fmt"
	"go/parser"
	"go/scanner"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/eventgen-go/eventgen/internal/corpus"
)

// What the generator may use for a hostile schema.
const (
	hostileTime   = 10 * time.Second
	hostileMemory = 512 // MiB
)

// A hostileSchema is a schema made to do harm, and what has to become of it.
type hostileSchema struct {
	Expect      string // ok or error
	RefusalOK   bool   `json:"refusal_ok"`
	OKTolerated bool   `json:"ok_tolerated"`
	Accept      []json.RawMessage
	Reject      []json.RawMessage
	MayReject   []json.RawMessage `json:"may_reject"` // valid, with numbers that may not fit
}

// Hostile schemas are refused with a place, or compile to code that is right and carries nothing
// of theirs that would run.
func TestHostileSchemas(t *testing.T) {
	skipShort(t)
	dir := corpus.Dir(t, "hostile")
	var schemas []hostileSchema
	var subjects []subject
	for _, file := range glob(t, dir, "*.schema.*") {
		h, s := readHostile(t, file)
		schemas = append(schemas, h)
		subjects = append(subjects, s)
	}
	l := newLedger("hostile")
	w := newWorkshop(t, sources(subjects))
	for i, h := range schemas {
		if what := h.shortfall(t, w, w.products[i]); what != "" {
			l.add(subjects[i].key, what)
		}
	}
	large.finish(t, l, w, subjects)
	l.settle(t)
}

func readHostile(t *testing.T, file string) (hostileSchema, subject) {
	t.Helper()
	name, _, _ := strings.Cut(filepath.Base(file), ".schema.")
	var h hostileSchema
	if err := json.Unmarshal(read(t, filepath.Join(filepath.Dir(file), name+".want.json")), &h); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	s := subject{
		source: source{file: file, draft: "2020-12"}, key: name, row: "hostile schemas",
		mayRefuse: h.RefusalOK || h.Expect == "error",
	}
	for _, group := range []struct {
		name      string
		documents []json.RawMessage
		claim     claim
	}{
		{"accept", h.Accept, claim{valid: true}},
		{"reject", h.Reject, claim{}},
		{"may_reject", h.MayReject, claim{valid: true, mayNotFit: true}},
	} {
		for i, doc := range group.documents {
			c := group.claim
			c.key, c.document, c.nearest = fmt.Sprintf("%s %d", group.name, i), doc, hasNumber(read(t, file))
			s.claims = append(s.claims, c)
		}
	}
	return h, s
}

// placed is how a problem with a place reads.
var placed = regexp.MustCompile(`^\S.*:[1-9][0-9]*:[1-9][0-9]*: .+ \(at #.*\)`)

// shortfall returns what is wrong with what became of a schema, other than its verdicts.
func (h hostileSchema) shortfall(t *testing.T, w *workshop, p *product) string {
	t.Helper()
	_, err := os.Stat(filepath.Join(w.dir, p.folder))
	switch {
	case p.took > hostileTime:
		return fmt.Sprintf("takes %v", p.took)
	case p.memory > hostileMemory:
		return fmt.Sprintf("takes %d MiB", p.memory)
	case p.fault != "":
		return p.fault
	case p.refusal == "" && h.Expect == "error" && !h.OKTolerated:
		return "should be refused"
	case p.refusal == "":
		return alive(t, filepath.Join(w.dir, p.folder))
	case !placed.MatchString(p.refusal):
		return "refused without a place: " + firstLines(p.refusal, 1)
	case strings.Contains(p.refusal, "root:"):
		return "quotes a file that is none of the schema's"
	case err == nil:
		return "refused, but there are files"
	}
	return ""
}

// hostileNames are identifiers that the schemas try to put into code. As a part of a longer name
// they are text that became a name.
var hostileNames = []string{"EVILPWN", "println", "init"}

// directives are how comments begin that mean something to the compiler and other tools.
var directives = []string{"//go:", "//line ", "/*line ", "//export ", "//extern ", "// +build", "//+build", "//sys", "#cgo"}

// alive returns what of a schema is more than text in the files of a package, or nothing.
func alive(t *testing.T, folder string) string {
	t.Helper()
	for _, file := range glob(t, folder, "*.go") {
		data := read(t, file)
		if _, err := parser.ParseFile(token.NewFileSet(), file, data, parser.ParseComments); err != nil {
			return "does not parse: " + err.Error()
		}
		if what := aliveIn(data); what != "" {
			return filepath.Base(file) + ": " + what
		}
	}
	return ""
}

func aliveIn(data []byte) string {
	var s scanner.Scanner
	files := token.NewFileSet()
	s.Init(files.AddFile("", files.Base(), len(data)), data, nil, scanner.ScanComments)
	for {
		_, kind, text := s.Scan()
		switch kind {
		case token.EOF:
			return ""
		case token.COMMENT:
			for _, d := range directives {
				if strings.HasPrefix(text, d) {
					return "a directive: " + text
				}
			}
		case token.IDENT:
			if slices.Contains(hostileNames, text) {
				return "code: " + text
			}
		}
	}
}

// The check for live text has to find some.
func TestAlive(t *testing.T) {
	tests := []struct {
		code  string
		alive bool
	}{
		{"package p\n// EVILPWN\nvar a = \"EVILPWN\"\n", false},
		{"package p\nvar EVILPWN = 1\n", true},
		{"package p\nvar aVarEVILPWN = 1\n", false},
		{"package p\nvar a = func() int { println(\"EVILPWN ran\"); return 0 }()\n", true},
		{"package p\n//go:generate touch EVILPWN\n", true},
		{"package p\n\t//line x.go:1\n", true},
		{"package p\n// //line x.go:1\n", false},
	}
	for _, test := range tests {
		if what := aliveIn([]byte(test.code)); (what != "") != test.alive {
			t.Errorf("%q: %q, want something: %t", test.code, what, test.alive)
		}
	}
}

// Hostile documents get the right verdict from a schema of records, and from the schema true,
// which accepts all that is JSON as we read it.
func TestHostileDocuments(t *testing.T) {
	skipShort(t)
	dir := corpus.Dir(t, "hostile/instances")
	record := filepath.Join(dir, "record.schema.json")
	policy := filepath.Join(t.TempDir(), "schema.json")
	if err := os.WriteFile(policy, []byte("true"), 0o644); err != nil {
		t.Fatal(err)
	}
	subjects := []subject{
		{source: source{file: record, draft: "2020-12"}, key: "instances/record", row: "hostile documents, records"},
		{source: source{file: policy, draft: "2020-12"}, key: "instances/policy", row: "hostile documents, JSON"},
	}
	for _, file := range glob(t, dir, "*.want.json") {
		var want struct{ Policy, Record string }
		if err := json.Unmarshal(read(t, file), &want); err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		doc := strings.TrimSuffix(file, ".want.json") + ".json"
		for i, expect := range []string{want.Record, want.Policy} {
			subjects[i].claims = append(subjects[i].claims, instanceClaims(read(t, doc), filepath.Base(doc), expect)...)
		}
	}
	examination{}.run(t, newLedger("hostile-documents"), subjects)
}

// instanceClaims returns the claim about a document and, if it is valid and not large, one about
// each beginning of it: a document that is cut is never valid. An undefined verdict is that of a
// number that no Go type holds.
func instanceClaims(doc []byte, name, expect string) []claim {
	claims := []claim{{
		key: name, document: doc, valid: expect != "reject",
		nearest: true, mayNotFit: expect == "undefined",
	}}
	doc = bytes.TrimSpace(doc)
	if expect != "accept" || len(doc) > 4000 {
		return claims
	}
	for end := range len(doc) {
		claims = append(claims, claim{key: fmt.Sprintf("%s cut at %d", name, end), document: doc[:end]})
	}
	return claims
}
