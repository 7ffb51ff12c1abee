package race

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/eventgen-go/eventgen/internal/bench/ajv"
	"github.com/eventgen-go/eventgen/internal/bench/measure"
	"github.com/eventgen-go/eventgen/internal/bench/payload"
)

// Contests fail unless all rivals agree on the payload.
func TestRivalsAgree(t *testing.T) {
	n, node := 0, startAjv(t)
	for c, err := range contests() {
		if err != nil {
			t.Fatal(err)
		}
		n++
		for task, rivals := range c.event.lineup.rivals {
			if len(rivals) < 3 || rivals[0].name != ours {
				t.Errorf("%s, %s: %s has %d rivals; at least three, generated code first", c.event.name, c.form, task, len(rivals))
			}
			for _, r := range rivals {
				run, err := r.prepare(c.input)
				if err == nil {
					err = run()
				}
				if err != nil {
					t.Errorf("%s, %s: %s of %s: %v", c.event.name, c.form, task, r.name, err)
				}
			}
		}
		if node != nil {
			if _, err := ajvClock(node, c.input); err != nil {
				t.Errorf("%s, %s: %v", c.event.name, c.form, err)
			}
		}
	}
	if want := len(eventTable()) * len(payload.Forms); n != want {
		t.Errorf("%d contests, want %d", n, want)
	}
}

// A worker says what a run allocates, and answers every number of runs.
func TestWork(t *testing.T) {
	from, err := payload.FindTestdata()
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	args := []string{string(from), "S3", string(payload.AsSent), string(decode), std}
	if err := Work(args, strings.NewReader("1\n1000\n"), &out); err != nil {
		t.Fatal(err)
	}
	var memory measure.Memory
	var once, often time.Duration
	if _, err := fmt.Sscanf(out.String(), `{"Allocs":%f,"Bytes":%f}`+"\n%d\n%d\n", &memory.Allocs, &memory.Bytes, &once, &often); err != nil {
		t.Fatalf("%s: %v", out.String(), err)
	}
	if memory.Allocs < 1 || memory.Bytes < 100 || often < time.Millisecond {
		t.Errorf("%+v, %v, %v", memory, once, often)
	}
	args[4] = "nobody"
	if err := Work(args, strings.NewReader(""), &out); err == nil {
		t.Error("a rival that is none is measured")
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
	e, ok := eventNamed("SQS, 10 × 1 KiB")
	if !ok {
		t.Fatal("no such event")
	}
	for _, data := range []string{`{}`, `{"Records":[{}]}`, `{"Records":[]`} {
		if err := e.lineup.agree(input{[]byte(data), e.schema}); err == nil {
			t.Errorf("%s passes", data)
		}
	}
}
