// Command eventgen handles one SQS event with generated code.
package main

import (
	"context"

	"github.com/eventgen-go/eventgen/internal/bench/first/stopwatch"
	"github.com/eventgen-go/eventgen/out/sqs"
)

func main() {
	stopwatch.Time(func(data []byte) error {
		h := sqs.Handler(func(context.Context, sqs.Event) (sqs.Response, error) { return sqs.Response{}, nil })
		_, err := h.Invoke(context.Background(), data)
		return err
	})
}
