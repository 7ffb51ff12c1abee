package wire

import (
	"regexp"
	"sync"
)

// Pattern is a regular expression of a schema, as expressions in Go's syntax. It is static data, used by pointer, and
// compiled once, on first use. The expressions were compiled already when the code was generated.
type Pattern struct {
	Source string   // must match, if not empty
	And    []string // each must match
	Not    []string // none may match

	once   sync.Once
	must   []*regexp.Regexp
	mustNo []*regexp.Regexp
}

// Match reports whether the current token, a string, matches. It takes time in proportion to the string.
func (p *Pattern) Match(c *Cursor) bool {
	p.once.Do(p.compile)
	b := c.Bytes()
	for _, r := range p.must {
		if !r.Match(b) {
			return false
		}
	}
	for _, r := range p.mustNo {
		if r.Match(b) {
			return false
		}
	}
	return true
}

func (p *Pattern) compile() {
	if p.Source != "" {
		p.must = append(p.must, regexp.MustCompile(p.Source))
	}
	for _, s := range p.And {
		p.must = append(p.must, regexp.MustCompile(s))
	}
	for _, s := range p.Not {
		p.mustNo = append(p.mustNo, regexp.MustCompile(s))
	}
}
