package wire

import (
	"encoding/json"
	"errors"
	"math"
	"strings"
	"testing"
)

// encoded returns what write appends.
func encoded(write func(e *Encoder)) (string, error) {
	e := NewEncoder([]byte("{"))
	write(&e)
	b, err := e.Result()
	return strings.TrimPrefix(string(b), "{"), err
}

func TestEncoder(t *testing.T) {
	m := Members{Names: []string{"a", "b", "c"}}
	got, err := encoded(func(e *Encoder) {
		e.BeginArray()
		e.Item()
		e.BeginObject()
		e.EndObject()
		e.Item()
		e.BeginArray()
		e.EndArray()
		e.Item()
		e.BeginObject()
		e.Name("a")
		e.Int(math.MinInt64)
		e.Key("k\"\n")
		e.Uint(math.MaxUint64)
		e.Extra(Extra{{"a", json.RawMessage("1")}, {"b", json.RawMessage("[ ]")}, {"x{", json.RawMessage("2")}}, &m, 0b101)
		e.Extra(Extra{{"y", json.RawMessage("null")}}, nil, 1)
		e.EndObject()
		e.Item()
		e.Bool(true)
		e.Item()
		e.Null()
		e.Item()
		e.Number("1.50e+3")
		e.Item()
		e.Time(MustTime("2024-01-02t03:04:05.60z"))
		e.EndArray()
	})
	const want = `[{},[],{"a":-9223372036854775808,"k\"\n":18446744073709551615,"b":[ ],"x{":2,"y":null},true,null,1.50e+3,"2024-01-02t03:04:05.60z"]`
	if err != nil || got != want {
		t.Errorf("got  %s, %v\nwant %s", got, err, want)
	}
}

func TestEncoderStrings(t *testing.T) {
	for _, s := range []string{"", "a", "abcdefghijklmnop", "<&>", `"\/`, "\x00\x01\x1f\x7f\b\f\n\r\t", "é€🐲", "a\u2028b", "0123456789\"é\n\ufffd"} {
		got, err := encoded(func(e *Encoder) { e.String(s) })
		var back string
		if err != nil || json.Unmarshal([]byte(got), &back) != nil || back != s {
			t.Errorf("%q is written as %s, %v", s, got, err)
		}
		c := NewCursor([]byte(got))
		if !c.String() || !c.End() || !SetString(&c, &back) || back != s {
			t.Errorf("%q is read back as %q", s, back)
		}
	}
	if got, _ := encoded(func(e *Encoder) { e.String("<\x01\n>") }); got != `"<\u0001\n>"` {
		t.Errorf("got %s", got)
	}
	for _, s := range []string{"\xff", "a\xed\xa0\x80", "\"\xc0\xaf"} {
		if got, err := encoded(func(e *Encoder) { e.String(s) }); err == nil {
			t.Errorf("%q is written as %s", s, got)
		}
	}
}

// Whatever stands next to each other in the words that strings are written by, encoding/json reads it back.
func TestEncoderWords(t *testing.T) {
	for _, before := range []string{"", "1234567", strings.Repeat(`"`, 30)} {
		eachText([]string{"a", `\`, `"`, "\n", "é", "\x01"}, 5, func(middle string) {
			for _, behind := range []string{"", "345678", `34567"1234567`} {
				s := before + middle + behind
				got, err := encoded(func(e *Encoder) { e.String(s) })
				var back string
				if err != nil || json.Unmarshal([]byte(got), &back) != nil || back != s {
					t.Fatalf("%q is written as %s, %v", s, got, err)
				}
			}
		})
	}
}

func TestEncoderFloats(t *testing.T) {
	for _, f := range []float64{0, math.Copysign(0, -1), 1, -1.5, 0.1, 1e-6, 9.99e-7, 1e-9, 1e20, 1e21, 1.5e300, math.MaxFloat64, math.SmallestNonzeroFloat64} {
		got, err := encoded(func(e *Encoder) { e.Float(f) })
		want, _ := json.Marshal(f)
		if err != nil || got != string(want) {
			t.Errorf("got %s, %v, encoding/json has %s", got, err, want)
		}
	}
}

func TestEncoderErrors(t *testing.T) {
	early := errors.New("early")
	for name, write := range map[string]func(e *Encoder){
		"infinity":        func(e *Encoder) { e.Float(math.Inf(1)) },
		"NaN":             func(e *Encoder) { e.Float(math.NaN()) },
		"no number":       func(e *Encoder) { e.Number("") },
		"number and more": func(e *Encoder) { e.Number("1 ") },
		"before number":   func(e *Encoder) { e.Number(" 1") },
		"hexadecimal":     func(e *Encoder) { e.Number("0x1") },
		"no raw value":    func(e *Encoder) { e.Raw(nil) },
		"two raw values":  func(e *Encoder) { e.Raw([]byte("1 2")) },
		"duplicate names": func(e *Encoder) { e.Raw([]byte(`{"a":1,"a":1}`)) },
		"extra":           func(e *Encoder) { e.Extra(Extra{{"a", nil}}, nil, 0) },
		"year":            func(e *Encoder) { e.Time(NewTime(MustTime("9999-12-31T23:59:59Z").AddDate(1, 0, 0))) },
	} {
		if got, err := encoded(write); err == nil {
			t.Errorf("%s: written as %s", name, got)
		}
		if _, err := encoded(func(e *Encoder) { e.Fail(early); write(e) }); !errors.Is(err, early) {
			t.Errorf("%s: the first error is lost: %v", name, err)
		}
	}
}

func TestEncoderAllocations(t *testing.T) {
	buf, raw := make([]byte, 0, 1000), []byte("[1]")
	if n := testing.AllocsPerRun(100, func() {
		e := NewEncoder(buf)
		e.BeginObject()
		e.Name("a")
		e.String("x\n")
		e.Key("b")
		e.Number("1.5")
		e.Name("c")
		e.Raw(raw)
		e.EndObject()
		if _, err := e.Result(); err != nil {
			t.Fatal(err)
		}
	}); n != 0 {
		t.Errorf("%v allocations", n)
	}
}
