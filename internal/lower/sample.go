package lower

import (
	"github.com/eventgen-go/eventgen/internal/interpret"
	"github.com/eventgen-go/eventgen/internal/model"
	"github.com/eventgen-go/eventgen/internal/packed"
	"github.com/eventgen-go/eventgen/internal/sample"
	"github.com/eventgen-go/eventgen/internal/schema"
)

// Maker returns what makes documents for s, a schema in g. The error is of type schema.Problems.
func Maker(g *schema.Graph, s *schema.Schema) (*sample.Maker, error) {
	l := newLowering(g, Options{Types: []Type{{Schema: s}}})
	if err := l.run(l.merge, l.refuseCycles, l.spreadTracking, l.simplify); err != nil {
		return nil, err
	}
	return sample.New(l.rootOf[0].value, l.notes, &interpret.Interpreter{}), nil
}

// notes returns what the schemas of a place say beside its check.
func (l *lowering) notes(v *model.Value) sample.Notes {
	s := l.byValue[v]
	if s == nil {
		return sample.Notes{}
	}
	var notes sample.Notes
	for _, own := range ownExamples(s) {
		notes.Values = append(notes.Values, own.value)
	}
	notes.Open = s.open
	for _, n := range s.nodes {
		notes.Values = append(notes.Values, n.Enum...)
		if n.Const != nil {
			notes.Values = append(notes.Values, n.Const)
		}
		for _, f := range []string{formatFuncs[n.Format], contentFuncs[[2]string{n.ContentEncoding, n.ContentMediaType}]} {
			if f != "" {
				notes.Formats = append(notes.Formats, f)
			}
		}
		notes.Base64 = notes.Base64 || inBase64(n)
	}
	if held := s.nested(); held != nil {
		notes.Content = &sample.Content{Value: held.value, Form: forms[held.packing]}
	}
	return notes
}

// forms are the packings as those know them who make documents.
var forms = map[*model.Packing]packed.Form{
	nil:                           packed.Plain,
	packings[schema.Uncompressed]: packed.Base64,
	packings[schema.Gzip]:         packed.Gzip,
}
