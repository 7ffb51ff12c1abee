package lower

import (
	"github.com/eventgen-go/eventgen/internal/model"
	"github.com/eventgen-go/eventgen/internal/schema"
)

// contentFuncs maps what draft 7 can say of a string's content, its encoding and
// its media type, to functions of the runtime.
var contentFuncs = map[[2]string]string{
	{"base64", ""}:                 "ContentBase64",
	{"", "application/json"}:       "ContentJSON",
	{"base64", "application/json"}: "ContentBase64JSON",
}

// mergeContent adds the content of a string as a rule in draft 7, the one draft
// that lets a validator assert it (section 8 of its validation specification);
// later ones make it an annotation.
func (l *lowering) mergeContent(check *model.Check, n *schema.Schema) {
	f := contentFuncs[[2]string{n.ContentEncoding, n.ContentMediaType}]
	if n.Draft != schema.Draft7 || f == "" {
		return
	}
	keyword, message := "contentEncoding", "must be "+n.ContentEncoding
	if n.ContentMediaType != "" {
		keyword, message = "contentMediaType", "must be "+n.ContentMediaType
		if n.ContentEncoding != "" {
			message += " in " + n.ContentEncoding
		}
	}
	rule := model.FormatRule{Rule: l.rule(n, keyword, message), Func: f}
	stringRules(check).Formats = append(stringRules(check).Formats, rule)
}

// inBase64 reports whether n says of strings that they are base64.
func inBase64(n *schema.Schema) bool { return n.ContentEncoding == "base64" }
