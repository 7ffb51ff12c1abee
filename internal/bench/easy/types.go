// Package easy holds the decoders that easyjson generates for the structs of aws-lambda-go.
//
// The types are those of aws-lambda-go under other names, since easyjson adds methods; values
// convert from one to the other. Types below that decode themselves (DynamoDB's attribute values,
// S3's objects, times) do so here as well.
package easy

import "github.com/aws/aws-lambda-go/events"

//go:generate go tool easyjson -no_std_marshalers -output_filename decode.go types.go

//easyjson:json
type (
	ALB         events.ALBTargetGroupRequest
	REST        events.APIGatewayProxyRequest
	HTTP        events.APIGatewayV2HTTPRequest
	S3          events.S3Event
	SNS         events.SNSEvent
	SQS         events.SQSEvent
	Kinesis     events.KinesisEvent
	DynamoDB    events.DynamoDBEvent
	EventBridge events.EventBridgeEvent
)
