// Command encodingjson handles one SQS event as functions do with aws-lambda-go alone.
package main

import (
	"context"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"

	"github.com/eventgen-go/eventgen/internal/bench/first/stopwatch"
)

func main() {
	stopwatch.Time(func(data []byte) error {
		h := lambda.NewHandler(func(context.Context, events.SQSEvent) (events.SQSEventResponse, error) {
			return events.SQSEventResponse{}, nil
		})
		_, err := h.Invoke(context.Background(), data)
		return err
	})
}
