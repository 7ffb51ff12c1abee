package payload

import (
	"testing"
)

func TestPayloadsAreAsLargeAsTheirNamesSay(t *testing.T) {
	from, err := FindTestdata()
	if err != nil {
		t.Fatal(err)
	}
	tests := map[string]struct {
		source           Source
		records, atLeast int
	}{
		"SNS":      {SNS(), 1, kibibyte},
		"SQS":      {SQS(10, Message), 10, 10 * kibibyte},
		"Kinesis":  {Kinesis(100), 100, 100 * kibibyte * 4 / 3}, // in base64
		"DynamoDB": {DynamoDB(25), 25, 0},
	}
	for name, want := range tests {
		data, err := want.source.Write(from, AsSent)
		if err != nil {
			t.Fatal(err)
		}
		d, err := parse(data)
		if err != nil {
			t.Fatal(err)
		}
		if n := len(d.(object)[0].value.([]document)); n != want.records {
			t.Errorf("%s has %d records", name, n)
		}
		if len(data) < want.atLeast {
			t.Errorf("%s has %d bytes, want at least %d", name, len(data), want.atLeast)
		}
	}
}

func TestMessageIsAKibibyte(t *testing.T) {
	for _, i := range []int{0, 9, 99_999_999} {
		if n := len(Message(i)); n != kibibyte {
			t.Errorf("message %d has %d bytes", i, n)
		}
	}
}
