package conformance

import (
	"errors"
	"reflect"
	"testing"
)

// An errand is a string type with a document, as they are generated.
type errand string

func (e errand) Decode() ([]errand, error) {
	switch e {
	case "bad":
		return nil, errors.New("bad")
	case "deep":
		return []errand{"", "bad"}, nil
	}
	return nil, nil
}

// Documents in strings are found wherever the strings are.
func TestDecodeNested(t *testing.T) {
	bad, deep := errand("bad"), errand("deep")
	type holder struct {
		Any  any
		List []*errand
		Map  map[string]errand
	}
	for _, v := range []any{
		bad, &deep, holder{Any: deep}, &holder{List: []*errand{nil, &bad}}, holder{Map: map[string]errand{"a": deep}},
	} {
		if err := decodeNested(reflect.ValueOf(v)); err == nil || err.Error() != "conformance.errand: bad" {
			t.Errorf("%#v: %v", v, err)
		}
	}
	if err := decodeNested(reflect.ValueOf(holder{Any: "bad", List: []*errand{nil}})); err != nil {
		t.Error(err)
	}
}
