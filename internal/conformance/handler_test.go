package conformance

import (
	"context"
	"encoding/json"
	"testing"

	"github.com/aws/aws-lambda-go/events"
	"github.com/aws/aws-lambda-go/lambda"

	"github.com/eventgen-go/eventgen/out/apigateway"
	"github.com/eventgen-go/eventgen/out/sns"
	"github.com/eventgen-go/eventgen/out/sqs"
)

// What lambda.Start accepts as a handler, it runs without reflection.
var (
	_ lambda.Handler = sqs.Handler(nil)
	_ lambda.Handler = sns.Handler(nil)
	_ lambda.Handler = apigateway.RESTHandler(nil)
	_ lambda.Handler = apigateway.HTTPHandler(nil)
)

// TestHandlerInvoke runs a handler as lambda.Start does, and reads its answer
// with the type that AWS's own library has for it.
func TestHandlerInvoke(t *testing.T) {
	handler := lambda.NewHandler(sqs.Handler(func(_ context.Context, event sqs.Event) (sqs.Response, error) {
		failed := event.Records[0].MessageID
		return sqs.Response{BatchItemFailures: []sqs.BatchItemFailure{{ItemIdentifier: failed}}}, nil
	}))
	payload, err := sqs.ExampleEvent().MarshalJSON()
	if err != nil {
		t.Fatal(err)
	}
	answer, err := handler.Invoke(t.Context(), payload)
	if err != nil {
		t.Fatal(err)
	}
	var response events.SQSEventResponse
	if err := json.Unmarshal(answer, &response); err != nil {
		t.Fatal(err)
	}
	if want := sqs.ExampleEvent().Records[0].MessageID; len(response.BatchItemFailures) != 1 || response.BatchItemFailures[0].ItemIdentifier != want {
		t.Errorf("answer %s, want the failure of %s", answer, want)
	}
	if _, err := handler.Invoke(t.Context(), []byte(`{"Records": 1}`)); err == nil {
		t.Error("a payload that is no event was accepted")
	}
}
