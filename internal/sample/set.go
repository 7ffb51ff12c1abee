package sample

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/eventgen-go/eventgen/internal/model"
	"github.com/eventgen-go/eventgen/internal/packed"
	"github.com/eventgen-go/eventgen/internal/runtime/wire"
	"github.com/eventgen-go/eventgen/internal/schema"
)

// A Change is a value to be put into a document.
type Change struct {
	Pointer string   // for people
	Steps   []string // of a JSON Pointer; "-" is the item after the last
	Text    string   // of a string, or JSON: what the schema wants
}

// A Misfit is why a change cannot be made.
type Misfit struct {
	Pointer string // to the value that is in the way, or that is not what it should be
	Message string
	Known   []string // names that may be meant
}

// Error returns the pointer and the message.
func (e *Misfit) Error() string { return fmt.Sprintf("%q: %s", e.Pointer, e.Message) }

// Set returns doc, which is valid, with a value changed. What is not there yet on the way to it is
// made, as small as can be. The rules for that value are kept; whether the document as a whole is
// still valid is for the caller to find out, who may have other changes to make.
//
// The names that are returned are those that the schema has where the change adds a member that it
// does not name.
func (m *Maker) Set(doc *schema.Value, c Change) (changed *schema.Value, unnamed *Misfit, err error) {
	s := &setter{Maker: m, text: c.Text}
	m.search.budget = maxTried
	changed, err = s.set(spot{places: []*model.Value{m.root}, firm: []*model.Value{m.root}}, doc, c.Steps)
	return changed, s.unnamed, err
}

// A setter makes a change.
type setter struct {
	*Maker
	text    string
	unnamed *Misfit
}

// A spot is a place in a document.
type spot struct {
	pointer string
	places  []*model.Value // that have a say in the value
	firm    []*model.Value // those that do whatever the rest of the document is
}

// set returns v, at a spot, with the value changed that steps lead to. A nil v is not there yet.
func (s *setter) set(at spot, v *schema.Value, steps []string) (*schema.Value, error) {
	if len(steps) == 0 {
		return s.fitting(at)
	}
	if v == nil || !hasParts(v) && !s.isDocument(at, v) {
		grown := s.container(at, v)
		if grown == nil {
			return nil, &Misfit{Pointer: at.pointer, Message: "cannot have a member or item"}
		}
		v = grown
	}
	switch v.Kind {
	case schema.KindObject:
		return s.setMember(at, v, steps)
	case schema.KindArray:
		return s.setItem(at, v, steps)
	}
	return s.setContent(at, v, steps)
}

func hasParts(v *schema.Value) bool {
	return v.Kind == schema.KindObject || v.Kind == schema.KindArray
}

// fitting returns the value that the text stands for: JSON if that fits, or else a string.
func (s *setter) fitting(at spot) (*schema.Value, error) {
	options := []*schema.Value{textValue(s.text)}
	if read := packed.Read([]byte(s.text)); read != nil && read.Kind != schema.KindString {
		options = []*schema.Value{read, textValue(s.text)}
	}
	for _, places := range [][]*model.Value{at.places, at.firm} {
		for _, v := range options {
			if s.fits(places, v) {
				return v, nil
			}
		}
	}
	return nil, s.misfit(at, options)
}

func (m *Maker) fits(places []*model.Value, v *schema.Value) bool {
	return !slices.ContainsFunc(places, func(p *model.Value) bool { return !m.accepts(p, v) })
}

// misfit says why none of some values fits: the one of a kind that is allowed, if there is one.
func (s *setter) misfit(at spot, options []*schema.Value) error {
	for _, p := range at.firm {
		for i, v := range options {
			allowed := p.Check.Kinds&kindOf[v.Kind] != 0
			if !allowed && i < len(options)-1 {
				continue
			}
			var invalid *wire.Error
			if errors.As(s.check.Validate(p, []byte(v.JSON())), &invalid) {
				first := invalid.Violations[0]
				return &Misfit{Pointer: at.pointer + first.Pointer, Message: first.Message}
			}
		}
	}
	return &Misfit{Pointer: at.pointer, Message: "no value fits"}
}

// container returns the least object or array that fits a spot, nil if there is none.
func (s *setter) container(at spot, v *schema.Value) *schema.Value {
	if len(at.firm) == 0 && v == nil {
		return objectOf(nil)
	}
	for _, p := range at.firm {
		for _, kind := range []model.Kinds{model.KindObject, model.KindArray} {
			if p.Check.Kinds&kind == 0 {
				continue
			}
			if found := s.search.pick(p, 1, s.search.ofKind(p, kind)); len(found) > 0 && s.fits(at.firm, found[0]) {
				return found[0]
			}
		}
	}
	return nil
}

func (s *setter) setMember(at spot, v *schema.Value, steps []string) (*schema.Value, error) {
	name := steps[0]
	i := slices.IndexFunc(v.Members, func(m schema.Member) bool { return m.Name == name })
	all, firm := s.speaking(at, v)
	next := spot{at.pointer + "/" + escape.Replace(name), s.members(all, name), s.members(firm, name)}
	s.noteUnnamed(next, all, name)
	var part *schema.Value
	if i >= 0 {
		part = v.Members[i].Value
	}
	changed, err := s.set(next, part, steps[1:])
	if err != nil {
		return nil, err
	}
	return objectOf(with(v.Members, name, changed)), nil
}

var escape = strings.NewReplacer("~", "~0", "/", "~1")

// speaking returns the places that have a say in a value, and those that do whatever it is.
func (s *setter) speaking(at spot, v *schema.Value) (all, firm []*model.Value) {
	for _, p := range at.places {
		all = append(all, s.applied(p, v)...)
	}
	for _, p := range at.firm {
		firm = append(firm, firmly(p, v)...)
	}
	return all, firm
}

// firmly returns v and the places to which it hands a value without condition.
func firmly(v *model.Value, doc *schema.Value) []*model.Value {
	list := []*model.Value{v}
	for i := 0; i < len(list); i++ {
		for _, c := range list[i].Check.Cases {
			if c.Kinds&kindOf[doc.Kind] != 0 {
				list = append(list, c.Value)
			}
		}
		for _, a := range list[i].Check.Also {
			if all, ok := a.(*model.All); ok {
				list = append(list, all.Value)
			}
		}
	}
	return list
}

// noteUnnamed notes a member that schemas do not name, though they name others.
func (s *setter) noteUnnamed(at spot, places []*model.Value, name string) {
	if len(at.places) > 0 {
		return
	}
	var known []string
	for _, p := range places {
		if o := p.Check.Object; o != nil {
			for _, m := range o.Members {
				known = append(known, m.Name)
			}
		}
	}
	if len(known) > 0 && s.unnamed == nil {
		s.unnamed = &Misfit{Pointer: at.pointer, Message: "the schema does not name " + strconv.Quote(name), Known: known}
	}
}

func (s *setter) setItem(at spot, v *schema.Value, steps []string) (*schema.Value, error) {
	i := len(v.Items)
	if steps[0] != "-" {
		n, err := strconv.Atoi(steps[0])
		switch {
		case err != nil || n < 0 || strconv.Itoa(n) != steps[0]:
			return nil, &Misfit{Pointer: at.pointer, Message: fmt.Sprintf("cannot have an item %q", steps[0])}
		case n > len(v.Items):
			return nil, &Misfit{Pointer: at.pointer, Message: fmt.Sprintf("has %d items; the next one is at index %d", len(v.Items), len(v.Items))}
		}
		i = n
	}
	all, firm := s.speaking(at, v)
	next := spot{at.pointer + "/" + strconv.Itoa(i), items(all, i), items(firm, i)}
	list := slices.Clone(v.Items)
	if i == len(list) {
		list = append(list, nil)
	}
	changed, err := s.set(next, list[i], steps[1:])
	if err != nil {
		return nil, err
	}
	list[i] = changed
	return arrayOf(list), nil
}

// isDocument reports whether a value is a string that holds a document.
func (s *setter) isDocument(at spot, v *schema.Value) bool {
	return v.Kind == schema.KindString && s.content(at) != nil
}

func (s *setter) content(at spot) *Content {
	for _, p := range at.places {
		if c := s.notes(p).Content; c != nil {
			return c
		}
	}
	return nil
}

// setContent changes a value in the document that a string holds.
func (s *setter) setContent(at spot, v *schema.Value, steps []string) (*schema.Value, error) {
	content := s.content(at)
	text, err := content.Form.Unpack(v.Text)
	if err != nil {
		return nil, &Misfit{Pointer: at.pointer, Message: "holds no document: " + err.Error()}
	}
	within := []*model.Value{content.Value}
	changed, err := s.set(spot{at.pointer, within, within}, packed.Read(text), steps)
	if err != nil {
		return nil, err
	}
	return textValue(content.Form.Pack([]byte(changed.JSON()))), nil
}
