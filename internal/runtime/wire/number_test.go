package wire

import (
	"math"
	"math/big"
	"strings"
	"testing"
)

// number returns a cursor whose current token is the number text.
func number(t testing.TB, text string) Cursor {
	t.Helper()
	c := NewCursor([]byte(text))
	if !c.Number() || !c.End() {
		t.Fatalf("%q is refused: %s", text, c.faultMessage())
	}
	return c
}

// numerals are of a size that math/big can hold, in many spellings.
var numerals = []string{
	"0", "-0", "0.0", "0e5", "-0.000E-3", "1", "-1", "1.0", "10e-1", "0.1e1", "100", "1e2", "1E+2", "1.50", "15e-1", "0.3", "0.1", "3e-1",
	"-0.3", "0.30000000000000004", "7", "7.0", "70e-1", "0.07e2", "42", "-42", "123456789012345678", "1234567890123456789", "9223372036854775807",
	"9223372036854775808", "-9223372036854775808", "-9223372036854775809", "18446744073709551615", "18446744073709551616", "1e18", "1e19",
	"99999999999999999999999999999999999999", "1e38", "123456789.123456789", "0.000000001", "1e-9", "100.001", "10.00", "1e308", "1e-308",
	"12300000000000000000000000", "1.23e25", "255", "256", "-128", "-129", "65536", "2147483648", "4294967296", "0.01", "12.50", "1e300", "6e23",
	"123456789123456789123456789", "246913578246913578246913578e-3",
}

func rational(t testing.TB, text string) *big.Rat {
	t.Helper()
	r, ok := new(big.Rat).SetString(text)
	if !ok {
		t.Fatalf("math/big refuses %q", text)
	}
	return r
}

func TestNumbersAgainstBig(t *testing.T) {
	seed := number(t, "0")
	tree := newTree(seed.data)
	for _, text := range numerals {
		c, r := number(t, text), rational(t, text)
		if got := c.IsInteger(); got != r.IsInt() {
			t.Errorf("IsInteger(%s) = %v", text, got)
		}
		if got, want := c.IsIntegerLiteral(), !strings.ContainsAny(text, ".eE"); got != want {
			t.Errorf("IsIntegerLiteral(%s) = %v", text, got)
		}
		for _, other := range numerals {
			s, d := rational(t, other), number(t, other)
			if got := c.Compare(other); got != r.Cmp(s) {
				t.Errorf("Compare(%s, %s) = %d, want %d", text, other, got, r.Cmp(s))
			}
			if s.Sign() != 0 {
				want := new(big.Rat).Quo(r, s).IsInt()
				if got := c.MultipleOf(other); got != want {
					t.Errorf("MultipleOf(%s, %s) = %v, want %v", text, other, got, want)
				}
			}
			x, y := c.decimal(), d.decimal()
			if x.hash(tree.seed) == y.hash(tree.seed) != (r.Cmp(s) == 0) {
				t.Errorf("hashes of %s and %s do not say whether they are equal", text, other)
			}
		}
		for _, bound := range []int64{0, 1, -1, 7, 255, math.MaxInt64, math.MinInt64} {
			if got, want := c.CompareInt(bound), r.Cmp(new(big.Rat).SetInt64(bound)); got != want {
				t.Errorf("CompareInt(%s, %d) = %d, want %d", text, bound, got, want)
			}
		}
	}
}

// TestHugeExponents has numbers that must cost nothing, and still have the right verdict.
func TestHugeExponents(t *testing.T) {
	googol := "1" + strings.Repeat("0", 100)
	compare := []struct {
		a, b string
		want int
	}{
		{"1e999999999", "1e999999998", 1},
		{"10e999999998", "1e999999999", 0},
		{"1e99999999999999999999999999", "1e99999999999999999999999998", 1},
		{"10e99999999999999999999999998", "1e99999999999999999999999999", 0},
		{"-1e99999999999999999999999999", "1", -1},
		{"1e-99999999999999999999999999", "0", 1},
		{"-1e-99999999999999999999999999", "0", -1},
		{"1e-99999999999999999999999999", "0.1e-99999999999999999999999998", 0},
		{"1e00000000000000000000000000002", "100", 0},
		{"0e99999999999999999999999999", "0", 0},
		{"1e100", googol, 0},
		{"1e" + googol, "1e" + googol + "0", -1},
		{"0.1e-" + googol, "1e-" + googol[:100] + "1", 0},
		{"0.1e-" + googol, "1e-" + googol[:100] + "2", 1},
	}
	for _, tt := range compare {
		c, d := number(t, tt.a), number(t, tt.b)
		if got := c.Compare(tt.b); got != tt.want {
			t.Errorf("Compare(%s, %s) = %d, want %d", tt.a, tt.b, got, tt.want)
		}
		if got := d.Compare(tt.a); got != -tt.want {
			t.Errorf("Compare(%s, %s) = %d, want %d", tt.b, tt.a, got, -tt.want)
		}
	}
	multiple := []struct {
		a, b string
		want bool
	}{
		{"1e999999999999", "7", false},
		{"7e999999999999", "7", true},
		{"1e999999999999", "1024", true},
		{"1e9", "1024", false},
		{"1e10", "1024", true},
		{"1e999999999999", "3e999999999998", false},
		{"3e999999999999", "1.5e999999999998", true},
		{"1e-999999999999", "1", false},
		{"1", "1e-999999999999", true},
		{"1", "3e-999999999999", false},
		{"1e308", "0.123456789", false},
		{"0.3", "0.1", true},
		{"0.35", "0.1", false},
		{"1e999999999999", "123456789012345678901234567890", false},
		{"123456789012345678901234567890e99999", "123456789012345678901234567890", true},
		{"1e999999999999", "340282366920938463463374607431768211456", true}, // 2^128
		{"1e127", "340282366920938463463374607431768211456", false},
		{"0e999999999999", "5", true},
		{"5", "0", false},
	}
	for _, tt := range multiple {
		c := number(t, tt.a)
		if got := c.MultipleOf(tt.b); got != tt.want {
			t.Errorf("MultipleOf(%s, %s) = %v", tt.a, tt.b, got)
		}
	}
	for text, want := range map[string]bool{
		"1e999999999999999999999": true, "1.5e999999999999999999999": true, "1e-999999999999999999999": false,
		"1" + strings.Repeat("0", 50) + "e-50": true, "1" + strings.Repeat("0", 50) + "e-51": false, "0e-999999999999999999999": true,
	} {
		c := number(t, text)
		if got := c.IsInteger(); got != want {
			t.Errorf("IsInteger(%s) = %v", text, got)
		}
	}
}

func TestNumbersAreLinear(t *testing.T) {
	digits := strings.Repeat("7", 1<<20)
	for _, text := range []string{digits, "0." + digits, "1e" + digits, "1e-" + digits, digits + "." + digits + "e" + digits} {
		c := number(t, text)
		c.IsInteger()
		c.CompareInt(5)
		c.Compare("12345678901234567890e77777777777777777777")
		c.MultipleOf("0.07")
		c.MultipleOf("1234567890123456789012345678901234567890e-5")
		var i int64
		if SetInt(&c, &i) {
			t.Errorf("%.20s… fits an int64: %d", text, i)
		}
	}
}

func checkInt[T integer](t *testing.T, text string, want T, ok bool) {
	t.Helper()
	c := number(t, text)
	var got T
	if SetInt(&c, &got) != ok || ok && got != want {
		t.Errorf("SetInt(%s) into %T = %d, want %d, %v", text, got, got, want, ok)
	}
	if !ok && c.misfit.typ == "" {
		t.Errorf("SetInt(%s) into %T notes no range error", text, got)
	}
}

func TestSetInt(t *testing.T) {
	checkInt[int8](t, "127", 127, true)
	checkInt[int8](t, "128", 0, false)
	checkInt[int8](t, "-128", -128, true)
	checkInt[int8](t, "-129", 0, false)
	checkInt[int8](t, "256", 0, false)
	checkInt[uint8](t, "255", 255, true)
	checkInt[uint8](t, "256", 0, false)
	checkInt[uint8](t, "-1", 0, false)
	checkInt[uint8](t, "-0", 0, true)
	checkInt[uint8](t, "-0.0", 0, true)
	checkInt[uint8](t, "2.55e2", 255, true)
	checkInt[uint8](t, "2.56e2", 0, false)
	checkInt[uint8](t, "-1e0", 0, false)
	checkInt[int16](t, "-3.2768e4", -32768, true)
	checkInt[int32](t, "2147483648", 0, false)
	checkInt[uint32](t, "4294967295", 4294967295, true)
	checkInt[int64](t, "9223372036854775807", math.MaxInt64, true)
	checkInt[int64](t, "9223372036854775808", 0, false)
	checkInt[int64](t, "-9223372036854775808", math.MinInt64, true)
	checkInt[int64](t, "-9223372036854775809", 0, false)
	checkInt[int64](t, "-9.223372036854775808e18", math.MinInt64, true)
	checkInt[uint64](t, "18446744073709551615", math.MaxUint64, true)
	checkInt[uint64](t, "18446744073709551616", 0, false)
	checkInt[uint64](t, "-9223372036854775808", 0, false)
	checkInt[int](t, "1.0", 1, true)
	checkInt[int](t, "1e2", 100, true)
	checkInt[int](t, "100e-2", 1, true)
	checkInt[int](t, "1.5", 0, false)
	checkInt[int](t, "1e999999999999", 0, false)
	checkInt[int](t, "0e999999999999", 0, true)
	checkInt[uint](t, "1e19", 10000000000000000000, true)
	checkInt[uint](t, "1e20", 0, false)
}

func TestSetFloat(t *testing.T) {
	for text, want := range map[string]float64{"0": 0, "1": 1, "0.1": 0.1, "1e308": 1e308, "-2.5e-3": -2.5e-3, "9007199254740993": 9007199254740992, "1e-999": 0} {
		c := number(t, text)
		var got float64
		if !SetFloat(&c, &got) || got != want {
			t.Errorf("SetFloat(%s) = %v", text, got)
		}
	}
	c := number(t, "1e400")
	if SetFloat(&c, new(float64)) {
		t.Error("1e400 fits a float64")
	}
}

func TestRangeError(t *testing.T) {
	c := NewCursor([]byte("{\"a\": [1,\n 300]}"))
	var o Object
	var a Array
	var v uint8
	ok := c.BeginObject(&o) && c.NextMember(&o, nil) && c.BeginArray(&a) && c.NextItem(&a) && c.Number() && SetInt(&c, &v)
	if !ok || v != 1 || !c.NextItem(&a) || !c.Number() || SetInt(&c, &v) {
		t.Fatalf("1 fits, 300 does not; got %d", v)
	}
	var e *RangeError
	if err := c.Err(skips); !asError(err, &e) {
		t.Fatalf("Err = %v, want a RangeError", err)
	}
	want := Violation{Pointer: "/a/1", Line: 2, Column: 2, Offset: 11, Keyword: "range", Message: "300 does not fit uint8"}
	if e.Violation != want || e.Type != "uint8" || e.Number != "300" {
		t.Errorf("got %+v", e)
	}
}
