package sample

import (
	"slices"

	"github.com/eventgen-go/eventgen/internal/model"
	"github.com/eventgen-go/eventgen/internal/packed"
	"github.com/eventgen-go/eventgen/internal/schema"
)

// habits are what examples have at a place.
type habits struct {
	values []*schema.Value            // that have no parts, or of which nobody says what parts they have
	names  []string                   // of members that the schema does not name
	under  map[string][]*schema.Value // their values, by name
}

const maxHabits = 50 // of one place

// Learn makes random documents look like an example, which is valid: strings and numbers of it occur
// in them at their place.
func (m *Maker) Learn(example *schema.Value) { m.learn(m.root, example) }

func (m *Maker) learn(v *model.Value, doc *schema.Value) {
	places := m.applied(v, doc)
	if isLeaf(places, doc) {
		m.remember(places[0], doc)
	}
	for _, member := range doc.Members {
		for _, place := range m.members(places, member.Name) {
			m.learn(place, member.Value)
		}
		m.rememberName(places, member)
	}
	for i, item := range doc.Items {
		for _, place := range items(places, i) {
			m.learn(place, item)
		}
	}
	if content := m.notes(v).Content; content != nil && doc.Kind == schema.KindString {
		if text, err := content.Form.Unpack(doc.Text); err == nil {
			if held := packed.Read(text); held != nil {
				m.learn(content.Value, held)
			}
		}
	}
}

// isLeaf reports whether the rules for a value say nothing about parts of it.
func isLeaf(places []*model.Value, doc *schema.Value) bool {
	for _, v := range places {
		switch {
		case doc.Kind == schema.KindArray && v.Check.Array != nil, doc.Kind == schema.KindObject && v.Check.Object != nil:
			return false
		}
	}
	return true
}

func (m *Maker) habits(v *model.Value) *habits {
	h := m.learned[v]
	if h == nil {
		h = &habits{}
		m.learned[v] = h
	}
	return h
}

func (m *Maker) remember(v *model.Value, doc *schema.Value) {
	h := m.habits(v)
	text := doc.JSON()
	known := slices.ContainsFunc(h.values, func(k *schema.Value) bool { return k.JSON() == text })
	if !known && len(h.values) < maxHabits && m.notes(v).Content == nil {
		h.values = append(h.values, doc)
	}
}

// rememberName notes a member that no place names.
func (m *Maker) rememberName(places []*model.Value, member schema.Member) {
	for _, v := range places {
		if o := v.Check.Object; o != nil && slices.ContainsFunc(o.Members, func(k model.Member) bool { return k.Name == member.Name }) {
			return
		}
	}
	h := m.habits(places[0])
	if len(h.names) == maxHabits {
		return
	}
	if !slices.Contains(h.names, member.Name) {
		h.names = append(h.names, member.Name)
	}
	if h.under == nil {
		h.under = map[string][]*schema.Value{}
	}
	h.under[member.Name] = append(h.under[member.Name], member.Value)
}
