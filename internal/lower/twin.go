package lower

import (
	"strings"

	"github.com/eventgen-go/eventgen/internal/schema"
)

// twins finds the definitions that several root documents have word by word, and
// leads from each to the first. They become one type, so that a function can put
// a part of its event into its response although each document stands by itself.
func (l *lowering) twins(g *schema.Graph) map[*schema.Schema]*schema.Schema {
	if len(l.roots) < 2 {
		return nil
	}
	t := l.definitions(g)
	for {
		first := t.firstByText()
		before := len(t.apart)
		for s, twin := range first {
			if !t.sameTargets(s, twin, first) {
				t.apart[s] = true
			}
		}
		if len(t.apart) == before {
			return first
		}
	}
}

// textOf is the text of a string, empty if there is none.
func textOf(v *schema.Value) string {
	if v == nil {
		return ""
	}
	return v.Text
}

// A twinSearch is the search for definitions that mean the same.
type twinSearch struct {
	definitions []*schema.Schema          // of the root documents, in the order of discovery
	byPlace     map[string]*schema.Schema // by file and fragment
	texts       map[*schema.Schema]string // what twins have in common: dialect, name and text
	apart       map[*schema.Schema]bool   // those that are no twins after all
}

// definitions collects those of the root documents.
func (l *lowering) definitions(g *schema.Graph) twinSearch {
	t := twinSearch{byPlace: map[string]*schema.Schema{}, texts: map[*schema.Schema]string{}, apart: map[*schema.Schema]bool{}}
	dialects := map[string]string{}
	for _, root := range l.options.Types {
		dialects[root.Schema.Location.File] = textOf(root.Schema.Source.Member("$schema"))
		t.spare(root.Schema, l.scopes.empty())
	}
	for _, s := range g.Schemas {
		if l.roots[s.Location.File] && isDefinition(s) {
			t.byPlace[s.Location.File+"#"+s.Location.Pointer] = s
			t.texts[s] = dialects[s.Location.File] + s.Location.Pointer + s.Source.JSON()
			t.definitions = append(t.definitions, s)
		}
	}
	return t
}

// spare sets apart what a root document comes down to: two root types never share a state.
func (t *twinSearch) spare(s *schema.Schema, scope *scope) {
	for _, a := range inPlace(s, scope) {
		if !t.apart[a] {
			t.apart[a] = true
			t.spare(a, scope)
		}
	}
}

// isDefinition reports whether s stands directly under the $defs of its document.
func isDefinition(s *schema.Schema) bool {
	parts := strings.Split(s.Location.Pointer, "/")
	return len(parts) == 3 && (parts[1] == "$defs" || parts[1] == "definitions")
}

// firstByText leads from each definition to the first one of the same name and text.
func (t *twinSearch) firstByText() map[*schema.Schema]*schema.Schema {
	byText := map[string]*schema.Schema{}
	first := map[*schema.Schema]*schema.Schema{}
	for _, s := range t.definitions {
		if t.apart[s] {
			continue
		}
		if other, found := byText[t.texts[s]]; found {
			first[s] = other
		} else {
			byText[t.texts[s]] = s
		}
	}
	return first
}

// sameTargets reports whether the references in two definitions of one text mean the same. First
// is what is known of twins so far.
func (t *twinSearch) sameTargets(a, b *schema.Schema, first map[*schema.Schema]*schema.Schema) bool {
	same := true
	texts(a.Source, func(name, text string) {
		switch name {
		case "$ref":
			x, y := t.byPlace[a.Location.File+text], t.byPlace[b.Location.File+text]
			same = same && x != nil && y != nil && (first[x] == y || first[y] == x || first[x] != nil && first[x] == first[y])
		case "$id", "id", "$anchor", "$dynamicAnchor", "$dynamicRef", "$recursiveRef":
			same = false
		}
	})
	return same
}

// texts calls f for each member in v whose value is a string.
func texts(v *schema.Value, f func(name, text string)) {
	for _, item := range v.Items {
		texts(item, f)
	}
	for _, m := range v.Members {
		if m.Value.Kind == schema.KindString {
			f(m.Name, m.Value.Text)
		}
		texts(m.Value, f)
	}
}
