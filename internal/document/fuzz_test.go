package document

import (
	"bytes"
	stdjson "encoding/json"
	"errors"
	"io"
	"slices"
	"testing"
)

// The items of a well-formed array are cut as encoding/json cuts them, however much of it is in
// memory; and nothing that is not well formed makes cutting fail or never end.
func FuzzList(f *testing.F) {
	for _, seed := range []string{`[]`, `[1, "]\\\"", {"a": [{}]}, null]`, `[[[]], -1.5e3 , "é"]`, `[{"a": 1} {}]`, `[`, `["`, `]`} {
		f.Add([]byte(seed), 3)
	}
	f.Fuzz(func(t *testing.T, data []byte, size int) {
		var got [][]byte
		r := (&chunks{size: 1 + max(size, 0)%64}).reader(bytes.NewReader(data), &list{})
		c, err := r.next()
		for ; err == nil; c, err = r.next() {
			for i := range c.Len() {
				got = append(got, bytes.Clone(c.Text(i)))
			}
		}
		var want []stdjson.RawMessage
		if stdjson.Unmarshal(data, &want) != nil || want == nil {
			return
		}
		equal := slices.EqualFunc(got, want, func(g []byte, w stdjson.RawMessage) bool { return bytes.Equal(g, bytes.TrimSpace(w)) })
		if !errors.Is(err, io.EOF) || !equal {
			t.Errorf("%q is cut into %q (%v), want %q", data, got, err, want)
		}
	})
}
