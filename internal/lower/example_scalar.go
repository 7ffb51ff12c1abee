package lower

import (
	"math"
	"strconv"

	"github.com/eventgen-go/eventgen/internal/model"
	"github.com/eventgen-go/eventgen/internal/runtime/wire"
	"github.com/eventgen-go/eventgen/internal/schema"
)

// basic writes a value of a type of Go's own, or of the runtime's.
func (w *literals) basic(t model.Basic, doc *schema.Value, c context) model.Literal {
	switch {
	case t.IsInteger():
		return w.integer(t, doc, c)
	case t == model.Float64:
		return w.float(doc, c)
	case t == model.Bool:
		return model.Truth(doc.Kind == schema.KindTrue)
	case t == model.String:
		return model.Text(doc.Text)
	case t == model.Time:
		return w.moment(doc)
	case t == model.Raw:
		return raw(doc)
	}
	return constant(model.Text(doc.Text), t, c)
}

// raw is a document as JSON.
func raw(doc *schema.Value) model.Literal {
	return model.Convert{Type: model.Raw, Value: model.Text(doc.JSON())}
}

func (w *literals) integer(t model.Basic, doc *schema.Value, c context) model.Literal {
	n, ok := whole(doc.Text)
	if !ok {
		return w.misfit(t, doc)
	}
	if least, most := typeRange(t); n.Cmp(least) < 0 || n.Cmp(most) > 0 {
		return w.misfit(t, doc)
	}
	return constant(model.Digits(n.String()), t, c)
}

// float writes a number as encoding it would.
func (w *literals) float(doc *schema.Value, c context) model.Literal {
	f, err := strconv.ParseFloat(doc.Text, 64)
	if err != nil {
		return w.misfit(model.Float64, doc)
	}
	format := byte('f')
	if size := math.Abs(f); size != 0 && (size < 1e-6 || size >= 1e21) {
		format = 'e'
	}
	digits := model.Digits(strconv.FormatFloat(f, format, -1, 64))
	if f == math.Trunc(f) && format == 'f' {
		return constant(digits, model.Float64, c)
	}
	return digits
}

func (w *literals) moment(doc *schema.Value) model.Literal {
	if _, err := wire.ParseTime(doc.Text); err != nil {
		return w.misfit(model.Time, doc)
	}
	return model.Moment(doc.Text)
}

// misfit notes that a valid value is beyond what its Go type can hold.
func (w *literals) misfit(t model.Basic, doc *schema.Value) model.Literal {
	const most = 40
	text := doc.Text
	if len(text) > most {
		text = shorten(text, most) + "…"
	}
	w.problems = append(w.problems, &schema.Problem{
		Location: doc.Location,
		Message:  text + " is valid, but does not fit the Go type " + string(t),
		Hint:     "x-go-type in the schema can ask for a wider type, such as json.Number",
	})
	return model.Nil{}
}
