package ecma

import "strings"

// A classItem is what one item of a class, or an escape outside of one,
// stands for.
type classItem struct {
	set     set
	spelled string // RE2's spelling of a property, such as \p{L}
	single  bool   // one rune, which may begin or end a range
}

func single(r rune) classItem { return classItem{set: set{r, r}, single: true} }

// A classBuilder collects the items of a class.
type classBuilder struct {
	plain   set             // the runes that no property stands for
	named   set             // the runes of the properties
	spelled strings.Builder // the properties as RE2 spells them
	seen    map[string]bool // the properties so far: a repeated one costs nothing
}

func (b *classBuilder) add(item classItem) {
	if item.spelled == "" {
		b.plain = append(b.plain, item.set...)
		return
	}
	if b.seen[item.spelled] {
		return
	}
	if b.seen == nil {
		b.seen = map[string]bool{}
	}
	b.seen[item.spelled] = true
	b.spelled.WriteString(item.spelled)
	b.named = append(b.named, item.set...)
}

// result returns the class as a set, and spelled if properties are in it.
func (b *classBuilder) result(negated bool) (all set, spelled string) {
	plain := b.plain.canonical()
	all = append(b.named, plain...).canonical()
	if b.spelled.Len() > 0 {
		spelled = "[" + printRanges(plain) + b.spelled.String() + "]"
	}
	if !negated {
		return all, spelled
	}
	return all.complement(), strings.Replace(spelled, "[", "[^", 1)
}

// class reads a class, from its opening bracket. [] matches nothing, [^]
// everything.
func (p *parser) class() (*node, error) {
	start := p.pos
	p.pos++
	negated := p.accept("^")
	var b classBuilder
	for !p.accept("]") {
		if p.pos == len(p.src) {
			return nil, errorAt(start, "missing ] for this class")
		}
		if err := p.classRange(&b); err != nil {
			return nil, err
		}
	}
	if class := p.src[start:p.pos]; strings.HasPrefix(class, "[[:") && strings.HasSuffix(class, ":]") && p.accept("]") {
		return nil, errorAt(start, "%s] is a POSIX class, which ECMA-262 does not have", class)
	}
	all, spelled := b.result(negated)
	return p.classNode(start, all, spelled)
}

// classRange reads an item of a class, or two with a hyphen between them. A
// hyphen next to a set such as \w is a literal.
func (p *parser) classRange(b *classBuilder) error {
	start := p.pos
	lo, err := p.classItem()
	if err != nil {
		return err
	}
	if rest := p.src[p.pos:]; len(rest) < 2 || rest[0] != '-' || rest[1] == ']' {
		b.add(lo)
		return nil
	}
	p.pos++
	hi, err := p.classItem()
	if err != nil {
		return err
	}
	switch {
	case !lo.single || !hi.single:
		b.add(lo)
		b.add(single('-'))
		b.add(hi)
	case lo.set[0] > hi.set[0]:
		return errorAt(start, "range of characters is out of order")
	default:
		b.add(classItem{set: set{lo.set[0], hi.set[0]}})
	}
	return nil
}

// classItem reads one item of a class.
func (p *parser) classItem() (classItem, error) {
	switch {
	case p.pos == len(p.src):
		return classItem{}, errorAt(p.pos, "missing ] at the end of the pattern")
	case p.accept(`\b`):
		return single('\b'), nil
	case p.src[p.pos] == '\\':
		return p.classEscape()
	default:
		return single(p.rune()), nil
	}
}
