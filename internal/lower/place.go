package lower

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/eventgen-go/eventgen/internal/model"
)

// way places the tests of a way.
func (k *cataloger) way(w model.Way) model.MarkedWay {
	marked := model.MarkedWay{Points: w.Points}
	for _, t := range w.Tests {
		if mark := k.mark(t); t.Absent {
			marked.Lacks = append(marked.Lacks, mark)
		} else {
			marked.Has = append(marked.Has, mark)
		}
	}
	return marked
}

// mark returns the mark that a test looks for; tests of several types share it.
func (k *cataloger) mark(t model.Test) *model.Mark {
	source := ""
	if t.Trait.Pattern != nil {
		source = t.Trait.Pattern.Ecma
	}
	key := fmt.Sprintf("%q %q %d %t %q", t.Pointer, t.Trait.Values, t.Trait.Kinds, t.Trait.Pattern != nil, source)
	if known := k.marks[key]; known != nil {
		return known
	}
	m := &model.Mark{Pointer: t.Pointer, Trait: t.Trait}
	if p := m.Pattern; p != nil {
		named := *p
		named.Name = k.names.take(ident(last(t.Tokens)))
		m.Pattern = &named
	}
	k.marks[key] = m
	p := k.place(t.Tokens)
	p.Marks = append(p.Marks, m)
	return m
}

// last returns the last step of a pointer.
func last(tokens []string) string {
	if len(tokens) == 0 {
		return "Document"
	}
	return tokens[len(tokens)-1]
}

// place returns the place that steps lead to.
func (k *cataloger) place(tokens []string) *model.Place {
	p := k.catalog.Root
	for _, token := range tokens {
		i, known := slices.BinarySearchFunc(p.Places, token, func(p *model.Place, name string) int { return strings.Compare(p.Name, name) })
		if !known {
			p.Places = slices.Insert(p.Places, i, &model.Place{Name: token})
		}
		if index, ok := itemIndex(token); ok {
			p.Items = max(p.Items, index+1)
		}
		p = p.Places[i]
	}
	return p
}

// itemIndex reads a step that may lead to an item. No array has as many items as an int32 counts.
func itemIndex(token string) (int, bool) {
	i, err := strconv.Atoi(token)
	return i, err == nil && i >= 0 && i < math.MaxInt32 && strconv.Itoa(i) == token
}

// settle numbers the marks of p and of the places within.
func (k *cataloger) settle(p *model.Place) {
	for _, m := range p.Marks {
		m.Index = len(k.catalog.Marks)
		k.catalog.Marks = append(k.catalog.Marks, m)
	}
	for _, within := range p.Places {
		k.settle(within)
	}
}
