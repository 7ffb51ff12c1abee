package conformance

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// A question is a document for the type of a product.
type question struct {
	product  *product
	document []byte
}

// ask puts questions before the driver. There is a verdict for each; where the driver dies of a
// document, its last words are in Panic, and the next one starts with a new driver.
func (w *workshop) ask(t *testing.T, questions []question) []verdict {
	t.Helper()
	var verdicts []verdict
	for len(verdicts) < len(questions) {
		got, lastWords := w.session(t, questions[len(verdicts):])
		verdicts = append(verdicts, got...)
		if len(verdicts) < len(questions) {
			verdicts = append(verdicts, verdict{Panic: lastWords})
		}
	}
	return verdicts
}

// session returns the verdicts of one run of the driver, and what it said when it ended early.
func (w *workshop) session(t *testing.T, questions []question) (verdicts []verdict, lastWords string) {
	t.Helper()
	var input, output, errors bytes.Buffer
	lines := json.NewEncoder(&input)
	for _, q := range questions {
		line := struct {
			Folder   string
			Document []byte
		}{q.product.folder, q.document}
		if err := lines.Encode(line); err != nil {
			t.Fatal(err)
		}
	}
	cmd := exec.Command(w.driver)
	cmd.Stdin, cmd.Stdout, cmd.Stderr = &input, &output, &errors
	failed := cmd.Run()
	for d := json.NewDecoder(&output); ; {
		var v verdict
		err := d.Decode(&v)
		if err == io.EOF || err == io.ErrUnexpectedEOF {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		verdicts = append(verdicts, v)
	}
	return verdicts, fmt.Sprintf("the program died: %v: %s", failed, firstLines(errors.String(), 3))
}

func firstLines(s string, n int) string {
	lines := strings.SplitN(s, "\n", n+1)
	return strings.Join(lines[:min(n, len(lines))], " ")
}

// A claim is what the author of a schema says about a document.
type claim struct {
	key      string // in the ledger, after that of the schema
	document []byte
	valid    bool
	// nearest allows a number to come back as the nearest float64.
	nearest bool
	// mayNotFit allows the decoder to refuse a number that no Go type holds.
	mayNotFit bool
}

// shortfall returns how a verdict differs from a claim, in one line, or nothing.
func (c claim) shortfall(v verdict) string {
	if v.Panic != "" {
		return "panic: " + firstLines(v.Panic, 1)
	}
	said := map[bool]string{true: "accepts", false: "rejects"}
	decoded := v.Decode == "" || c.valid && c.mayNotFit && v.OutOfRange
	for _, one := range []struct {
		function string
		accepts  bool
		err      string
	}{
		{"ValidateT", v.Validate == "", v.Validate},
		{"ValidT", v.Valid, ""},
		{"DecodeT", decoded, v.Decode},
		{"UnmarshalJSON", v.Unmarshal == "" || decoded && v.OutOfRange, v.Unmarshal},
	} {
		if one.accepts != c.valid {
			return strings.TrimSpace(fmt.Sprintf("%s %s %s", one.function, said[one.accepts], firstLines(one.err, 1)))
		}
	}
	if !c.valid || v.OutOfRange {
		return ""
	}
	switch {
	case v.Encode != "":
		return "MarshalJSON: " + v.Encode
	case !sameJSON(c.document, v.Encoded, c.nearest):
		return "comes back as " + shortened(v.Encoded)
	case v.Recheck != "":
		return "Validate of the decoded value: " + v.Recheck
	}
	return ""
}

// shortened returns the beginning of a document for a message.
func shortened(doc []byte) string {
	const limit = 200
	if len(doc) > limit {
		return fmt.Sprintf("%q… (%d bytes)", doc[:limit], len(doc))
	}
	return string(doc)
}

// A document that kills the driver costs one verdict, not those that follow.
func TestDriverDies(t *testing.T) {
	skipShort(t)
	file := filepath.Join(t.TempDir(), "schema.json")
	if err := os.WriteFile(file, []byte("true"), 0o644); err != nil {
		t.Fatal(err)
	}
	w := newWorkshop(t, []source{{file: file, draft: "7"}})
	w.build(t, "")
	known, unknown := w.products[0], &product{folder: "none"}
	verdicts := w.ask(t, []question{{known, []byte("1")}, {unknown, []byte("2")}, {known, []byte("3")}})
	var said []string
	for _, v := range verdicts {
		said = append(said, string(v.Encoded))
	}
	if want := []string{"1", "", "3"}; !slices.Equal(said, want) {
		t.Errorf("the driver says %q, want %q", said, want)
	}
	if !strings.Contains(verdicts[1].Panic, "nil pointer") {
		t.Errorf("last words are %q", verdicts[1].Panic)
	}
}
