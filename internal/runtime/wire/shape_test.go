package wire

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"
)

// This file is what generated code looks like, written by hand: a struct with a list of structs, a map, an open enum, a
// union told apart by a constant member, a pattern, numbers, a time, and members without a field.

type order struct {
	ID      string
	Count   int64
	Price   *float64
	At      Time
	Status  string
	Lines   []line
	Tags    map[string]string
	Payment payment
	Extra   Extra
}

type line struct {
	SKU      string
	Quantity uint8
	Extra    Extra
}

type payment interface{ isPayment() }

type (
	card struct {
		Number string
		Extra  Extra
	}
	cash struct {
		Amount int64
		Extra  Extra
	}
)

func (*card) isPayment() {}
func (*cash) isPayment() {}

var (
	orderMembers = Members{Names: []string{"id", "count", "price", "at", "status", "lines", "tags", "payment"}, Plain: true}
	lineMembers  = Members{Names: []string{"sku", "quantity"}, Plain: true}
	cardMembers  = Members{Names: []string{"kind", "number"}, Plain: true}
	cashMembers  = Members{Names: []string{"kind", "amount"}, Plain: true}
	skuPattern   = Pattern{Source: `^[A-Z]+-\d+$`, Not: []string{`^X`}}
)

func decodeOrder(data []byte) (order, error) {
	var v order
	c := NewCursor(data)
	if !readOrder(&c, &v) || !c.End() {
		return order{}, c.Err(validOrder)
	}
	return v, nil
}

func isOrder(data []byte) bool {
	c := NewCursor(data)
	return validOrder(&c) && c.End()
}

func checkOrder(data []byte) error { return Validate(data, validOrder) }

func validOrder(c *Cursor) bool {
	var o Object
	if !c.BeginObject(&o) {
		return c.Mismatch("type", "/type", "must be an object")
	}
	for c.NextMember(&o, &orderMembers) {
		if !validOrderMember(c, &o) {
			return false
		}
	}
	if o.Lacks(0, 0b11) && c.Missing(&o, &orderMembers, 0, 0b11, "/required") {
		return false
	}
	return c.EndObject(&o)
}

func validOrderMember(c *Cursor, o *Object) bool {
	switch o.Index {
	case 0:
		return validID(c)
	case 1:
		return validCount(c)
	case 2:
		if !c.Number() && !c.Mismatch("type", "/properties/price/type", "must be a number") {
			return false
		}
		return c.MultipleOf("0.01") || !c.Violates("multipleOf", "/properties/price/multipleOf", "must be a multiple of 0.01")
	case 3:
		return c.String() || c.Mismatch("type", "/properties/at/type", "must be a string")
	case 4:
		return validStatus(c)
	case 5:
		return validLines(c)
	case 6:
		return validTags(c)
	case 7:
		return validPayment(c)
	}
	return c.Skip()
}

func validID(c *Cursor) bool {
	if !c.String() && !c.Mismatch("type", "/properties/id/type", "must be a string") {
		return false
	}
	if c.Length() < 3 && c.Violates("minLength", "/properties/id/minLength", "must have at least 3 characters") {
		return false
	}
	return true
}

func validCount(c *Cursor) bool {
	if !c.Number() {
		return c.Mismatch("type", "/properties/count/type", "must be an integer")
	}
	if !c.IsInteger() && c.Violates("type", "/properties/count/type", "must be an integer") {
		return false
	}
	if c.CompareInt(1) < 0 && c.Violates("minimum", "/properties/count/minimum", "must be at least 1") {
		return false
	}
	return true
}

func validStatus(c *Cursor) bool {
	if !c.String() && !c.Mismatch("type", "/properties/status/type", "must be a string") {
		return false
	}
	switch string(c.Bytes()) {
	case "open", "paid", "sent":
		return true
	}
	return !c.Violates("enum", "/properties/status/enum", `must be one of "open", "paid", "sent"`)
}

func validLines(c *Cursor) bool {
	var a Array
	if !c.BeginArray(&a) {
		return c.Mismatch("type", "/properties/lines/type", "must be an array")
	}
	for c.NextItem(&a) {
		if !validLine(c) {
			return false
		}
	}
	if !c.EndArray(&a) {
		return false
	}
	return c.Unique(a.Start) || !c.ViolatesAt(a.Start, "uniqueItems", "/properties/lines/uniqueItems", "must have different items")
}

func validLine(c *Cursor) bool {
	var o Object
	if !c.BeginObject(&o) {
		return c.Mismatch("type", "/$defs/line/type", "must be an object")
	}
	for c.NextMember(&o, &lineMembers) {
		ok := false
		switch o.Index {
		case 0:
			ok = validSKU(c)
		case 1:
			ok = c.Number() || c.Mismatch("type", "/$defs/line/properties/quantity/type", "must be a number")
		default:
			ok = c.Skip()
		}
		if !ok {
			return false
		}
	}
	if o.Lacks(0, 1) && c.Missing(&o, &lineMembers, 0, 1, "/$defs/line/required") {
		return false
	}
	return c.EndObject(&o)
}

func validSKU(c *Cursor) bool {
	if !c.String() && !c.Mismatch("type", "/$defs/line/properties/sku/type", "must be a string") {
		return false
	}
	return skuPattern.Match(c) || !c.Violates("pattern", "/$defs/line/properties/sku/pattern", "must match ^[A-Z]+-\\d+$")
}

func validTags(c *Cursor) bool {
	var o Object
	if !c.BeginObject(&o) {
		return c.Mismatch("type", "/properties/tags/type", "must be an object")
	}
	for c.NextMember(&o, nil) {
		if c.Length() > 10 && c.Violates("maxLength", "/properties/tags/propertyNames/maxLength", "must have at most 10 characters") {
			return false
		}
		if !c.String() && !c.Mismatch("type", "/properties/tags/additionalProperties/type", "must be a string") {
			return false
		}
	}
	return c.EndObject(&o)
}

func validPayment(c *Cursor) bool {
	t := c.Try()
	ok := t.Done(c, validCard(c)) || t.Done(c, validCash(c))
	if !t.End(c, ok, "anyOf", "/properties/payment/anyOf", "must match one of the schemas") {
		return false
	}
	return c.Skip()
}

func validCard(c *Cursor) bool {
	var o Object
	if !c.BeginObject(&o) {
		return c.Mismatch("type", "/$defs/card/type", "must be an object")
	}
	for c.NextMember(&o, &cardMembers) {
		ok := true
		switch o.Index {
		case 0:
			ok = validKind(c, `"card"`, "/$defs/card/properties/kind/const", `must be "card"`)
		case 1:
			ok = c.String() || c.Mismatch("type", "/$defs/card/properties/number/type", "must be a string")
		default:
			ok = c.Skip()
		}
		if !ok {
			return false
		}
	}
	if o.Lacks(0, 3) && c.Missing(&o, &cardMembers, 0, 3, "/$defs/card/required") {
		return false
	}
	return c.EndObject(&o)
}

func validCash(c *Cursor) bool {
	var o Object
	if !c.BeginObject(&o) {
		return c.Mismatch("type", "/$defs/cash/type", "must be an object")
	}
	for c.NextMember(&o, &cashMembers) {
		ok := true
		switch o.Index {
		case 0:
			ok = validKind(c, `"cash"`, "/$defs/cash/properties/kind/const", `must be "cash"`)
		case 1:
			ok = c.Number() || c.Mismatch("type", "/$defs/cash/properties/amount/type", "must be a number")
		default:
			ok = c.Skip()
		}
		if !ok {
			return false
		}
	}
	if o.Lacks(0, 3) && c.Missing(&o, &cashMembers, 0, 3, "/$defs/cash/required") {
		return false
	}
	return c.EndObject(&o)
}

func validKind(c *Cursor, literal, schemaPointer, message string) bool {
	if !c.Equals(literal) && c.ViolatesAt(c.At(), "const", schemaPointer, message) {
		return false
	}
	return c.Skip()
}

func readOrder(c *Cursor, v *order) bool {
	var o Object
	if !c.BeginObject(&o) {
		return false
	}
	for c.NextMember(&o, &orderMembers) {
		if !readOrderMember(c, &o, v) {
			return false
		}
	}
	return c.EndObject(&o) && !o.Lacks(0, 0b11)
}

func readOrderMember(c *Cursor, o *Object, v *order) bool {
	switch o.Index {
	case 0:
		return validID(c) && SetString(c, &v.ID)
	case 1:
		return validCount(c) && SetInt(c, &v.Count)
	case 2:
		return c.Number() && c.MultipleOf("0.01") && SetFloat(c, New(&v.Price))
	case 3:
		return c.String() && SetTime(c, &v.At)
	case 4:
		return validStatus(c) && SetString(c, &v.Status)
	case 5:
		return readLines(c, &v.Lines)
	case 6:
		return readTags(c, &v.Tags)
	case 7:
		return readPayment(c, &v.Payment)
	}
	return c.KeepExtra(o, &v.Extra)
}

func readLines(c *Cursor, v *[]line) bool {
	var a Array
	if !c.BeginArray(&a) {
		return false
	}
	*v = []line{}
	var list []line
	for c.NextItem(&a) {
		var item *line
		if list, item = Append(c, list); !readLine(c, item) {
			return false
		}
	}
	if list != nil {
		*v = list
	}
	return c.EndArray(&a) && c.Unique(a.Start)
}

func readLine(c *Cursor, v *line) bool {
	var o Object
	if !c.BeginObject(&o) {
		return false
	}
	for c.NextMember(&o, &lineMembers) {
		ok := false
		switch o.Index {
		case 0:
			ok = validSKU(c) && SetString(c, &v.SKU)
		case 1:
			ok = c.Number() && SetInt(c, &v.Quantity)
		default:
			ok = c.KeepExtra(&o, &v.Extra)
		}
		if !ok {
			return false
		}
	}
	return c.EndObject(&o) && !o.Lacks(0, 1)
}

func readTags(c *Cursor, v *map[string]string) bool {
	var o Object
	if !c.BeginObject(&o) {
		return false
	}
	*v = map[string]string{}
	for c.NextMember(&o, nil) {
		if c.Length() > 10 {
			return false
		}
		key, value := c.Text(), ""
		if !c.String() || !SetString(c, &value) {
			return false
		}
		(*v)[key] = value
	}
	return c.EndObject(&o)
}

func readPayment(c *Cursor, v *payment) bool {
	t := c.Try()
	isCard := t.Done(c, validCard(c))
	isCash := !isCard && t.Done(c, validCash(c))
	t.Close(c)
	switch {
	case isCard:
		p := new(card)
		*v = p
		return readCard(c, p)
	case isCash:
		p := new(cash)
		*v = p
		return readCash(c, p)
	}
	return false
}

func readCard(c *Cursor, v *card) bool {
	var o Object
	c.BeginObject(&o)
	for c.NextMember(&o, &cardMembers) {
		ok := false
		switch o.Index {
		case 0:
			ok = c.Skip()
		case 1:
			ok = c.String() && SetString(c, &v.Number)
		default:
			ok = c.KeepExtra(&o, &v.Extra)
		}
		if !ok {
			return false
		}
	}
	return c.EndObject(&o)
}

func readCash(c *Cursor, v *cash) bool {
	var o Object
	c.BeginObject(&o)
	for c.NextMember(&o, &cashMembers) {
		ok := false
		switch o.Index {
		case 0:
			ok = c.Skip()
		case 1:
			ok = c.Number() && SetInt(c, &v.Amount)
		default:
			ok = c.KeepExtra(&o, &v.Extra)
		}
		if !ok {
			return false
		}
	}
	return c.EndObject(&o)
}

func (v order) append(e *Encoder) {
	e.BeginObject()
	e.Name("id")
	e.String(v.ID)
	e.Name("count")
	e.Int(v.Count)
	written := uint64(3)
	if v.Price != nil {
		e.Name("price")
		e.Float(*v.Price)
		written |= 1 << 2
	}
	e.Name("at")
	e.Time(v.At)
	e.Name("status")
	e.String(v.Status)
	e.Name("lines")
	e.BeginArray()
	for _, l := range v.Lines {
		e.Item()
		l.append(e)
	}
	e.EndArray()
	e.Name("tags")
	e.BeginObject()
	var stage Stage[string]
	for _, tag := range Sorted(&stage, v.Tags) {
		e.Key(tag.Name)
		e.String(tag.Value)
	}
	e.EndObject()
	e.Name("payment")
	v.appendPayment(e)
	e.Extra(v.Extra, &orderMembers, written|0xf8)
	e.EndObject()
}

func (v order) appendPayment(e *Encoder) {
	e.BeginObject()
	e.Name("kind")
	switch p := v.Payment.(type) {
	case *card:
		e.String("card")
		e.Name("number")
		e.String(p.Number)
		e.Extra(p.Extra, &cardMembers, 3)
	case *cash:
		e.String("cash")
		e.Name("amount")
		e.Int(p.Amount)
		e.Extra(p.Extra, &cashMembers, 3)
	}
	e.EndObject()
}

func (l line) append(e *Encoder) {
	e.BeginObject()
	e.Name("sku")
	e.String(l.SKU)
	e.Name("quantity")
	e.Uint(uint64(l.Quantity))
	e.Extra(l.Extra, &lineMembers, 3)
	e.EndObject()
}

const orderText = `{
  "id": "o-1\u00e9\"x\"", "count": 3, "price": 12.50, "at": "2024-02-29T12:00:00.500+01:00", "status": "paid",
  "lines": [
    {"sku": "AB-1", "quantity": 2, "note": {"de": "zwei"}},
    {"quantity": 255, "sku": "CD-22"},
    {"sku": "EF-333", "quantity": 1.0e1}
  ],
  "tags": {"a": "1", "b~/c": "zw\u00f6lf"},
  "payment": {"kind": "cash", "amount": 1250, "till": 7},
  "unknown": [1, {"x": null}], "other": "\ud83d\udc32"
}`

func TestShapeDecodes(t *testing.T) {
	got, err := decodeOrder([]byte(orderText))
	if err != nil {
		t.Fatal(err)
	}
	price := 12.5
	want := order{
		ID: `o-1é"x"`, Count: 3, Price: &price, At: MustTime("2024-02-29T12:00:00.500+01:00"), Status: "paid",
		Lines: []line{
			{"AB-1", 2, Extra{{"note", json.RawMessage(`{"de": "zwei"}`)}}}, {"CD-22", 255, nil}, {"EF-333", 10, nil},
		},
		Tags:    map[string]string{"a": "1", "b~/c": "zwölf"},
		Payment: &cash{1250, Extra{{"till", json.RawMessage("7")}}},
		Extra:   Extra{{"unknown", json.RawMessage(`[1, {"x": null}]`)}, {"other", json.RawMessage(`"\ud83d\udc32"`)}},
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
	if !isOrder([]byte(orderText)) {
		t.Error("decodes, but is not valid")
	}
	if err := checkOrder([]byte(orderText)); err != nil {
		t.Error("decodes, but:", err)
	}
}

func TestShapeRoundTrip(t *testing.T) {
	v, err := decodeOrder([]byte(orderText))
	if err != nil {
		t.Fatal(err)
	}
	e := NewEncoder([]byte("prefix{"))
	v.append(&e)
	b, err := e.Result()
	if err != nil {
		t.Fatal(err)
	}
	text, ok := strings.CutPrefix(string(b), "prefix{")
	c := NewCursor([]byte(orderText))
	if !ok || !c.Equals(text) {
		t.Errorf("wrote\n%s\nread\n%s", text, orderText)
	}
}

func TestShapeOwnsItsStrings(t *testing.T) {
	data := []byte(orderText)
	v, err := decodeOrder(data)
	if err != nil {
		t.Fatal(err)
	}
	again, _ := decodeOrder([]byte(orderText))
	clear(data)
	if !reflect.DeepEqual(v, again) {
		t.Error("the value changed with the buffer it was decoded from")
	}
}

// TestShapeOneVerdict breaks the document in every place, and compares what the three ways of reading it say.
func TestShapeOneVerdict(t *testing.T) {
	for i := range len(orderText) {
		for _, by := range []string{"", "0", `"`, "{", "x", ",", "\xff"} {
			data := []byte(orderText[:i] + by + orderText[i+1:])
			_, err := decodeOrder(data)
			var tooLarge *RangeError
			valid, listed := isOrder(data), checkOrder(data)
			if isRange := err != nil && asError(err, &tooLarge); (err == nil) != valid && !isRange || (listed == nil) != valid {
				t.Fatalf("byte %d replaced by %q: decode says %v, valid %v, validate %v", i, by, err, valid, listed)
			}
		}
	}
}

func TestShapeAllocations(t *testing.T) {
	data := []byte(orderText)
	if n := testing.AllocsPerRun(100, func() {
		if !isOrder(data) {
			t.Fatal("not valid")
		}
	}); n != 0 {
		t.Errorf("checking a valid document allocates %v times", n)
	}
	bad := []byte(strings.Replace(orderText, "1250", "false", 1))
	if n := testing.AllocsPerRun(100, func() {
		if isOrder(bad) {
			t.Fatal("valid")
		}
	}); n > 2 { // buffers that a failed check does not give back
		t.Errorf("checking an invalid document allocates %v times", n)
	}
}

func BenchmarkShape(b *testing.B) {
	data := []byte(orderText)
	b.Run("valid", func(b *testing.B) {
		b.SetBytes(int64(len(data)))
		b.ReportAllocs()
		for b.Loop() {
			isOrder(data)
		}
	})
	b.Run("decode", func(b *testing.B) {
		b.SetBytes(int64(len(data)))
		b.ReportAllocs()
		for b.Loop() {
			if _, err := decodeOrder(data); err != nil {
				b.Fatal(err)
			}
		}
	})
}
