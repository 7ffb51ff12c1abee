package conformance

import (
	"testing"

	"github.com/eventgen-go/eventgen/out/catalog"
)

// lookalikes are documents that have much in common with those of other types, cut down to what
// tells them apart, and what they are. A document stands next to those it could be taken for.
var lookalikes = []struct{ want, document string }{
	// HTTP requests.
	{"apigateway.RESTRequest", `{"resource": "/a", "path": "/a", "httpMethod": "GET", "headers": {}, "requestContext": {"stage": "s", "identity": {"sourceIp": "203.0.113.7"}}, "isBase64Encoded": false}`},
	{"apigateway.RESTRequest", `{"version": "1.0", "resource": "/a", "path": "/a", "httpMethod": "GET", "headers": {}, "requestContext": {"stage": "$default", "domainName": "x.execute-api.eu-west-1.amazonaws.com"}, "isBase64Encoded": false}`},
	{"alb.Request", `{"path": "/a", "httpMethod": "GET", "headers": {}, "requestContext": {"elb": {"targetGroupArn": "arn:x"}}, "isBase64Encoded": false}`},
	{"apigateway.HTTPRequest", `{"version": "2.0", "routeKey": "$default", "rawPath": "/a", "headers": {}, "requestContext": {"domainName": "x.execute-api.eu-west-1.amazonaws.com", "http": {"method": "GET"}}, "isBase64Encoded": false}`},
	{"apigateway.HTTPRequest", `{"version": "2.0", "routeKey": "$default", "rawPath": "/a", "headers": {"host": "api.example.com"}, "requestContext": {"domainName": "api.example.com", "http": {"method": "GET"}}, "isBase64Encoded": false}`},
	{"apigateway.HTTPRequest", `{"version": "2.0", "routeKey": "$default", "rawPath": "/a", "headers": {"host": "my-lambda-url.example.com"}, "requestContext": {"domainName": "my-lambda-url.example.com", "http": {"method": "GET"}}, "isBase64Encoded": false}`},
	{"lambdaurl.Request", `{"version": "2.0", "routeKey": "$default", "rawPath": "/a", "headers": {}, "requestContext": {"domainName": "x.lambda-url.eu-west-1.on.aws", "http": {"method": "GET"}}, "isBase64Encoded": false}`},
	{"lambdaurl.Request", `{"version": "2.0", "routeKey": "$default", "rawPath": "/a", "headers": {"x-amzn-lambda-proxying-cell": "0"}, "requestContext": {"domainName": "x.cell-1-lambda-url.eu-west-1.on.aws", "http": {"method": "GET"}}, "isBase64Encoded": false}`},
	{"vpclattice.V2Request", `{"version": "2.0", "path": "/a", "method": "GET", "headers": {"host": ["x"]}, "requestContext": {"serviceNetworkArn": "arn:n", "serviceArn": "arn:s"}, "isBase64Encoded": false}`},
	{"vpclattice.V1Request", `{"raw_path": "/a", "method": "GET", "headers": {"host": "x"}, "query_string_parameters": {}, "body": "", "is_base64_encoded": false}`},
	{"apigateway.WebSocketRequest", `{"requestContext": {"routeKey": "$default", "eventType": "MESSAGE", "connectionId": "c=", "stage": "s", "domainName": "x.execute-api.eu-west-1.amazonaws.com"}, "body": "{}", "isBase64Encoded": false}`},
	{"apigateway.WebSocketRequest", `{"headers": {}, "requestContext": {"routeKey": "$connect", "eventType": "CONNECT", "connectionId": "c=", "identity": {"sourceIp": "203.0.113.7"}}, "isBase64Encoded": false}`},
	{"cloudfront.RequestEvent", `{"Records": [{"cf": {"config": {"distributionId": "E"}, "request": {"uri": "/a", "method": "GET", "headers": {}}}}]}`},
	{"cloudfront.ResponseEvent", `{"Records": [{"cf": {"config": {"distributionId": "E"}, "request": {"uri": "/a", "method": "GET", "headers": {}}, "response": {"status": "200", "headers": {}}}}]}`},

	// Authorizers.
	{"apigateway.TokenAuthorizerRequest", `{"type": "TOKEN", "authorizationToken": "t", "methodArn": "arn:m"}`},
	{"apigateway.RESTAuthorizerRequest", `{"type": "REQUEST", "methodArn": "arn:m", "resource": "/a", "path": "/a", "httpMethod": "GET", "headers": {}, "requestContext": {"identity": {}}}`},
	{"apigateway.RESTAuthorizerRequest", `{"version": "1.0", "type": "REQUEST", "methodArn": "arn:m", "identitySource": "t", "authorizationToken": "t", "resource": "/a", "path": "/a", "httpMethod": "GET", "requestContext": {"identity": {}}}`},
	{"apigateway.HTTPAuthorizerRequest", `{"version": "2.0", "type": "REQUEST", "routeArn": "arn:r", "identitySource": ["t"], "routeKey": "GET /a", "rawPath": "/a", "requestContext": {"http": {"method": "GET"}}}`},
	{"apigateway.HTTPAuthorizerRequest", `{"version": "2.0", "type": "REQUEST", "routeArn": "arn:r", "identitySource": null, "routeKey": "GET /a", "rawPath": "/a", "requestContext": {"http": {"method": "GET"}}}`},
	{"apigateway.WebSocketAuthorizerRequest", `{"type": "REQUEST", "methodArn": "arn:m", "headers": {}, "requestContext": {"routeKey": "$connect", "eventType": "CONNECT", "connectionId": "c="}}`},
	{"appsync.AuthorizerRequest", `{"authorizationToken": "t", "requestContext": {"apiId": "a", "accountId": "1", "queryString": "query { a }", "variables": {}}}`},
	{"iot.CustomAuthorizerRequest", `{"token": "t", "signatureVerified": true, "protocols": ["mqtt"], "protocolData": {}}`},
	{"transfer.IdentityProviderEvent", `{"username": "u", "password": "p", "protocol": "SFTP", "serverId": "s-1", "sourceIp": "203.0.113.7"}`},

	// Records, and who spells eventSource how.
	{"sns.Event", `{"Records": [{"EventSource": "aws:sns", "Sns": {"SigningCertUrl": "https://a", "UnsubscribeUrl": "https://b"}}]}`},
	{"sns.Event", `{"Records": [{"EventSource": "aws:sns", "Sns": {"SigningCertURL": "https://a", "UnsubscribeURL": "https://b"}}]}`},
	{"sns.Notification", `{"Type": "Notification", "MessageId": "m", "TopicArn": "arn:t", "Message": "x", "SigningCertURL": "https://a", "UnsubscribeURL": "https://b"}`},
	{"sqs.Event", `{"Records": [{"messageId": "m", "body": "{\"Records\": [{\"eventSource\": \"aws:s3\"}]}", "eventSource": "aws:sqs"}]}`},
	{"s3.Event", `{"Records": [{"eventSource": "aws:s3", "s3": {}}]}`},
	{"s3.TestEvent", `{"Service": "Amazon S3", "Event": "s3:TestEvent", "Bucket": "b"}`},
	{"ses.Event", `{"Records": [{"eventSource": "aws:ses", "ses": {"mail": {}, "receipt": {}}}]}`},
	{"codecommit.Event", `{"Records": [{"eventSource": "aws:codecommit", "codecommit": {}}]}`},
	{"kinesis.Event", `{"Records": [{"eventSource": "aws:kinesis", "kinesis": {}}]}`},
	{"kinesis.TimeWindowEvent", `{"Records": [{"eventSource": "aws:kinesis", "kinesis": {}}], "window": {"start": "s", "end": "e"}, "state": {}}`},
	{"kinesis.TimeWindowEvent", `{"Records": [], "window": {"start": "s", "end": "e"}, "state": {}, "eventSourceARN": "arn:aws:kinesis:eu-west-1:123456789012:stream/a"}`},
	{"dynamodb.Event", `{"Records": [{"eventSource": "aws:dynamodb", "dynamodb": {}}]}`},
	{"dynamodb.TimeWindowEvent", `{"Records": [{"eventSource": "aws:dynamodb", "dynamodb": {}}], "window": {"start": "s", "end": "e"}, "state": {}}`},
	{"dynamodb.TimeWindowEvent", `{"Records": [], "window": {"start": "s", "end": "e"}, "state": {}, "eventSourceARN": "arn:aws:dynamodb:eu-west-1:123456789012:table/a/stream/b"}`},
	{"cloudtrail.LogFile", `{"Records": [{"eventVersion": "1.09", "eventSource": "s3.amazonaws.com", "eventName": "GetObject", "userIdentity": {"type": "Root"}}]}`},
	{"firehose.Event", `{"invocationId": "i", "deliveryStreamArn": "arn:d", "region": "r", "records": [{"recordId": "1", "data": "e30=", "kinesisRecordMetadata": {}}]}`},
	{"kinesisanalytics.InputPreprocessingEvent", `{"invocationId": "i", "applicationArn": "arn:a", "streamArn": "arn:s", "records": [{"recordId": "1", "data": "e30=", "kinesisStreamRecordMetadata": {}}]}`},
	{"kinesisanalytics.InputPreprocessingEvent", `{"invocationId": "i", "applicationArn": "arn:a", "streamArn": "arn:s", "records": [{"recordId": "1", "data": "e30=", "kinesisFirehoseRecordMetadata": {}}]}`},
	{"kinesisanalytics.OutputDeliveryEvent", `{"invocationId": "i", "applicationArn": "arn:a", "records": [{"recordId": "1", "lambdaDeliveryRecordMetadata": {"retryHint": 0}, "data": "e30="}]}`},

	// Brokers.
	{"activemq.Event", `{"eventSource": "aws:mq", "eventSourceArn": "arn:b", "messages": []}`},
	{"rabbitmq.Event", `{"eventSource": "aws:rmq", "eventSourceArn": "arn:b", "rmqMessagesByQueue": {}}`},
	{"kafka.Event", `{"eventSource": "aws:kafka", "eventSourceArn": "arn:c", "bootstrapServers": "b", "records": {}}`},
	{"kafka.Event", `{"eventSource": "SelfManagedKafka", "bootstrapServers": "b", "records": {}}`},
	{"documentdb.Event", `{"eventSourceArn": "arn:c", "events": [{"event": {}}], "eventSource": "aws:docdb"}`},

	// Pipes hand on the records alone.
	{"pipes.SQSEvent", `[{"messageId": "m", "receiptHandle": "h", "body": "{}", "eventSource": "aws:sqs"}]`},
	{"pipes.DynamoDBEvent", `[{"eventID": "e", "eventSource": "aws:dynamodb", "dynamodb": {}}]`},
	{"pipes.KinesisEvent", `[{"partitionKey": "1", "data": "e30=", "eventSource": "aws:kinesis"}]`},
	{"pipes.KafkaEvent", `[{"topic": "t", "partition": 0, "offset": 1, "eventSource": "aws:kafka", "eventSourceKey": "t-0"}]`},
	{"pipes.KafkaEvent", `[{"topic": "t", "partition": 0, "offset": 1, "eventSource": "SelfManagedKafka", "eventSourceKey": "t-0"}]`},
	{"pipes.ActiveMQEvent", `[{"eventSource": "aws:amq", "eventSourceArn": "arn:b", "messageID": "ID:1"}]`},
	{"pipes.RabbitMQEvent", `[{"eventSource": "aws:rmq", "eventSourceArn": "arn:b", "eventSourceKey": "q::/", "basicProperties": {}}]`},
	{"dynamodb.KinesisData", `{"eventID": "e", "recordFormat": "application/json", "tableName": "t", "dynamodb": {}, "eventSource": "aws:dynamodb"}`},

	// Triggers of Cognito.
	{"cognito.PreSignupEvent", `{"triggerSource": "PreSignUp_SignUp", "request": {"userAttributes": {}}, "response": {}}`},
	{"cognito.PreSignupEvent", `{"triggerSource": "PreSignUp_ExternalProvider", "request": {"userAttributes": {}}, "response": {}}`},
	{"cognito.PostConfirmationEvent", `{"triggerSource": "PostConfirmation_ConfirmForgotPassword", "request": {"userAttributes": {}}, "response": {}}`},
	{"cognito.PreAuthenticationEvent", `{"triggerSource": "PreAuthentication_Authentication", "request": {"userAttributes": {}}, "response": {}}`},
	{"cognito.PostAuthenticationEvent", `{"triggerSource": "PostAuthentication_Authentication", "request": {"userAttributes": {}}, "response": {}}`},
	{"cognito.PreTokenGenerationEvent", `{"version": "1", "triggerSource": "TokenGeneration_HostedAuth", "request": {"userAttributes": {}}, "response": {}}`},
	{"cognito.PreTokenGenerationV2Event", `{"version": "2", "triggerSource": "TokenGeneration_HostedAuth", "request": {"userAttributes": {}}, "response": {}}`},
	{"cognito.PreTokenGenerationV2Event", `{"version": "3", "triggerSource": "TokenGeneration_ClientCredentials", "request": {}, "response": {}}`},
	{"cognito.CustomMessageEvent", `{"triggerSource": "CustomMessage_ForgotPassword", "request": {"userAttributes": {}}, "response": {}}`},
	{"cognito.CustomEmailSenderEvent", `{"triggerSource": "CustomEmailSender_ForgotPassword", "request": {"type": "customEmailSenderRequestV1"}}`},
	{"cognito.CustomSMSSenderEvent", `{"triggerSource": "CustomSMSSender_ForgotPassword", "request": {"type": "customSMSSenderRequestV1"}}`},
	{"cognito.DefineAuthChallengeEvent", `{"triggerSource": "DefineAuthChallenge_Authentication", "request": {"session": []}, "response": {}}`},
	{"cognito.CreateAuthChallengeEvent", `{"triggerSource": "CreateAuthChallenge_Authentication", "request": {"session": []}, "response": {}}`},
	{"cognito.VerifyAuthChallengeEvent", `{"triggerSource": "VerifyAuthChallengeResponse_Authentication", "request": {"challengeAnswer": "a"}, "response": {}}`},
	{"cognito.MigrateUserEvent", `{"triggerSource": "UserMigration_Authentication", "request": {"password": "p"}, "response": {}}`},
	{"cognito.InboundFederationEvent", `{"triggerSource": "InboundFederation_ExternalProvider", "request": {"attributes": {}}, "response": {}}`},
	{"cognito.SyncEvent", `{"version": 2, "eventType": "SyncTrigger", "identityPoolId": "p", "datasetRecords": {}}`},

	// One source of EventBridge, several kinds of detail; and what only looks like it.
	{"eventbridge.ScheduledEvent", `{"source": "aws.events", "detail-type": "Scheduled Event", "detail": {}}`},
	{"eventbridge.SchedulerEvent", `{"source": "aws.scheduler", "detail-type": "Scheduled Event", "detail": "{}"}`},
	{"eventbridge.S3ObjectCreatedEvent", `{"source": "aws.s3", "detail-type": "Object Created", "detail": {}}`},
	{"eventbridge.APICallEvent", `{"source": "aws.s3", "detail-type": "AWS API Call via CloudTrail", "detail": {"eventSource": "s3.amazonaws.com"}}`},
	{"efs.APICallEvent", `{"source": "aws.elasticfilesystem", "detail-type": "AWS API Call via CloudTrail", "detail": {"eventSource": "elasticfilesystem.amazonaws.com"}}`},
	{"eventbridge.CloudWatchAlarmStateChangeEvent", `{"source": "aws.cloudwatch", "detail-type": "CloudWatch Alarm State Change", "detail": {"alarmName": "a"}}`},
	{"cloudwatch.AlarmEvent", `{"source": "aws.cloudwatch", "alarmArn": "arn:a", "alarmData": {"alarmName": "a"}}`},
	{"eventbridge.Event", `{"source": "shop", "detail-type": "Object Created", "detail": {}}`},
	{"xray.InsightUpdateEvent", `{"source": "aws.xray", "detail-type": "AWS X-Ray Insight Update", "detail": {}}`},

	// Custom resources: of CloudFormation, and behind the provider of the CDK.
	{"cloudformation.Event", `{"RequestType": "Create", "ResponseURL": "https://a", "StackId": "arn:s", "LogicalResourceId": "l", "ResourceProperties": {}}`},
	{"cloudformation.OnEventRequest", `{"RequestType": "Create", "ResponseURL": "...", "StackId": "arn:s", "LogicalResourceId": "l", "ResourceProperties": {}}`},
	{"cloudformation.IsCompleteRequest", `{"RequestType": "Create", "ResponseURL": "...", "StackId": "arn:s", "LogicalResourceId": "l", "PhysicalResourceId": "p", "ResourceProperties": {}}`},

	// Bots and skills.
	{"lex.Event", `{"messageVersion": "1.0", "invocationSource": "DialogCodeHook", "bot": {"name": "b"}, "currentIntent": {"name": "i"}}`},
	{"lexv2.Event", `{"messageVersion": "1.0", "invocationSource": "DialogCodeHook", "bot": {"name": "b"}, "sessionState": {"intent": {"name": "i"}}}`},
	{"alexa.SkillRequest", `{"version": "1.0", "session": {}, "context": {}, "request": {"type": "LaunchRequest", "requestId": "r"}}`},
	{"alexa.SmartHomeRequest", `{"directive": {"header": {"namespace": "Alexa.Discovery", "name": "Discover", "payloadVersion": "3"}, "payload": {}}}`},
	{"alexa.ConnectedHomeRequest", `{"header": {"namespace": "Alexa.ConnectedHome.Discovery", "name": "DiscoverAppliancesRequest", "payloadVersion": "2"}, "payload": {}}`},
	{"bedrockagent.APIEvent", `{"messageVersion": "1.0", "agent": {"name": "a"}, "actionGroup": "g", "apiPath": "/a", "httpMethod": "GET"}`},
	{"bedrockagent.FunctionEvent", `{"messageVersion": "1.0", "agent": {"name": "a"}, "actionGroup": "g", "function": "f"}`},

	// Resolvers of AppSync.
	{"appsync.ResolverEvent", `{"arguments": {}, "identity": null, "source": null, "request": {}, "prev": null, "info": {"parentTypeName": "Query", "fieldName": "f"}, "stash": {}}`},
	{"appsync.BatchResolverEvent", `[{"arguments": {}, "identity": null, "source": {}, "request": {}, "info": {"parentTypeName": "Query", "fieldName": "f"}}]`},
	{"appsync.AmplifyResolverEvent", `{"typeName": "Query", "fieldName": "f", "arguments": {}, "identity": {}, "source": null, "request": {}, "prev": null}`},
	{"appsync.PublishEvent", `{"info": {"channel": {"path": "/a"}, "operation": "PUBLISH"}, "events": [{"id": "1", "payload": {}}], "identity": null}`},
	{"appsync.SubscribeEvent", `{"info": {"channel": {"path": "/a"}, "operation": "SUBSCRIBE"}, "events": null, "identity": null}`},
}

// Documents that look alike are told from each other.
func TestLookalikes(t *testing.T) {
	for _, l := range lookalikes {
		matches := catalog.Identify([]byte(l.document))
		if len(matches) == 0 || matches[0].Event != l.want {
			_, why := first([]byte(l.document))
			t.Errorf("%s: want %s, got %s", l.document, l.want, why)
			continue
		}
		if len(matches) > 1 && matches[0].Points == matches[1].Points {
			t.Errorf("%s: %s is first by its name only, before %s", l.document, l.want, matches[1].Event)
		}
	}
}
