// Command sonic decodes one SQS event with sonic, which compiles its decoder then.
package main

import (
	"github.com/aws/aws-lambda-go/events"
	"github.com/bytedance/sonic"

	"github.com/eventgen-go/eventgen/internal/bench/first/stopwatch"
)

func main() {
	stopwatch.Time(func(data []byte) error {
		var e events.SQSEvent
		return sonic.ConfigFastest.Unmarshal(data, &e)
	})
}
