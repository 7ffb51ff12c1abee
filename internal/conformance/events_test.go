package conformance

import (
	"bufio"
	"bytes"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/eventgen-go/eventgen/internal/corpus"
	"github.com/eventgen-go/eventgen/out/alb"
	"github.com/eventgen-go/eventgen/out/apigateway"
	"github.com/eventgen-go/eventgen/out/dynamodb"
	"github.com/eventgen-go/eventgen/out/eventbridge"
	"github.com/eventgen-go/eventgen/out/kinesis"
	"github.com/eventgen-go/eventgen/out/s3"
	"github.com/eventgen-go/eventgen/out/sns"
	"github.com/eventgen-go/eventgen/out/sqs"
)

// eventsFile lists documents among the samples of others that are no real events, with the reason.
const eventsFile = "testdata/events.txt"

// catalogue asks the entry points of the types in out/, by the type's id.
var catalogue = map[string]func(doc []byte) verdict{
	"alb.Request": func(doc []byte) verdict {
		return judge(doc, alb.ValidRequest, alb.ValidateRequest, alb.DecodeRequest)
	},
	"alb.Response": func(doc []byte) verdict {
		return judge(doc, alb.ValidResponse, alb.ValidateResponse, alb.DecodeResponse)
	},
	"apigateway.HTTPRequest": func(doc []byte) verdict {
		return judge(doc, apigateway.ValidHTTPRequest, apigateway.ValidateHTTPRequest, apigateway.DecodeHTTPRequest)
	},
	"apigateway.HTTPResponse": func(doc []byte) verdict {
		return judge(doc, apigateway.ValidHTTPResponse, apigateway.ValidateHTTPResponse, apigateway.DecodeHTTPResponse)
	},
	"apigateway.RESTRequest": func(doc []byte) verdict {
		return judge(doc, apigateway.ValidRESTRequest, apigateway.ValidateRESTRequest, apigateway.DecodeRESTRequest)
	},
	"apigateway.RESTResponse": func(doc []byte) verdict {
		return judge(doc, apigateway.ValidRESTResponse, apigateway.ValidateRESTResponse, apigateway.DecodeRESTResponse)
	},
	"dynamodb.Event": func(doc []byte) verdict {
		return judge(doc, dynamodb.ValidEvent, dynamodb.ValidateEvent, dynamodb.DecodeEvent)
	},
	"dynamodb.Response": func(doc []byte) verdict {
		return judge(doc, dynamodb.ValidResponse, dynamodb.ValidateResponse, dynamodb.DecodeResponse)
	},
	"eventbridge.Event": func(doc []byte) verdict {
		return judge(doc, eventbridge.ValidEvent, eventbridge.ValidateEvent, eventbridge.DecodeEvent)
	},
	"kinesis.Event": func(doc []byte) verdict {
		return judge(doc, kinesis.ValidEvent, kinesis.ValidateEvent, kinesis.DecodeEvent)
	},
	"kinesis.Response": func(doc []byte) verdict {
		return judge(doc, kinesis.ValidResponse, kinesis.ValidateResponse, kinesis.DecodeResponse)
	},
	"s3.Event": func(doc []byte) verdict {
		return judge(doc, s3.ValidEvent, s3.ValidateEvent, s3.DecodeEvent)
	},
	"sns.Event": func(doc []byte) verdict {
		return judge(doc, sns.ValidEvent, sns.ValidateEvent, sns.DecodeEvent)
	},
	"sqs.Event": func(doc []byte) verdict {
		return judge(doc, sqs.ValidEvent, sqs.ValidateEvent, sqs.DecodeEvent)
	},
	"sqs.Response": func(doc []byte) verdict {
		return judge(doc, sqs.ValidResponse, sqs.ValidateResponse, sqs.DecodeResponse)
	},
}

// batchResponses are the types that a partial batch response is of: the services share its form.
var batchResponses = []string{"dynamodb.Response", "kinesis.Response", "sqs.Response"}

// manifestTypes maps the service and direction of a row in the manifest of shared events to the
// types of the catalogue. Services without a package yet are not in it.
var manifestTypes = map[string][]string{
	"alb request":                     {"alb.Request"},
	"alb response":                    {"alb.Response"},
	"apigateway-http request":         {"apigateway.HTTPRequest"},
	"apigateway-rest request":         {"apigateway.RESTRequest"},
	"apigateway-rest response":        {"apigateway.RESTResponse"},
	"dynamodb request":                {"dynamodb.Event"},
	"eventbridge request":             {"eventbridge.Event"},
	"kinesis request":                 {"kinesis.Event"},
	"partial-batch-response response": batchResponses,
	"s3 request":                      {"s3.Event"},
	"sns request":                     {"sns.Event"},
	"sqs request":                     {"sqs.Event"},
}

// Real events, collected from the samples of many projects, are valid and survive a round trip.
func TestEvents(t *testing.T) {
	dir := corpus.Dir(t, "events")
	l := &ledger{file: eventsFile, short: make(map[string]string)}
	count := 0
	rows := bufio.NewScanner(bytes.NewReader(read(t, filepath.Join(dir, "manifest.tsv"))))
	for rows.Scan() {
		columns := strings.Split(rows.Text(), "\t")
		origin, file, service, direction := columns[0], columns[1], columns[2], columns[4]
		if strings.HasPrefix(service, "eventbridge-") {
			service = "eventbridge"
		}
		for _, id := range manifestTypes[service+" "+direction] {
			l.event(t, id, origin+"/"+file, read(t, filepath.Join(dir, origin, file)))
			count++
		}
	}
	t.Logf("%d events, %d of them no real ones", count, len(l.short))
	if count < 100 {
		t.Errorf("only %d events: the manifest is not as expected", count)
	}
	l.settle(t)
}

// event notes a document that is not valid or does not survive.
func (l *ledger) event(t *testing.T, id, key string, doc []byte) {
	t.Helper()
	c := claim{document: doc, valid: true, nearest: true}
	if what := c.shortfall(catalogue[id](doc)); what != "" {
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
