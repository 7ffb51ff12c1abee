package lower

import (
	"github.com/eventgen-go/eventgen/internal/interpret"
	"github.com/eventgen-go/eventgen/internal/model"
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
		notes.Formats = append(notes.Formats, formatFuncs[n.Format])
		notes.Base64 = notes.Base64 || inBase64(n)
	}
	if held := s.nested(); held != nil {
		notes.Content = &sample.Content{Value: held.value, Packing: samplePackings[held.packing]}
	}
	return notes
}

var samplePackings = map[*model.Packing]sample.Packing{
	nil:                           sample.Plain,
	packings[schema.Uncompressed]: sample.Base64,
	packings[schema.Gzip]:         sample.Gzip,
}
