package ecma

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
)

// maxRE2Count is the largest repetition count that Go's regexp takes, nested
// ones multiplied.
const maxRE2Count = 1000

// A printer writes a node as an expression for Go's regexp package, in ASCII.
type printer struct{ strings.Builder }

// printRE2 returns n as an expression for Go's regexp package. It must hold no
// look-aheads. The text may stop short once it is longer than maxSource.
func printRE2(n *node) string {
	var p printer
	p.print(n)
	return p.String()
}

func (p *printer) print(n *node) {
	if p.Len() > maxSource {
		return
	}
	switch n.op {
	case opClass:
		p.class(n)
	case opConcat:
		for _, sub := range n.subs {
			p.operand(sub, sub.op == opAlternate)
		}
	case opAlternate:
		for i, sub := range n.subs {
			if i > 0 {
				p.WriteByte('|')
			}
			p.print(sub)
		}
	case opRepeat:
		p.repeat(n)
	default:
		p.WriteString(assertion(n.op))
	}
}

// operand writes a node that operators around it must not take apart.
func (p *printer) operand(n *node, grouped bool) {
	if grouped {
		p.WriteString("(?:")
	}
	p.print(n)
	if grouped {
		p.WriteByte(')')
	}
}

func assertion(o op) string {
	switch o {
	case opStart:
		return "^"
	case opEnd:
		return "$"
	case opBoundary:
		return `\b`
	case opNoBoundary:
		return `\B`
	default:
		panic("ecma: look-ahead in a test") // split leaves none
	}
}

// repeat writes a repetition, counts beyond RE2's limit in several steps:
// a{1500,} is a{1000}a{500,}.
func (p *printer) repeat(n *node) {
	body := n.subs[0]
	step := maxRE2Count / countFactor(body)
	low := n.min
	for ; low > step; low -= step {
		p.times(body, step, step)
	}
	if n.max == unbounded {
		p.times(body, low, unbounded)
		return
	}
	high := n.max - (n.min - low)
	for ; high > step; high -= step {
		p.times(body, low, step)
		low = 0
	}
	p.times(body, low, high)
}

// times writes body with one quantifier.
func (p *printer) times(body *node, lo, hi int) {
	if p.Len() > maxSource {
		return
	}
	p.operand(body, body.op != opClass)
	switch {
	case lo == 0 && hi == unbounded:
		p.WriteByte('*')
	case lo == 1 && hi == unbounded:
		p.WriteByte('+')
	case lo == 0 && hi == 1:
		p.WriteByte('?')
	case lo == 1 && hi == 1:
	case hi == unbounded:
		fmt.Fprintf(p, "{%d,}", lo)
	case lo == hi:
		fmt.Fprintf(p, "{%d}", lo)
	default:
		fmt.Fprintf(p, "{%d,%d}", lo, hi)
	}
}

// countFactor returns the product of nested counts that the text of n has, at
// most maxRE2Count.
func countFactor(n *node) int {
	inner := 1
	for _, sub := range n.subs {
		inner = max(inner, countFactor(sub))
	}
	if n.op != opRepeat {
		return inner
	}
	step := maxRE2Count / inner
	return inner * min(step, max(n.min, n.max, 1))
}

// class writes a class the shorter way round.
func (p *printer) class(n *node) {
	r, isRune := n.set.single()
	inverse := n.set.complement()
	switch {
	case n.spelled != "":
		p.WriteString(n.spelled)
	case isRune:
		p.WriteString(quoteRune(r, `\.+*?()|[]{}^$`))
	case len(inverse) == 0:
		p.WriteString("(?s:.)")
	case len(n.set) == 0:
		p.WriteString(`[^\x00-\x{10FFFF}]`)
	case len(inverse) < len(n.set):
		p.shorthand(inverse, `\D`, `\W`, "[^")
	default:
		p.shorthand(n.set, `\d`, `\w`, "[")
	}
}

// shorthand writes \d or \w or their opposites if s is one of them, else its
// ranges.
func (p *printer) shorthand(s set, digit, word, open string) {
	switch {
	case slices.Equal(s, digitSet()):
		p.WriteString(digit)
	case slices.Equal(s, wordSet()):
		p.WriteString(word)
	default:
		p.WriteString(open + printRanges(s) + "]")
	}
}

// printRanges returns the ranges of s as they stand in a class.
func printRanges(s set) string {
	const special = `\[]^-`
	var b strings.Builder
	for i := 0; i < len(s); i += 2 {
		b.WriteString(quoteRune(s[i], special))
		if s[i+1] > s[i]+1 {
			b.WriteByte('-')
		}
		if s[i+1] > s[i] {
			b.WriteString(quoteRune(s[i+1], special))
		}
	}
	return b.String()
}

// quoteRune returns r in ASCII, with a backslash if it is special.
func quoteRune(r rune, special string) string {
	switch {
	case strings.ContainsRune(special, r):
		return `\` + string(r)
	case r < unicode.MaxASCII && unicode.IsPrint(r):
		return string(r)
	case r == '\t':
		return `\t`
	case r == '\n':
		return `\n`
	case r == '\r':
		return `\r`
	case r <= 0xFF:
		return fmt.Sprintf(`\x%02X`, r)
	default:
		return fmt.Sprintf(`\x{%X}`, r)
	}
}
