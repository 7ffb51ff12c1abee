package main

import (
	"encoding/base64"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// A form is one way to write a document.
type form string

const (
	asSent   form = "as sent"  // without white space, members in aws-lambda-go's order
	indent   form = "indented" // the same with a line for each value
	backward form = "reversed" // the members of every object in the opposite order
)

var forms = []form{asSent, indent, backward}

// write returns d in the form.
func (f form) write(d document) ([]byte, error) {
	switch f {
	case indent:
		return indented(appendTo(nil, d))
	case backward:
		return appendTo(nil, reversed(d)), nil
	default:
		return appendTo(nil, d), nil
	}
}

// testdata is the folder of aws-lambda-go's documents.
type testdata string

// findTestdata asks the go command, since the documents are not embedded by anybody.
func findTestdata() (testdata, error) {
	out, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/aws/aws-lambda-go").Output()
	if err != nil {
		return "", fmt.Errorf("find aws-lambda-go: %w", err)
	}
	return testdata(filepath.Join(strings.TrimSpace(string(out)), "events", "testdata")), nil
}

// read returns a document.
func (t testdata) read(name string) (object, error) {
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

// An enlarge makes record i of a payload from one of aws-lambda-go's.
type enlarge func(record object, i int) object

// kibibyte is the size of the text of a message.
const kibibyte = 1024

func enlargeSQS(record object, i int) object {
	return record.
		with(fmt.Sprintf("059f36b4-87a3-44ab-83d2-%012d", i), "messageId").
		with(message(i), "body")
}

func enlargeSNS(record object, i int) object {
	return record.with(message(i), "Sns", "Message")
}

func enlargeKinesis(record object, i int) object {
	sequence := fmt.Sprintf("49568167373333333333333333333333333333333333%012d", i)
	return record.
		with(base64.StdEncoding.EncodeToString([]byte(message(i))), "kinesis", "data").
		with(sequence, "kinesis", "sequenceNumber").
		with("shardId-000000000000:"+sequence, "eventID")
}

func enlargeDynamoDB(record object, i int) object {
	return record.with(fmt.Sprintf("f07f8ca4b0b26cb9c4e5e77e%08d", i), "eventID")
}

// message returns a JSON text of a KiB. JSON in a string is what queues mostly carry; it is full
// of escapes.
func message(i int) string {
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
