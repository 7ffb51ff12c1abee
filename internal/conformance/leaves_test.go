package conformance

import (
	"encoding/json"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"
	"text/tabwriter"

	"github.com/eventgen-go/eventgen/internal/schema"
	"github.com/eventgen-go/eventgen/out/catalog"
)

// leastKnownLeaves is the share of leaves, in percent, that schemas have to know.
const leastKnownLeaves = 95

// The schemas know their leaves: with an object in place of a string, one string at a time, a
// document is refused. What a schema declares to be anything, such as the sender's own payload,
// does not count; what it does not mention at all does.
func TestLeaves(t *testing.T) {
	roots := loadCatalogue(t)
	known := make(leaves)
	for _, e := range catalog.Events() {
		for _, doc := range documents(t, folderOf(e, "examples"), 1) {
			known.count(t, e, roots[schemaOf(e)], doc)
		}
	}
	known.finish(t, "examples")

	known = make(leaves)
	for _, s := range samples(t) {
		for _, entry := range s.types {
			e, _ := catalog.Lookup(s.as(t, entry))
			if e.Valid(s.document) {
				known.count(t, e, roots[schemaOf(e)], s.document)
			}
		}
	}
	known.finish(t, "samples")
}

// leaves counts those of documents by package.
type leaves map[string]*leafCount

type leafCount struct {
	known, unknown, free int
	places               map[string]bool // of those unknown
}

// count tries all leaves of a document.
func (l leaves) count(t *testing.T, e catalog.Event, root *schema.Schema, doc []byte) {
	t.Helper()
	value := decoded(t, string(doc))
	for _, p := range places(&value, root) {
		text, isString := p.value.(string)
		if !isString {
			continue
		}
		if p.free {
			l.of(e.Package).free++
			continue
		}
		p.set(map[string]any{})
		changed, err := json.Marshal(value)
		if err != nil {
			t.Fatal(err)
		}
		p.set(text)
		l.of(e.Package).add(e, p, !e.Valid(changed))
	}
}

func (l leaves) of(name string) *leafCount {
	if l[name] == nil {
		l[name] = &leafCount{places: make(map[string]bool)}
	}
	return l[name]
}

// index is what differs between the items of a list.
var index = regexp.MustCompile(`/[0-9]+`)

func (c *leafCount) add(e catalog.Event, p place, known bool) {
	if known {
		c.known++
		return
	}
	c.unknown++
	c.places[e.ID+index.ReplaceAllString(p.pointer, "/0")] = true
}

// finish logs the counts and the leaves that are not known, and fails the test if there are too many.
func (l leaves) finish(t *testing.T, of string) {
	t.Helper()
	var b strings.Builder
	w := tabwriter.NewWriter(&b, 0, 0, 2, ' ', 0)
	known, all, free := 0, 0, 0
	for _, name := range slices.Sorted(maps.Keys(l)) {
		c := l[name]
		known, all, free = known+c.known, all+c.known+c.unknown, free+c.free
		fmt.Fprintf(w, "%s\t%d of %d\t%d\t%s\n", name, c.known, c.known+c.unknown, c.free, strings.Join(slices.Sorted(maps.Keys(c.places)), " "))
	}
	w.Flush()
	t.Logf("%s: %d of %d leaves are known, and %d may be anything\n%s", of, known, all, free, &b)
	if known*100 < all*leastKnownLeaves {
		t.Errorf("fewer than %d %%", leastKnownLeaves)
	}
}
