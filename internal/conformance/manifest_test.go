package conformance

import (
	"bufio"
	"bytes"
	"path/filepath"
	"strings"
	"testing"

	"github.com/eventgen-go/eventgen/internal/corpus"
)

// manifestTypes maps the service and direction of a row in the manifest of shared events to types
// of the catalogue, or to a package that has one for it.
var manifestTypes = map[string][]string{
	"activemq request":                        {"activemq"},
	"alb request":                             {"alb.Request"},
	"alb response":                            {"alb.Response"},
	"alexa-skill request":                     {"alexa"},
	"alexa-smart-home request":                {"alexa"},
	"apigateway-authorizer-http-v2 request":   {"apigateway.HTTPAuthorizerRequest"},
	"apigateway-authorizer-request request":   {"apigateway.RESTAuthorizerRequest"},
	"apigateway-authorizer-token request":     {"apigateway.TokenAuthorizerRequest"},
	"apigateway-authorizer-token response":    {"apigateway.TokenAuthorizerResponse"},
	"apigateway-authorizer-websocket request": {"apigateway.WebSocketAuthorizerRequest"},
	"apigateway-http request":                 {"apigateway.HTTPRequest"},
	"apigateway-rest request":                 {"apigateway.RESTRequest"},
	"apigateway-rest response":                {"apigateway.RESTResponse"},
	"apigateway-websocket request":            {"apigateway.WebSocketRequest"},
	"appsync-authorizer request":              {"appsync"},
	"appsync-authorizer response":             {"appsync.AuthorizerResponse"},
	"appsync-events response":                 {"appsync.PublishResponse"},
	"appsync-resolver request":                {"appsync"},
	"bedrock-agent request":                   {"bedrockagent"},
	"bedrock-agent response":                  {"bedrockagent"},
	"cdk-custom-resource-provider request":    {"cloudformation"},
	"clientvpn-connection-handler request":    {"clientvpn"},
	"cloudformation-custom-resource request":  {"cloudformation"},
	"cloudfront request":                      {"cloudfront"},
	"cloudtrail payload-inside-another":       {"cloudtrail.Record"},
	"cloudwatch-alarm request":                {"cloudwatch"},
	"cloudwatch-dashboard-widget request":     {"cloudwatch"},
	"cloudwatch-logs request":                 {"cloudwatchlogs"},
	"codecommit request":                      {"codecommit"},
	"codedeploy-lifecycle-hook request":       {"codedeploy"},
	"codepipeline-job request":                {"codepipeline"},
	"cognito request":                         {"cognito"},
	"config request":                          {"config"},
	"connect request":                         {"connect"},
	"connect-outbound-campaigns request":      {"connect"},
	"documentdb request":                      {"documentdb"},
	"dynamodb request":                        {"dynamodb"},
	"eventbridge request":                     {"eventbridge.Event", "eventbridge"}, // whatever its detail is
	"firehose request":                        {"firehose"},
	"firehose response":                       {"firehose.Response"},
	"iot-1-click request":                     {"iot"},
	"iot-button request":                      {"iot"},
	"iot-custom-authorizer request":           {"iot"},
	"iot-custom-authorizer response":          {"iot.CustomAuthorizerResponse"},
	"iot-preprovisioning-hook request":        {"iot"},
	"iot-preprovisioning-hook response":       {"iot.PreProvisioningHookResponse"},
	"iot-registry-event request":              {"iot"},
	"kafka-msk request":                       {"kafka"},
	"kafka-self-managed request":              {"kafka"},
	"kinesis request":                         {"kinesis"},
	"kinesis-analytics request":               {"kinesisanalytics"},
	"kinesis-analytics response":              {"kinesisanalytics.OutputDeliveryResponse"},
	"lambda-destination request":              {"destination"},
	"lambda-url request":                      {"lambdaurl"},
	"lambda-url response":                     {"lambdaurl.Response"},
	"lex-v1 request":                          {"lex"},
	"lex-v1 response":                         {"lex.Response"},
	"lex-v2 request":                          {"lexv2"},
	"partial-batch-response response":         {"dynamodb.Response", "kinesis.Response", "sqs.Response"}, // the services share its form
	"rabbitmq request":                        {"rabbitmq"},
	"s3 request":                              {"s3"},
	"s3-batch request":                        {"s3batch"},
	"s3-batch response":                       {"s3batch.Response"},
	"s3-object-lambda request":                {"s3objectlambda"},
	"sagemaker-ground-truth request":          {"groundtruth"},
	"secretsmanager request":                  {"secretsmanager"},
	"ses request":                             {"ses"},
	"sns request":                             {"sns"},
	"sqs request":                             {"sqs"},
	"stepfunctions request":                   {"stepfunctions.ErrorOutput"},
	"stream-time-window response":             {"dynamodb.TimeWindowResponse", "kinesis.TimeWindowResponse"},
	"transfer-family-authorizer request":      {"transfer"},
	"vpc-lattice-v1 request":                  {"vpclattice"},
	"vpc-lattice-v2 request":                  {"vpclattice"},
	"workmail request":                        {"workmail"},
}

// manifestOthers are the rows without a type, with the reason.
var manifestOthers = map[string]string{
	"appsync-identity payload-inside-another": "a part of an event; see lambdaEvents",
	"batch request":                          "parameters and answers of the API of AWS Batch, which invokes no function",
	"records-wrapper payload-inside-another": "a template, to be filled by a test library",
}

// A sample is a document of the shared events: a row of their manifest.
type sample struct {
	key      string // its path
	types    []string
	request  bool
	valid    bool // the manifest says that it is what the service sends
	document []byte
}

// samples returns the shared events that the catalogue has a type for.
func samples(t *testing.T) []sample {
	t.Helper()
	dir := corpus.Dir(t, "events")
	var all []sample
	rows := bufio.NewScanner(bytes.NewReader(read(t, filepath.Join(dir, "manifest.tsv"))))
	for rows.Scan() {
		columns := strings.Split(rows.Text(), "\t")
		origin, file, service, direction, validity := columns[0], columns[1], columns[2], columns[4], columns[5]
		for _, family := range []string{"cognito", "eventbridge"} {
			if strings.HasPrefix(service, family+"-") {
				service = family
			}
		}
		kind := service + " " + direction
		types := manifestTypes[kind]
		switch {
		case kind == "service direction": // the head of the table
		case manifestOthers[kind] != "":
		case len(types) == 0:
			t.Errorf("%s/%s: no type for %s", origin, file, kind)
		default:
			all = append(all, sample{
				key: origin + "/" + file, types: types, request: direction == "request", valid: strings.HasPrefix(validity, "valid"),
				document: read(t, filepath.Join(dir, origin, file)),
			})
		}
	}
	if len(all) < 100 {
		t.Errorf("only %d events: the manifest is not as expected", len(all))
	}
	return all
}

// means reports whether an entry of manifestTypes names a type, or its package.
func means(entry, id string) bool {
	return entry == id || strings.HasPrefix(id, entry+".")
}
