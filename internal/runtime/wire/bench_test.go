package wire

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
)

// benchDocuments are documents of different density.
func benchDocuments() map[string]string {
	record := `{"messageId":"059f36b4-87a3-44ab-83d2-661975830a7d","receiptHandle":"AQEBwJnKyrHigUMZj6rYigCgxlaS3SLy0a","body":"%s",` +
		`"attributes":{"ApproximateReceiveCount":"1","SentTimestamp":"1545082649183","SenderId":"AIDAIENQZJOLO23YVJ4VO","ApproximateFirstReceiveTimestamp":"1545082649185"},` +
		`"messageAttributes":{},"md5OfBody":"e4e68fb7bd0e697a0ae8f1bb342846b3","eventSource":"aws:sqs","eventSourceARN":"arn:aws:sqs:us-east-2:123456789012:my-queue","awsRegion":"us-east-2"}`
	records := func(body string) string {
		return `{"Records":[` + strings.TrimSuffix(strings.Repeat(fmt.Sprintf(record, body)+",", 10), ",") + `]}`
	}
	return map[string]string{
		"long":    records(strings.Repeat("0123456789abcdef", 64)),
		"escaped": records(strings.Repeat(`{\"id\":\"abc\",\"n\":1}`, 40)),
		"wide":    records(strings.Repeat("Grüße, мир ", 60)),
		"dense":   `{"rows":[` + strings.TrimSuffix(strings.Repeat(`{"id":12345,"x":1.5,"ok":true,"tag":"ab","none":null},`, 200), ",") + `]}`,
	}
}

func BenchmarkSkip(b *testing.B) {
	for name, text := range benchDocuments() {
		data := []byte(text)
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(data)))
			b.ReportAllocs()
			for b.Loop() {
				if c := NewCursor(data); !c.Skip() || !c.End() {
					b.Fatal(c.faultMessage())
				}
			}
		})
		b.Run(name+",encoding_json", func(b *testing.B) {
			b.SetBytes(int64(len(data)))
			for b.Loop() {
				json.Valid(data)
			}
		})
	}
}

// recordMembers are the names of the records above.
var recordMembers = Members{Names: []string{
	"messageId", "receiptHandle", "body", "attributes", "messageAttributes", "md5OfBody", "eventSource", "eventSourceARN", "awsRegion",
}, Plain: true}

func BenchmarkMembers(b *testing.B) {
	const first = `{"messageId":"059f36b4","receiptHandle":"AQEBwJnK","body":"x","attributes":1,"messageAttributes":2,"md5OfBody":"e4e6","eventSource":"aws:sqs","eventSourceARN":"arn","awsRegion":"us"}`
	const reversed = `{"awsRegion":"us","eventSourceARN":"arn","eventSource":"aws:sqs","md5OfBody":"e4e6","messageAttributes":2,"attributes":1,"body":"x","receiptHandle":"AQEBwJnK","messageId":"059f36b4"}`
	for name, text := range map[string]string{"expected": first, "reversed": reversed} {
		data := []byte(text)
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(data)))
			for b.Loop() {
				var o Object
				c := NewCursor(data)
				for c.BeginObject(&o); c.NextMember(&o, &recordMembers); {
					if !c.String() {
						c.Number()
					}
				}
				if !c.EndObject(&o) {
					b.Fatal("not read")
				}
			}
		})
	}
}
