package race

import (
	"errors"
	"testing"

	"github.com/eventgen-go/eventgen/internal/bench/ajv"
	"github.com/eventgen-go/eventgen/internal/bench/payload"
)

// Building a contest fails unless all rivals agree on its payload.
func TestRivalsAgree(t *testing.T) {
	n := 0
	for c, err := range contests(startAjv(t)) {
		if err != nil {
			t.Fatal(err)
		}
		n++
		for task, rivals := range c.rivals {
			if len(rivals) < 3 || rivals[0].name != ours {
				t.Errorf("%s, %s: %s has %d rivals; at least three, generated code first", c.event.name, c.form, task, len(rivals))
			}
			for _, r := range rivals {
				if r.time == nil {
					continue
				}
				if _, err := r.time(1); err != nil {
					t.Errorf("%s, %s: %s of %s: %v", c.event.name, c.form, task, r.name, err)
				}
			}
		}
	}
	if want := len(eventTable()) * len(payload.Forms); n != want {
		t.Errorf("%d contests, want %d", n, want)
	}
}

// startAjv returns nil where ajv is not installed.
func startAjv(t *testing.T) *ajv.Process {
	t.Helper()
	node, err := ajv.Start("../ajv")
	if _, missing := errors.AsType[*ajv.NotInstalledError](err); missing {
		return nil
	}
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := node.Close(); err != nil {
			t.Error(err)
		}
	})
	return node
}

// Rivals that accept anything would agree too.
func TestDisagreementIsNoticed(t *testing.T) {
	e := eventNamed(t, "SQS, 10 × 1 KiB")
	schema, err := compile(e.schema)
	if err != nil {
		t.Fatal(err)
	}
	for _, data := range []string{`{}`, `{"Records":[{}]}`, `{"Records":[]`} {
		if _, err := e.rivals(input{data: []byte(data), schema: schema}); err == nil {
			t.Errorf("%s passes", data)
		}
	}
}

func eventNamed(t *testing.T, name string) event {
	t.Helper()
	for _, e := range eventTable() {
		if e.name == name {
			return e
		}
	}
	t.Fatalf("no event %q", name)
	return event{}
}
