package conformance

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math"
	"math/big"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// sameJSON reports whether two documents have the same value: the order of members does not
// matter, and numbers are compared as decimals. If nearest is set, numbers that have the same
// nearest float64 are the same as well.
func sameJSON(a, b []byte, nearest bool) bool {
	x, errX := parseJSON(a)
	y, errY := parseJSON(b)
	return errX == nil && errY == nil && sameValue(x, y, nearest)
}

func parseJSON(data []byte) (any, error) {
	d := json.NewDecoder(bytes.NewReader(data))
	d.UseNumber()
	var v any
	if err := d.Decode(&v); err != nil {
		return nil, err
	}
	if d.More() {
		return nil, fmt.Errorf("more than one value")
	}
	return v, nil
}

func sameValue(a, b any, nearest bool) bool {
	switch a := a.(type) {
	case map[string]any:
		b, ok := b.(map[string]any)
		if !ok || len(a) != len(b) {
			return false
		}
		for name, value := range a {
			other, ok := b[name]
			if !ok || !sameValue(value, other, nearest) {
				return false
			}
		}
		return true
	case []any:
		b, ok := b.([]any)
		return ok && slices.EqualFunc(a, b, func(x, y any) bool { return sameValue(x, y, nearest) })
	case json.Number:
		b, ok := b.(json.Number)
		return ok && sameNumber(string(a), string(b), nearest)
	default:
		return a == b
	}
}

func sameNumber(a, b string, nearest bool) bool {
	if decimal(a) == decimal(b) {
		return true
	}
	x, errX := strconv.ParseFloat(a, 64)
	y, errY := strconv.ParseFloat(b, 64)
	return nearest && errX == nil && errY == nil && x == y && !math.IsInf(x, 0)
}

// decimal returns the one spelling of the value of a JSON number: digits without zeros at either
// end, and the power of ten. It works on text, so that large exponents cost nothing.
func decimal(number string) string {
	mantissa, exponent, _ := strings.Cut(strings.ToLower(number), "e")
	digits, negative := strings.CutPrefix(mantissa, "-")
	whole, fraction, _ := strings.Cut(digits, ".")
	digits = strings.TrimLeft(whole+fraction, "0")
	if digits == "" {
		return "0"
	}
	power := new(big.Int)
	power.SetString(strings.TrimPrefix("0"+exponent, "0+"), 10)
	if strings.HasPrefix(exponent, "-") {
		power.SetString(exponent, 10)
	}
	short := strings.TrimRight(digits, "0")
	power.Add(power, big.NewInt(int64(len(digits)-len(short)-len(fraction))))
	return fmt.Sprintf("%t %s e%s", negative, short, power)
}

func TestSameJSON(t *testing.T) {
	tests := []struct {
		a, b          string
		same, nearest bool
	}{
		{`{"a":1,"b":[true,null]}`, `{"b":[true,null],"a":1.0}`, true, true},
		{`{"a":1}`, `{"a":1,"b":1}`, false, false},
		{`{"a":null}`, `{}`, false, false},
		{`{"a":null}`, `{"b":null}`, false, false},
		{`[]`, `{}`, false, false},
		{`"1"`, `1`, false, false},
		{`100`, `1E+2`, true, true},
		{`0.01`, `1e-2`, true, true},
		{`120`, `1.2e2`, true, true},
		{`-0`, `0.0`, true, true},
		{`1`, `-1`, false, false},
		{`9007199254740993`, `9007199254740992`, false, true},
		{`1e999999999999`, `10e999999999998`, true, true},
		{`1e400`, `1e401`, false, false},
	}
	for _, test := range tests {
		for _, nearest := range []bool{false, true} {
			want := test.same
			if nearest {
				want = test.nearest
			}
			if got := sameJSON([]byte(test.a), []byte(test.b), nearest); got != want {
				t.Errorf("%s and %s are the same: %t, want %t (nearest: %t)", test.a, test.b, got, want, nearest)
			}
		}
	}
}
