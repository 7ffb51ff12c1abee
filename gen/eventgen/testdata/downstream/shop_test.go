package shop

import (
	"encoding/json"
	"errors"
	"reflect"
	"testing"

	"example.com/shop/internal/orders"
)

func TestEveryViolationHasItsPlace(t *testing.T) {
	doc := []byte(`{"id": "wrong", "lines": [
		{"sku": "tea", "quantity": 0}]}`)
	err := orders.ValidateOrder(doc)
	var invalid *orders.ValidationError
	if !errors.As(err, &invalid) {
		t.Fatalf("got %v, want a *ValidationError", err)
	}
	if len(invalid.Violations) != 2 {
		t.Fatalf("got %d violations, want 2: %v", len(invalid.Violations), err)
	}
	first, second := invalid.Violations[0], invalid.Violations[1]
	if first.Pointer != "/id" || first.Keyword != "pattern" || first.Line != 1 {
		t.Errorf("first violation: %+v", first)
	}
	if second.Pointer != "/lines/0/quantity" || second.Keyword != "minimum" || second.Line != 2 {
		t.Errorf("second violation: %+v", second)
	}
	if orders.ValidOrder(doc) {
		t.Error("ValidOrder accepts it")
	}
	if _, err := orders.DecodeOrder(doc); err == nil {
		t.Error("DecodeOrder accepts it")
	}
}

func TestNothingIsLost(t *testing.T) {
	doc := []byte(`{"id": "O-0001", "note": null, "lines": [{"sku": "tea", "quantity": 2, "gift": null}], "later": {"a": [1, null]}}`)
	order, err := orders.DecodeOrder(doc)
	if err != nil {
		t.Fatal(err)
	}
	if order.ID != "O-0001" || order.Lines[0].Quantity != 2 {
		t.Errorf("decoded %+v", order)
	}
	again, err := json.Marshal(order)
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(parse(t, again), parse(t, doc)) {
		t.Errorf("got %s, want what equals %s", again, doc)
	}
}

func parse(t *testing.T, doc []byte) any {
	t.Helper()
	var v any
	if err := json.Unmarshal(doc, &v); err != nil {
		t.Fatal(err)
	}
	return v
}

func TestDuplicateMemberIsRefused(t *testing.T) {
	for _, doc := range []string{
		`{"id": "O-0001", "id": "O-0001", "lines": []}`,
		`{"id": "O-0001", "lines": [], "later": 1, "later": 1}`,
		`{"id": "O-0001", "lines": [], "later": {"a": 1, "\u0061": 1}}`,
	} {
		_, decodeErr := orders.DecodeOrder([]byte(doc))
		if decodeErr == nil || orders.ValidateOrder([]byte(doc)) == nil || orders.ValidOrder([]byte(doc)) {
			t.Errorf("accepted: %s", doc)
		}
	}
}

func TestValidOrderDoesNotAllocate(t *testing.T) {
	doc := []byte(`{"id": "O-0001", "lines": [{"sku": "tea", "quantity": 2}, {"sku": "caf\u00e9", "quantity": 1}], "later": [1.5]}`)
	if !orders.ValidOrder(doc) {
		t.Fatalf("not valid: %v", orders.ValidateOrder(doc))
	}
	if n := testing.AllocsPerRun(100, func() { orders.ValidOrder(doc) }); n != 0 {
		t.Errorf("%v allocations, want none", n)
	}
}
