package spell

import (
	"strings"
	"testing"
)

func TestNearest(t *testing.T) {
	keys := []string{"types", "examples", "names", "draft", "out"}
	ids := []string{"sqs.Event", "sqs.Response", "s3.Event", "sns.Event"}
	tests := []struct {
		word  string
		known []string
		want  string
	}{
		{"typ", keys, "types"},
		{"exmaples", keys, "examples"},
		{"Names", keys, "names"},
		{"oot", keys, "out"},
		{"runtime", keys, ""},
		{"x", keys, ""},
		{"", keys, ""},
		{"SQS.evnt", ids, "sqs.Event"},
		{"sqs.Respons", ids, "sqs.Response"},
		{"kinesis.Event", ids, ""},
		{strings.Repeat("x", 100), keys, ""},
	}
	for _, test := range tests {
		if got := Nearest(test.word, test.known); got != test.want {
			t.Errorf("Nearest(%q) = %q, want %q", test.word, got, test.want)
		}
	}
}

func TestEdits(t *testing.T) {
	tests := []struct {
		from, to string
		want     int
	}{
		{"", "", 0},
		{"typ", "types", 2},
		{"types", "typ", 2},
		{"kitten", "sitting", 3},
	}
	for _, test := range tests {
		if got := edits(test.from, test.to); got != test.want {
			t.Errorf("edits(%q, %q) = %d, want %d", test.from, test.to, got, test.want)
		}
	}
}
