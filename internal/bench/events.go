package main

import (
	"github.com/aws/aws-lambda-go/events"

	"github.com/eventgen-go/eventgen/out/alb"
	"github.com/eventgen-go/eventgen/out/apigateway"
	"github.com/eventgen-go/eventgen/out/dynamodb"
	"github.com/eventgen-go/eventgen/out/eventbridge"
	"github.com/eventgen-go/eventgen/out/kinesis"
	"github.com/eventgen-go/eventgen/out/s3"
	"github.com/eventgen-go/eventgen/out/sns"
	"github.com/eventgen-go/eventgen/out/sqs"
)

// An event is a row of the tables.
type event struct {
	name    string
	schema  string // its file in package schemas
	file    string // its document in aws-lambda-go's testdata
	records int    // how many records the payload has; 0 takes the document as it is
	change  enlarge
	rivals  lineup
}

// eventTable lists what is measured: the generated type and the one of aws-lambda-go that peers
// decode into.
func eventTable() []event {
	return []event{
		{
			name: "ALB", schema: "alb/request.schema.json", file: "alb-lambda-target-request-headers-only.json",
			rivals: pair[alb.Request, events.ALBTargetGroupRequest](alb.DecodeRequest, alb.ValidRequest),
		},
		{
			name: "API Gateway v1", schema: "apigateway/rest-request.schema.json", file: "apigw-request.json",
			rivals: pair[apigateway.RESTRequest, events.APIGatewayProxyRequest](
				apigateway.DecodeRESTRequest, apigateway.ValidRESTRequest),
		},
		{
			name: "API Gateway v2", schema: "apigateway/http-request.schema.json", file: "apigw-v2-request-jwt-authorizer.json",
			rivals: pair[apigateway.HTTPRequest, events.APIGatewayV2HTTPRequest](
				apigateway.DecodeHTTPRequest, apigateway.ValidHTTPRequest),
		},
		{
			name: "S3", schema: "s3/event.schema.json", file: "s3-event.json",
			rivals: pair[s3.Event, events.S3Event](s3.DecodeEvent, s3.ValidEvent),
		},
		{
			name: "SNS", schema: "sns/event.schema.json", file: "sns-event.json", records: 1, change: enlargeSNS,
			rivals: pair[sns.Event, events.SNSEvent](sns.DecodeEvent, sns.ValidEvent),
		},
		{
			name: "SQS, 10 × 1 KiB", schema: "sqs/event.schema.json", file: "sqs-event.json", records: 10, change: enlargeSQS,
			rivals: pair[sqs.Event, events.SQSEvent](sqs.DecodeEvent, sqs.ValidEvent),
		},
		{
			name: "Kinesis, 100 × 1 KiB", schema: "kinesis/event.schema.json", file: "kinesis-event.json",
			records: 100, change: enlargeKinesis,
			rivals: pair[kinesis.Event, events.KinesisEvent](kinesis.DecodeEvent, kinesis.ValidEvent),
		},
		{
			name: "DynamoDB, 25 records", schema: "dynamodb/event.schema.json", file: "dynamodb-event.json",
			records: 25, change: enlargeDynamoDB,
			rivals: pair[dynamodb.Event, events.DynamoDBEvent](dynamodb.DecodeEvent, dynamodb.ValidEvent),
		},
		{
			name: "EventBridge", schema: "eventbridge/event.schema.json", file: "codebuild-state-change.json",
			rivals: pair[eventbridge.Event, events.EventBridgeEvent](eventbridge.DecodeEvent, eventbridge.ValidEvent),
		},
	}
}

// payload returns the document of the event.
func (e event) payload(from testdata) (document, error) {
	d, err := from.read(e.file)
	if err != nil || e.records == 0 {
		return d, err
	}
	return records(d, e.records, e.change), nil
}
