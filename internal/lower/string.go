package lower

import (
	"errors"
	"strconv"

	"github.com/eventgen-go/eventgen/internal/ecma"
	"github.com/eventgen-go/eventgen/internal/model"
	"github.com/eventgen-go/eventgen/internal/schema"
)

// formatFuncs maps the formats of all drafts to functions of the runtime.
var formatFuncs = map[string]string{
	"date-time":             "FormatDateTime",
	"date":                  "FormatDate",
	"time":                  "FormatTime",
	"duration":              "FormatDuration",
	"email":                 "FormatEmail",
	"idn-email":             "FormatIDNEmail",
	"hostname":              "FormatHostname",
	"idn-hostname":          "FormatIDNHostname",
	"ipv4":                  "FormatIPv4",
	"ipv6":                  "FormatIPv6",
	"uri":                   "FormatURI",
	"uri-reference":         "FormatURIReference",
	"iri":                   "FormatIRI",
	"iri-reference":         "FormatIRIReference",
	"uuid":                  "FormatUUID",
	"uri-template":          "FormatURITemplate",
	"json-pointer":          "FormatJSONPointer",
	"relative-json-pointer": "FormatRelativeJSONPointer",
	"regex":                 "FormatRegex",
}

// formatsOfDraft names the formats that a draft defines, by the first draft that
// has them. A format that the draft does not know asserts nothing.
var formatsSince = map[string]schema.Draft{
	"uri-reference":         schema.Draft6,
	"uri-template":          schema.Draft6,
	"json-pointer":          schema.Draft6,
	"idn-email":             schema.Draft7,
	"idn-hostname":          schema.Draft7,
	"iri":                   schema.Draft7,
	"iri-reference":         schema.Draft7,
	"relative-json-pointer": schema.Draft7,
	"regex":                 schema.Draft7,
	"date":                  schema.Draft7,
	"time":                  schema.Draft7,
	"duration":              schema.Draft2019,
	"uuid":                  schema.Draft2019,
}

// mergeStrings adds the lengths, patterns and formats of all nodes.
func (l *lowering) mergeStrings(s *state) {
	check := s.value.Check
	if check.Kinds&model.KindString == 0 {
		check.String = nil
		return
	}
	for _, n := range s.nodes {
		if n.MinLength != nil && *n.MinLength > 0 {
			tighten(&stringRules(check).Min, l.limit(n, "minLength", "must have at least ", *n.MinLength, "character"), 1)
		}
		if n.MaxLength != nil {
			tighten(&stringRules(check).Max, l.limit(n, "maxLength", "must have at most ", *n.MaxLength, "character"), -1)
		}
		if n.Pattern != nil {
			l.patternRule(check, n)
		}
		if f, ok := formatFuncs[n.Format]; ok && n.FormatAsserted && n.Draft >= formatsSince[n.Format] {
			rule := model.FormatRule{Rule: l.rule(n, "format", "must be a valid "+n.Format), Func: f}
			stringRules(check).Formats = append(stringRules(check).Formats, rule)
		}
		l.mergeContent(check, n)
	}
}

func (l *lowering) patternRule(check *model.Check, n *schema.Schema) {
	p := l.pattern(n, "pattern", *n.Pattern)
	if p == nil || matchesAll(p.model) {
		return
	}
	rule := l.rule(n, "pattern", "must match the pattern "+*n.Pattern)
	stringRules(check).Patterns = append(stringRules(check).Patterns, model.PatternRule{Rule: rule, Pattern: p.model})
}

// pattern compiles an expression of n once; nil if it cannot be compiled, which
// is noted.
func (l *lowering) pattern(n *schema.Schema, keyword, source string) *pattern {
	if p, ok := l.patterns[source]; ok {
		return p
	}
	expr, wrong := compilePattern(source)
	if wrong != "" {
		l.refuse(n, keyword, wrong, patternHint)
		return nil
	}
	p := &pattern{expr: expr, model: patternModel(source, expr)}
	l.patterns[source] = p
	return p
}

// patternHint is what to know about a pattern that cannot be compiled.
const patternHint = "patterns are ECMA-262 expressions that can be matched in linear time"

// compilePattern compiles an expression, or says why it cannot be.
func compilePattern(source string) (expr *ecma.Regexp, wrong string) {
	expr, err := ecma.Compile(source)
	if err == nil {
		return expr, ""
	}
	message, bad := err.Error(), (*ecma.Error)(nil)
	if errors.As(err, &bad) {
		message = bad.Message
	}
	return nil, "the pattern " + strconv.Quote(source) + " cannot be compiled: " + message
}

// limit makes the rule of a keyword that bounds a length or size.
func (l *lowering) limit(n *schema.Schema, keyword, message string, count schema.Count, unit string) *model.Limit {
	if count != 1 {
		unit += "s"
	}
	text := message + strconv.Itoa(int(count)) + " " + unit
	return &model.Limit{Rule: l.rule(n, keyword, text), N: int(count)}
}

// tighten keeps the stricter of two limits: the larger minimum (sign 1), the
// smaller maximum (sign -1).
func tighten(old **model.Limit, limit *model.Limit, sign int) {
	if *old == nil || sign*limit.N > sign*(*old).N {
		*old = limit
	}
}
