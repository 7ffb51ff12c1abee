package conformance

import (
	"fmt"
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

// A lambdaEvent is what the documents that a pattern matches are, among the sample events of
// aws-lambda-go.
type lambdaEvent struct {
	pattern string
	id      string
	frame   string // what stands around a document that is only a part of an event; %s is the document
}

// lambdaEvents says it of all of them, in order of their names.
var lambdaEvents = []lambdaEvent{
	{pattern: "activemq-event.json", id: "activemq.Event"},
	{pattern: "alb-lambda-target-request-*.json", id: "alb.Request"},
	{pattern: "alb-lambda-target-response.json", id: "alb.Response"},
	{pattern: "apigw-custom-auth-request-type-request.json", id: "apigateway.RESTAuthorizerRequest"},
	{pattern: "apigw-custom-auth-request.json", id: "apigateway.TokenAuthorizerRequest"},
	{pattern: "apigw-custom-auth-response.json", id: "apigateway.TokenAuthorizerResponse"},
	{pattern: "apigw-request.json", id: "apigateway.RESTRequest"},
	{pattern: "apigw-response.json", id: "apigateway.RESTResponse"},
	{pattern: "apigw-restapi-openapi-request.json", id: "apigateway.RESTRequest"},
	{pattern: "apigw-v2-custom-authorizer-v1-request.json", id: "apigateway.RESTAuthorizerRequest"}, // HTTP APIs send this form, too
	{pattern: "apigw-v2-custom-authorizer-v2-request.json", id: "apigateway.HTTPAuthorizerRequest"},
	{pattern: "apigw-v2-request-*.json", id: "apigateway.HTTPRequest"},
	{pattern: "apigw-websocket-request*.json", id: "apigateway.WebSocketRequest"},
	{pattern: "appsync-identity-*.json", id: "appsync.ResolverEvent", frame: `{"arguments": {}, "identity": %s, "info": {"parentTypeName": "Query", "fieldName": "x", "variables": {}, "selectionSetList": [], "selectionSetGraphQL": ""}}`},
	{pattern: "appsync-lambda-auth-request.json", id: "appsync.AuthorizerRequest"},
	{pattern: "appsync-lambda-auth-response.json", id: "appsync.AuthorizerResponse"},
	{pattern: "autoscaling-event-launch-*.json", id: "eventbridge.AutoScalingLaunchEvent"},
	{pattern: "autoscaling-event-lifecycle-action.json", id: "eventbridge.AutoScalingLifecycleActionEvent"},
	{pattern: "autoscaling-event-terminate-action.json", id: "eventbridge.AutoScalingLifecycleActionEvent"},
	{pattern: "autoscaling-event-terminate-*successful.json", id: "eventbridge.AutoScalingTerminateEvent"},
	{pattern: "clientvpn-connectionhandler-request.json", id: "clientvpn.ConnectionRequest"},
	{pattern: "cloudwatch-alarm-sns-payload-*.json", id: "sns.Event"},
	{pattern: "cloudwatch-logs-event.json", id: "cloudwatchlogs.Event"},
	{pattern: "code-commit-event.json", id: "codecommit.Event"},
	{pattern: "codebuild-phase-change.json", id: "eventbridge.CodeBuildPhaseChangeEvent"},
	{pattern: "codebuild-state-change.json", id: "eventbridge.CodeBuildStateChangeEvent"},
	{pattern: "codedeploy-deployment-event.json", id: "eventbridge.CodeDeployDeploymentStateChangeEvent"},
	{pattern: "codedeploy-instance-event.json", id: "eventbridge.CodeDeployInstanceStateChangeEvent"},
	{pattern: "codepipeline-action-execution-*.json", id: "eventbridge.CodePipelineActionExecutionStateChangeEvent"},
	{pattern: "codepipeline-execution-stage-*.json", id: "eventbridge.CodePipelineStageExecutionStateChangeEvent"},
	{pattern: "codepipeline-execution-state-*.json", id: "eventbridge.CodePipelineExecutionStateChangeEvent"},
	{pattern: "codepipeline-job-event.json", id: "codepipeline.JobEvent"},
	{pattern: "cognito-event-userpools-create-auth-challenge.json", id: "cognito.CreateAuthChallengeEvent"},
	{pattern: "cognito-event-userpools-custommessage.json", id: "cognito.CustomMessageEvent"},
	{pattern: "cognito-event-userpools-define-auth-challenge.json", id: "cognito.DefineAuthChallengeEvent"},
	{pattern: "cognito-event-userpools-inbound-federation-*.json", id: "cognito.InboundFederationEvent"},
	{pattern: "cognito-event-userpools-migrateuser.json", id: "cognito.MigrateUserEvent"},
	{pattern: "cognito-event-userpools-postauthentication.json", id: "cognito.PostAuthenticationEvent"},
	{pattern: "cognito-event-userpools-postconfirmation.json", id: "cognito.PostConfirmationEvent"},
	{pattern: "cognito-event-userpools-preauthentication.json", id: "cognito.PreAuthenticationEvent"},
	{pattern: "cognito-event-userpools-presignup.json", id: "cognito.PreSignupEvent"},
	{pattern: "cognito-event-userpools-pretokengen-v2*.json", id: "cognito.PreTokenGenerationV2Event"},
	{pattern: "cognito-event-userpools-pretokengen.json", id: "cognito.PreTokenGenerationEvent"},
	{pattern: "cognito-event-userpools-verify-auth-challenge.json", id: "cognito.VerifyAuthChallengeEvent"},
	{pattern: "cognito-event.json", id: "cognito.SyncEvent"},
	{pattern: "config-event.json", id: "config.Event"},
	{pattern: "connect-event.json", id: "connect.ContactFlowEvent"},
	{pattern: "dynamodb-event.json", id: "dynamodb.Event"},
	{pattern: "dynamodb-time-window-event.json", id: "dynamodb.TimeWindowEvent"},
	{pattern: "ecr-image-push-event.json", id: "eventbridge.ECRImageActionEvent"},
	{pattern: "ecr-image-scan-event.json", id: "eventbridge.ECRImageScanEvent"},
	{pattern: "ecs-container-instance-state-change.json", id: "eventbridge.ECSContainerInstanceStateChangeEvent"},
	{pattern: "iot-1-click-event.json", id: "iot.OneClickEvent"},
	{pattern: "iot-button-event.json", id: "iot.ButtonEvent"},
	{pattern: "iot-custom-auth-request.json", id: "iot.CustomAuthorizerRequest"},
	{pattern: "iot-custom-auth-response.json", id: "iot.CustomAuthorizerResponse"},
	{pattern: "iot-preprovision-hook-request.json", id: "iot.PreProvisioningHookRequest"},
	{pattern: "iot-preprovision-hook-response.json", id: "iot.PreProvisioningHookResponse"},
	{pattern: "kafka-event.json", id: "kafka.Event"},
	{pattern: "kinesis-analytics-output-delivery-event.json", id: "kinesisanalytics.OutputDeliveryEvent"},
	{pattern: "kinesis-analytics-output-delivery-response.json", id: "kinesisanalytics.OutputDeliveryResponse"},
	{pattern: "kinesis-event.json", id: "kinesis.Event"},
	{pattern: "kinesis-firehose-event.json", id: "firehose.Event"},
	{pattern: "kinesis-firehose-response.json", id: "firehose.Response"},
	{pattern: "kinesis-time-window-event.json", id: "kinesis.TimeWindowEvent"},
	{pattern: "lambda-urls-request.json", id: "lambdaurl.Request"},
	{pattern: "lambda-urls-response.json", id: "lambdaurl.Response"},
	{pattern: "lex-event.json", id: "lex.Event"},
	{pattern: "lex-response.json", id: "lex.Response"},
	{pattern: "rabbitmq-event.json", id: "rabbitmq.Event"},
	{pattern: "s3-batch-job-event-request-*.json", id: "s3batch.Event"},
	{pattern: "s3-batch-job-event-response.json", id: "s3batch.Response"},
	{pattern: "s3-event*.json", id: "s3.Event"},
	{pattern: "s3-glacier-event.json", id: "s3.Event"},
	{pattern: "s3-intelligenttier-event.json", id: "s3.Event"},
	{pattern: "s3-lifecycle-event.json", id: "s3.Event"},
	{pattern: "s3-object-lambda-event-*.json", id: "s3objectlambda.Event"},
	{pattern: "s3-re*-event.json", id: "s3.Event"},
	{pattern: "secretsmanager-secret-rotation-event.json", id: "secretsmanager.RotationEvent"},
	{pattern: "ses-*-event.json", id: "ses.Event"},
	{pattern: "sns-event.json", id: "sns.Event"},
	{pattern: "sqs-event.json", id: "sqs.Event"},
}

// malformedLambdaEvent is the one that is no JSON, on purpose.
const malformedLambdaEvent = "dynamodb-event-malformed.2.json"

// documents returns the documents of a row by the name of their files.
func (e lambdaEvent) documents(t *testing.T) map[string][]byte {
	t.Helper()
	docs := make(map[string][]byte)
	for _, file := range glob(t, corpus.LambdaEvents(t), e.pattern) {
		doc := read(t, file)
		if e.frame != "" {
			doc = fmt.Appendf(nil, e.frame, doc)
		}
		docs[filepath.Base(file)] = doc
	}
	return docs
}

// The same for the samples that come with a module, which a fresh clone has as well: all of them.
func TestLambdaEvents(t *testing.T) {
	l := &ledger{file: eventsFile, prefix: "aws-lambda-go/", short: make(map[string]string)}
	seen := make(map[string]bool)
	for _, e := range lambdaEvents {
		for file, doc := range e.documents(t) {
			if seen[file] {
				t.Errorf("%s matches two patterns", file)
			}
			seen[file] = true
			l.event(t, e.id, file, doc)
		}
	}
	for _, file := range glob(t, corpus.LambdaEvents(t), "*.json") {
		if name := filepath.Base(file); seen[name] == (name == malformedLambdaEvent) {
			t.Errorf("%s is no event, or matches no pattern", name)
		}
	}
	t.Logf("%d events, %d of them no real ones", len(seen), len(l.short))
	l.settle(t)
}
