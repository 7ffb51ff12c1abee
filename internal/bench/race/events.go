package race

import (
	"slices"

	"github.com/aws/aws-lambda-go/events"

	"github.com/eventgen-go/eventgen/internal/bench/easy"
	"github.com/eventgen-go/eventgen/internal/bench/payload"
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
	name   string
	schema string // its file in package schemas
	source payload.Source
	aside  bool // does not count in means
	lineup lineup
}

// dynamoDBEvent has a bar of its own.
const dynamoDBEvent = "DynamoDB, 25 records"

// eventTable lists what is measured: the generated type and the one of aws-lambda-go that peers
// decode into.
func eventTable() []event {
	return []event{
		{
			name: "ALB", schema: "alb/request.schema.json",
			source: payload.Document("alb-lambda-target-request-headers-only.json"),
			lineup: all[alb.Request, events.ALBTargetGroupRequest, easy.ALB](alb.DecodeRequest, alb.ValidRequest),
		},
		{
			name: "API Gateway v1", schema: "apigateway/rest-request.schema.json",
			source: payload.Document("apigw-request.json"),
			lineup: all[apigateway.RESTRequest, events.APIGatewayProxyRequest, easy.REST](
				apigateway.DecodeRESTRequest, apigateway.ValidRESTRequest),
		},
		{
			name: "API Gateway v2", schema: "apigateway/http-request.schema.json",
			source: payload.Document("apigw-v2-request-jwt-authorizer.json"),
			lineup: all[apigateway.HTTPRequest, events.APIGatewayV2HTTPRequest, easy.HTTP](
				apigateway.DecodeHTTPRequest, apigateway.ValidHTTPRequest),
		},
		{
			name: "S3", schema: "s3/event.schema.json", source: payload.Document("s3-event.json"),
			lineup: all[s3.Event, events.S3Event, easy.S3](s3.DecodeEvent, s3.ValidEvent),
		},
		{
			name: "SNS", schema: "sns/event.schema.json", source: payload.SNS(),
			lineup: all[sns.Event, events.SNSEvent, easy.SNS](sns.DecodeEvent, sns.ValidEvent),
		},
		{
			name: "SQS, 10 × 1 KiB", schema: "sqs/event.schema.json", source: payload.SQS(10, payload.Message),
			lineup: all[sqs.Event, events.SQSEvent, easy.SQS](sqs.DecodeEvent, sqs.ValidEvent),
		},
		{
			name: "Kinesis, 100 × 1 KiB", schema: "kinesis/event.schema.json", source: payload.Kinesis(100),
			lineup: all[kinesis.Event, events.KinesisEvent, easy.Kinesis](kinesis.DecodeEvent, kinesis.ValidEvent),
		},
		{
			name: dynamoDBEvent, schema: "dynamodb/event.schema.json", source: payload.DynamoDB(25),
			lineup: all[dynamodb.Event, events.DynamoDBEvent, easy.DynamoDB](dynamodb.DecodeEvent, dynamodb.ValidEvent),
		},
		{
			name: "EventBridge", schema: "eventbridge/event.schema.json",
			source: payload.Document("codebuild-state-change.json"),
			lineup: all[eventbridge.Event, events.EventBridgeEvent, easy.EventBridge](
				eventbridge.DecodeEvent, eventbridge.ValidEvent),
		},
		{ // peers decode base64 in any case, generated code when it is asked
			name: "Kinesis with `Bytes()`", schema: "kinesis/event.schema.json", source: payload.Kinesis(100), aside: true,
			lineup: only(decode, all[kinesis.Event, events.KinesisEvent, easy.Kinesis](
				decodeKinesisBytes, kinesis.ValidEvent)),
		},
	}
}

// eventNamed returns a row of the table.
func eventNamed(name string) (event, bool) {
	table := eventTable()
	i := slices.IndexFunc(table, func(e event) bool { return e.name == name })
	if i < 0 {
		return event{}, false
	}
	return table[i], true
}

// decodeKinesisBytes also decodes the data of every record.
func decodeKinesisBytes(data []byte) (kinesis.Event, error) {
	e, err := kinesis.DecodeEvent(data)
	if err != nil {
		return e, err
	}
	for i := range e.Records {
		if _, err := e.Records[i].Kinesis.Data.Bytes(); err != nil {
			return e, err
		}
	}
	return e, nil
}
