package packed

import (
	"bytes"
	"compress/gzip"
	"io"
	"strings"
	"testing"
)

// What is packed is what Go's own reader unpacks, however long it is.
func TestStored(t *testing.T) {
	for _, n := range []int{0, 1, 1<<16 - 1, 1 << 16, 200_000} {
		data := []byte(strings.Repeat("x", n))
		r, err := gzip.NewReader(bytes.NewReader(Stored(data)))
		if err != nil {
			t.Fatalf("%d bytes: %v", n, err)
		}
		if got, err := io.ReadAll(r); err != nil || !bytes.Equal(got, data) {
			t.Errorf("%d bytes: %d come out, %v", n, len(got), err)
		}
	}
}

func TestForms(t *testing.T) {
	for _, f := range []Form{Plain, Base64, Gzip} {
		text, err := f.Unpack(f.Pack([]byte(`{"a": "ü"}`)))
		if err != nil || string(text) != `{"a": "ü"}` {
			t.Errorf("form %d: %q, %v", f, text, err)
		}
	}
	if _, err := Gzip.Unpack("AAAA"); err == nil {
		t.Error("what is no gzip is unpacked")
	}
}

func TestRead(t *testing.T) {
	tests := []struct{ text, want string }{
		{`{"b": [1.50, true, false, null, "\u00fc"], "a": {}}`, `{"b":[1.50,true,false,null,"ü"],"a":{}}`},
		{`{"a": 1, "b": 2, "a": 3}`, `{"b":2,"a":3}`},
		{` 1e400 `, `1e400`},
	}
	for _, test := range tests {
		if got := Read([]byte(test.text)); got == nil || got.JSON() != test.want {
			t.Errorf("%s: got %+v, want %s", test.text, got, test.want)
		}
	}
	for _, text := range []string{"", "{", "[1,]", "1 2", `{"a"}`, "hello", strings.Repeat("[", 2000) + strings.Repeat("]", 2000)} {
		if got := Read([]byte(text)); got != nil {
			t.Errorf("%.20q is read as %s", text, got.JSON())
		}
	}
}
