// Package payload makes the documents that are measured, from those of aws-lambda-go.
//
// In goes what a document is made of, and its form; out comes JSON, the same bytes each time.
package payload

import (
	"encoding/base64"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// A Form is one way to write a document.
type Form string

const (
	AsSent   Form = "as sent"  // without white space, members in aws-lambda-go's order
	Indented Form = "indented" // the same with a line for each value
	Reversed Form = "reversed" // the members of every object in the opposite order
)

var Forms = []Form{AsSent, Indented, Reversed}

// write returns d in the form.
func (f Form) write(d document) ([]byte, error) {
	switch f {
	case Indented:
		return indented(appendTo(nil, d))
	case Reversed:
		return appendTo(nil, reversed(d)), nil
	default:
		return appendTo(nil, d), nil
	}
}

// Testdata is the folder of aws-lambda-go's documents.
type Testdata string

// FindTestdata asks the go command, since the documents are not embedded by anybody.
func FindTestdata() (Testdata, error) {
	out, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/aws/aws-lambda-go").Output()
	if err != nil {
		return "", fmt.Errorf("find aws-lambda-go: %w", err)
	}
	return Testdata(filepath.Join(strings.TrimSpace(string(out)), "events", "testdata")), nil
}

// read returns a document.
func (t Testdata) read(name string) (object, error) {
	data, err := os.ReadFile(filepath.Join(string(t), name))
	if err != nil {
		return nil, err
	}
	d, err := parse(data)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return d.(object), nil
}

// A Source says what a payload is made of.
type Source struct {
	file    string // in aws-lambda-go's testdata
	records int    // how many records the payload has; 0 takes the document as it is
	change  enlarge
}

// An enlarge makes record i of a payload from one of aws-lambda-go's.
type enlarge func(record object, i int) object

// Document is a document as it is.
func Document(file string) Source { return Source{file: file} }

// SNS is an event with a message of a KiB.
func SNS() Source {
	return Source{"sns-event.json", 1, func(record object, i int) object {
		return record.with(Message(i), "Sns", "Message")
	}}
}

// SQS is an event of n records, record i with a body of its own.
func SQS(n int, body func(i int) string) Source {
	return Source{"sqs-event.json", n, func(record object, i int) object {
		return record.
			with(fmt.Sprintf("059f36b4-87a3-44ab-83d2-%012d", i), "messageId").
			with(body(i), "body")
	}}
}

// Kinesis is an event of n records with a message of a KiB each, in base64.
func Kinesis(n int) Source {
	return Source{"kinesis-event.json", n, func(record object, i int) object {
		sequence := fmt.Sprintf("49568167373333333333333333333333333333333333%012d", i)
		return record.
			with(base64.StdEncoding.EncodeToString([]byte(Message(i))), "kinesis", "data").
			with(sequence, "kinesis", "sequenceNumber").
			with("shardId-000000000000:"+sequence, "eventID")
	}}
}

// DynamoDB is an event of n records.
func DynamoDB(n int) Source {
	return Source{"dynamodb-event.json", n, func(record object, i int) object {
		return record.with(fmt.Sprintf("f07f8ca4b0b26cb9c4e5e77e%08d", i), "eventID")
	}}
}

// Write returns the payload in a form.
func (s Source) Write(from Testdata, f Form) ([]byte, error) {
	d, err := from.read(s.file)
	if err != nil {
		return nil, err
	}
	if s.records > 0 {
		d = records(d, s.records, s.change)
	}
	return f.write(d)
}

// kibibyte is the size of the text of a message.
const kibibyte = 1024

// Message returns a JSON text of a KiB. JSON in a string is what queues mostly carry; it is full
// of escapes.
func Message(i int) string {
	b := fmt.Appendf(nil, `{"orderId":"ORD-%08d","lines":[`, i)
	for line := 0; len(b) < kibibyte-150; line++ {
		if line > 0 {
			b = append(b, ',')
		}
		b = fmt.Appendf(b, `{"sku":"ABC-%04d","quantity":%d,"price":"%d.95"}`, line, line%7+1, 10+line)
	}
	b = append(b, `],"note":"`...)
	const closing = `"}`
	b = append(b, strings.Repeat("n", kibibyte-len(b)-len(closing))...)
	return string(append(b, closing...))
}

// records returns event with n records, made of those that it has in turn.
func records(event object, n int, change enlarge) object {
	var from, to []document
	for _, m := range event {
		if m.name == "Records" {
			from = m.value.([]document)
		}
	}
	for i := range n {
		to = append(to, change(from[i%len(from)].(object), i))
	}
	return object{{"Records", to}}
}
