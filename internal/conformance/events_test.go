package conformance

import (
	"path/filepath"
	"slices"
	"testing"

	"github.com/eventgen-go/eventgen/internal/corpus"
	"github.com/eventgen-go/eventgen/out/catalog"
)

// eventsFile lists documents among the samples of others that are no real events, with the reason.
const eventsFile = "testdata/events.txt"

// Real events, collected from the samples of many projects, are valid and survive a round trip.
func TestEvents(t *testing.T) {
	l := &ledger{file: eventsFile, short: make(map[string]string)}
	all := samples(t)
	for _, s := range all {
		for _, entry := range s.types {
			l.event(t, s.as(t, entry), s.key, s.document)
		}
	}
	t.Logf("%d events, %d of them no real ones", len(all), len(l.short))
	l.settle(t)
}

// as returns the type that an entry of manifestTypes means for a sample. Among those of a package
// it is the one that a request is recognised as, and the first that accepts a response.
func (s sample) as(t *testing.T, entry string) string {
	t.Helper()
	if _, isType := catalog.Lookup(entry); isType {
		return entry
	}
	var ids []string
	for _, e := range catalog.Events() {
		if e.Package == entry && e.Request == s.request {
			ids = append(ids, e.ID)
		}
	}
	if len(ids) == 0 {
		t.Fatalf("%s: package %s has no type for it", s.key, entry)
	}
	best := func(id string) bool { return judgeAs(t, id)(s.document).Valid }
	if s.request {
		matches := catalog.Identify(s.document)
		best = func(id string) bool { return len(matches) > 0 && matches[0].Event == id }
	}
	return ids[max(slices.IndexFunc(ids, best), 0)]
}

// event notes a document that is not valid or does not survive.
func (l *ledger) event(t *testing.T, id, key string, doc []byte) {
	t.Helper()
	c := claim{document: doc, valid: true, nearest: true}
	if what := c.shortfall(judgeAs(t, id)(doc)); what != "" {
		l.add(key, id+": "+what)
	}
}

// lambdaEvents maps the sample events of aws-lambda-go, as patterns, to types of the catalogue.
var lambdaEvents = map[string]string{
	"alb-lambda-target-request-*.json":            "alb.Request",
	"alb-lambda-target-response.json":             "alb.Response",
	"apigw-request.json":                          "apigateway.RESTRequest",
	"apigw-restapi-openapi-request.json":          "apigateway.RESTRequest",
	"apigw-response.json":                         "apigateway.RESTResponse",
	"apigw-v2-request-*.json":                     "apigateway.HTTPRequest",
	"autoscaling-event-*.json":                    "eventbridge.Event",
	"codebuild-*-change.json":                     "eventbridge.Event",
	"codedeploy-*-event.json":                     "eventbridge.Event",
	"codepipeline-*-change-event.json":            "eventbridge.Event",
	"dynamodb-*event.json":                        "dynamodb.Event",
	"ecr-image-*-event.json":                      "eventbridge.Event",
	"ecs-container-instance-state-change.json":    "eventbridge.Event",
	"kinesis-event.json":                          "kinesis.Event",
	"kinesis-time-window-event.json":              "kinesis.Event",
	"s3-event*.json":                              "s3.Event",
	"s3-glacier-event.json":                       "s3.Event",
	"s3-intelligenttier-event.json":               "s3.Event",
	"s3-lifecycle-event.json":                     "s3.Event",
	"s3-re*-event.json":                           "s3.Event",
	"sns-event.json":                              "sns.Event",
	"sqs-event.json":                              "sqs.Event",
	"cloudwatch-alarm-sns-payload-*-metric*.json": "sns.Event",
}

// The same for the samples that come with a module, which a fresh clone has as well.
func TestLambdaEvents(t *testing.T) {
	dir := corpus.LambdaEvents(t)
	l := &ledger{file: eventsFile, prefix: "aws-lambda-go/", short: make(map[string]string)}
	var seen []string
	for pattern, id := range lambdaEvents {
		for _, file := range glob(t, dir, pattern) {
			if slices.Contains(seen, file) {
				t.Errorf("%s matches two patterns", file)
			}
			seen = append(seen, file)
			l.event(t, id, filepath.Base(file), read(t, file))
		}
	}
	t.Logf("%d events, %d of them no real ones", len(seen), len(l.short))
	l.settle(t)
}
