package conformance

import (
	"slices"
	"strings"
	"testing"

	"github.com/eventgen-go/eventgen/out/catalog"
)

// identifiedFile lists documents that are not recognised as what they are, with the reason.
const identifiedFile = "testdata/identified.txt"

// first returns the best match for a document, as "sqs.Event: Records[0].eventSource is …".
func first(doc []byte) (id, why string) {
	matches := catalog.Identify(doc)
	if len(matches) == 0 {
		return "", "no event"
	}
	var facts []string
	for _, f := range matches[0].Facts {
		facts = append(facts, f.String())
	}
	return matches[0].Event, matches[0].Event + " because " + strings.Join(facts, ", ")
}

// Each example of a request is recognised as what it is.
func TestExamplesAreIdentified(t *testing.T) {
	l := &ledger{file: identifiedFile, prefix: "examples/", short: make(map[string]string)}
	for _, e := range catalog.Events() {
		if !e.Request {
			continue
		}
		for _, x := range e.Examples {
			doc, err := x.JSON()
			if err != nil {
				t.Fatalf("%s, %s: %v", e.ID, x.Name, err)
			}
			if id, why := first(doc); id != e.ID {
				l.add(e.ID+"/"+x.Name, why)
			}
		}
	}
	l.settle(t)
}

// Real events are recognised as what they are, or as an event of the same package.
func TestEventsAreIdentified(t *testing.T) {
	l := &ledger{file: identifiedFile, prefix: "events/", short: make(map[string]string)}
	count := 0
	for _, s := range samples(t) {
		if !s.request || !s.valid {
			continue
		}
		count++
		if id, why := first(s.document); !slices.ContainsFunc(s.types, func(entry string) bool { return means(entry, id) }) {
			l.add(s.key, why)
		}
	}
	t.Logf("%d events, %d of them not recognised", count, len(l.short))
	l.settle(t)
}

// The same for the samples that come with a module, which a fresh clone has as well.
func TestLambdaEventsAreIdentified(t *testing.T) {
	l := &ledger{file: identifiedFile, prefix: "aws-lambda-go/", short: make(map[string]string)}
	for _, e := range lambdaEvents {
		if event, ok := catalog.Lookup(e.id); !ok || !event.Request {
			continue
		}
		for file, doc := range e.documents(t) {
			if id, why := first(doc); id != e.id {
				l.add(file, why)
			}
		}
	}
	l.settle(t)
}

// A batch without records may be of any service that sends batches of Records, and says so in an
// order that does not change.
func TestEmptyBatchIsOfManyServices(t *testing.T) {
	var ids []string
	for _, m := range catalog.Identify([]byte(`{"Records": []}`)) {
		ids = append(ids, m.Event)
	}
	for _, id := range []string{"dynamodb.Event", "kinesis.Event", "s3.Event", "sns.Event", "sqs.Event"} {
		if !slices.Contains(ids, id) {
			t.Errorf("%s is not among %v", id, ids)
		}
	}
	if !slices.IsSorted(ids) {
		t.Errorf("not in order: %v", ids)
	}
}

// What is no event is recognised as none.
func TestNoEventIsIdentified(t *testing.T) {
	for _, doc := range []string{`{}`, `[]`, `null`, `"sqs"`, `{"Records": null}`, `{"Records": {}}`, `{"Records": [{"eventSource": "aws:else"}]}`, `{"Records": [{"eventSource": "aws:sqs"}]`} {
		if m := catalog.Identify([]byte(doc)); len(m) > 0 {
			t.Errorf("%s: %v", doc, m)
		}
	}
}

// BenchmarkIdentify recognises documents among all events, next to checking them as what they are.
func BenchmarkIdentify(b *testing.B) {
	for _, id := range []string{"sqs.Event", "apigateway.RESTRequest", "eventbridge.Event"} {
		e, _ := catalog.Lookup(id)
		doc, err := e.Examples[0].JSON()
		if err != nil {
			b.Fatal(err)
		}
		b.Run(id, func(b *testing.B) {
			b.SetBytes(int64(len(doc)))
			b.ReportAllocs()
			for b.Loop() {
				catalog.Identify(doc)
			}
		})
		b.Run(id+",Valid", func(b *testing.B) {
			b.SetBytes(int64(len(doc)))
			for b.Loop() {
				e.Valid(doc)
			}
		})
	}
}
