package main

import (
	"testing"

	"github.com/eventgen-go/eventgen/internal/bench/payload"
	"github.com/eventgen-go/eventgen/out/sqs"
)

func TestRecordsTakeAKibibyte(t *testing.T) {
	from, err := payload.FindTestdata()
	if err != nil {
		t.Fatal(err)
	}
	for _, n := range []int{1, 100} {
		data, err := batch(from, n)
		if err != nil {
			t.Fatal(err)
		}
		if around := len(`{"Records":[]}`) - len(`,`); len(data) != n*recordBytes+around {
			t.Errorf("%d records take %d bytes", n, len(data))
		}
		if e, err := sqs.DecodeEvent(data); err != nil || len(e.Records) != n {
			t.Errorf("%d records are decoded as %d: %v", n, len(e.Records), err)
		}
	}
}
