package main

import (
	"maps"
	"slices"
	"testing"
)

// Building a contest fails unless all rivals agree on its payload.
func TestRivalsAgree(t *testing.T) {
	n := 0
	for c, err := range contests() {
		if err != nil {
			t.Fatal(err)
		}
		n++
		for _, task := range tasks {
			rivals := c.rivals[task]
			if len(rivals) < 3 || rivals[0].name != ours {
				t.Errorf("%s, %s: %s has %d rivals; at least three, generated code first", c.event, c.form, task, len(rivals))
			}
			for _, r := range rivals {
				if err := r.run(); err != nil {
					t.Errorf("%s, %s: %s of %s: %v", c.event, c.form, task, r.name, err)
				}
			}
		}
	}
	if want := len(eventTable()) * len(forms); n != want {
		t.Errorf("%d contests, want %d", n, want)
	}
}

// Rivals that accept anything would agree too.
func TestDisagreementIsNoticed(t *testing.T) {
	e := eventNamed(t, "SQS, 10 × 1 KiB")
	schema, err := compile(e.schema)
	if err != nil {
		t.Fatal(err)
	}
	for _, data := range []string{`{}`, `{"Records":[{}]}`, `{"Records":[]`} {
		if _, err := e.rivals([]byte(data), schema); err == nil {
			t.Errorf("%s passes", data)
		}
	}
}

func TestPayloadsAreAsLargeAsTheirNamesSay(t *testing.T) {
	from, err := findTestdata()
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]struct{ records, atLeast int }{
		"SNS":                  {1, kibibyte},
		"SQS, 10 × 1 KiB":      {10, 10 * kibibyte},
		"Kinesis, 100 × 1 KiB": {100, 100 * kibibyte * 4 / 3}, // in base64
		"DynamoDB, 25 records": {25, 0},
	}
	for _, name := range slices.Sorted(maps.Keys(want)) {
		d, err := eventNamed(t, name).payload(from)
		if err != nil {
			t.Fatal(err)
		}
		if n := len(d.(object)[0].value.([]document)); n != want[name].records {
			t.Errorf("%s has %d records", name, n)
		}
		if n := len(appendTo(nil, d)); n < want[name].atLeast {
			t.Errorf("%s has %d bytes, want at least %d", name, n, want[name].atLeast)
		}
	}
}

func TestMessageIsAKibibyte(t *testing.T) {
	for _, i := range []int{0, 9, 99_999_999} {
		if n := len(message(i)); n != kibibyte {
			t.Errorf("message %d has %d bytes", i, n)
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
