package wire

import (
	"bytes"
	"compress/gzip"
	"encoding/base64"
	"errors"
	"io"
	"runtime"
	"strings"
	"testing"
)

// zipped compresses text and encodes it.
func zipped(t testing.TB, text io.Reader) string {
	t.Helper()
	var b bytes.Buffer
	w, err := gzip.NewWriterLevel(&b, gzip.BestSpeed)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := io.Copy(w, text); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return base64.StdEncoding.EncodeToString(b.Bytes())
}

// zeros are n bytes that compress well.
func zeros(n int64) io.Reader { return io.LimitReader(endless{}, n) }

type endless struct{}

func (endless) Read(p []byte) (int, error) {
	clear(p)
	return len(p), nil
}

func TestUnpack(t *testing.T) {
	const text = `{"a": "gr\u00fc\u00dfe"}`
	coded := base64.StdEncoding.EncodeToString([]byte(text))
	pressed := zipped(t, strings.NewReader(text))
	twice, _ := base64.StdEncoding.DecodeString(pressed)
	tests := []struct {
		name   string
		unpack func(string) ([]byte, error)
		text   string
		want   string
	}{
		{"padded", UnpackBase64, coded, text},
		{"without padding", UnpackBase64, strings.TrimRight(coded, "="), text},
		{"nothing", UnpackBase64, "", ""},
		{"packed", UnpackBase64, PackBase64([]byte(text)), text},
		{"compressed", UnpackGzip, pressed, text},
		{"compressed, without padding", UnpackGzip, strings.TrimRight(pressed, "="), text},
		{"in two parts", UnpackGzip, base64.StdEncoding.EncodeToString(append(twice, twice...)), text + text},
		{"packed and compressed", UnpackGzip, PackGzip([]byte(text)), text},
		{"nothing, compressed", UnpackGzip, PackGzip(nil), ""},
	}
	for _, test := range tests {
		if got, err := test.unpack(test.text); string(got) != test.want || err != nil {
			t.Errorf("%s: %q, %v", test.name, got, err)
		}
	}
}

func TestUnpackRefuses(t *testing.T) {
	raw, err := base64.StdEncoding.DecodeString(zipped(t, strings.NewReader("{}")))
	if err != nil {
		t.Fatal(err)
	}
	damaged := bytes.Clone(raw)
	damaged[len(damaged)-8] ^= 1 // of the checksum
	tests := []struct {
		name     string
		unpack   func(string) ([]byte, error)
		text     string
		encoding string
		message  string
	}{
		{"no base64", UnpackBase64, "a!", "base64", "content is not base64: illegal base64 data at input byte 1"},
		{"base64 for URLs", UnpackBase64, "-_-_", "base64", "content is not base64: illegal base64 data at input byte 0"},
		{"no base64 of gzip", UnpackGzip, "a!", "base64", "content is not base64: illegal base64 data at input byte 1"},
		{"nothing", UnpackGzip, "", "gzip", "content is not gzip: EOF"},
		{"not compressed", UnpackGzip, base64.StdEncoding.EncodeToString([]byte(`{"a": "not compressed"}`)), "gzip", "content is not gzip: gzip: invalid header"},
		{"half of it", UnpackGzip, base64.StdEncoding.EncodeToString(raw[:len(raw)/2]), "gzip", "content is not gzip: unexpected EOF"},
		{"damaged", UnpackGzip, base64.StdEncoding.EncodeToString(damaged), "gzip", "content is not gzip: gzip: invalid checksum"},
		{"more behind it", UnpackGzip, base64.StdEncoding.EncodeToString(append(bytes.Clone(raw), "{} {} {} {}"...)), "gzip", "content is not gzip: gzip: invalid header"},
	}
	for _, test := range tests {
		got, err := test.unpack(test.text)
		var refused *ContentError
		if !errors.As(err, &refused) || refused.Encoding != test.encoding || refused.Limit != 0 || errors.Unwrap(err) == nil || err.Error() != test.message {
			t.Errorf("%s: %q, %v", test.name, got, err)
		}
	}
}

// The limit is exact, and what is beyond it costs nothing: a bomb is not even read to its end.
func TestUnpackIsBounded(t *testing.T) {
	if testing.Short() {
		t.Skip("unpacks hundreds of megabytes")
	}
	if got, err := UnpackGzip(zipped(t, zeros(maxUnpacked))); len(got) != maxUnpacked || err != nil {
		t.Errorf("%d bytes, %v", len(got), err)
	}
	for _, size := range []int64{maxUnpacked + 1, 8 * maxUnpacked} {
		bomb := zipped(t, zeros(size))
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		_, err := UnpackGzip(bomb)
		runtime.ReadMemStats(&after)
		var refused *ContentError
		if !errors.As(err, &refused) || refused.Limit != maxUnpacked || refused.Err != nil || err.Error() != "content in gzip has more than 67108864 bytes" {
			t.Errorf("%d bytes: %v", size, err)
		}
		if used := after.TotalAlloc - before.TotalAlloc; used > 4*maxUnpacked {
			t.Errorf("%d bytes: %d bytes were allocated", size, used)
		}
	}
}

func FuzzUnpackGzip(f *testing.F) {
	f.Add("")
	f.Add(zipped(f, strings.NewReader(`{"a": [1, 2, 3]}`)))
	f.Add(zipped(f, zeros(1000)))
	f.Fuzz(func(t *testing.T, text string) {
		document, err := UnpackGzip(text)
		var refused *ContentError
		switch {
		case err != nil && !errors.As(err, &refused):
			t.Fatalf("%T: %v", err, err)
		case err != nil:
			return
		}
		again, err := UnpackGzip(PackGzip(document))
		if err != nil || !bytes.Equal(again, document) {
			t.Fatalf("%q became %q, %v", document, again, err)
		}
	})
}
