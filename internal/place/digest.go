package place

import (
	"crypto/md5"
	"encoding/hex"
	"slices"

	"github.com/eventgen-go/eventgen/internal/schema"
)

// Digested returns v, a value at the place, with true digests. Those at the JSON Pointers in kept stay
// what they are.
func (p Place) Digested(v *schema.Value, kept ...string) *schema.Value {
	return p.digested(v, "", kept)
}

func (p Place) digested(v *schema.Value, pointer string, kept []string) *schema.Value {
	w := *v
	w.Members, w.Items = slices.Clone(v.Members), slices.Clone(v.Items)
	for i, item := range w.Items {
		w.Items[i] = p.Item(i).digested(item, Join(pointer, itoa(i)), kept)
	}
	for i, m := range w.Members {
		at, within := Join(pointer, m.Name), p.Member(m.Name)
		w.Members[i].Value = within.digested(m.Value, at, kept)
		of := v.Member(within.MD5Of())
		if of != nil && of.Kind == schema.KindString && m.Value.Kind == schema.KindString && !slices.Contains(kept, at) {
			w.Members[i].Value = &schema.Value{Kind: schema.KindString, Location: m.Value.Location, Text: digest(of.Text)}
		}
	}
	return &w
}

func digest(text string) string {
	sum := md5.Sum([]byte(text))
	return hex.EncodeToString(sum[:])
}
