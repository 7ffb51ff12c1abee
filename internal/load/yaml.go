package load

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/eventgen-go/eventgen/internal/schema"
)

// readYAML reads the part of YAML that says the same as JSON: one document,
// names that are strings, no tags of one's own. Aliases are expanded, within
// bounds; merge keys are refused.
func readYAML(file string, data []byte) (*schema.Value, schema.Problems) {
	if p := checkText(file, data); p != nil {
		return nil, schema.Problems{p}
	}
	root, bad := parseYAML(file, data)
	if bad != nil {
		return nil, schema.Problems{bad}
	}
	columnsInBytes(root, data)
	r := &yamlReader{file: file, expanding: map[*yaml.Node]bool{}}
	v := r.value(root, "")
	if len(r.problems) > 0 {
		return nil, r.problems
	}
	return v, nil
}

// parseYAML returns the content of the only document in data.
func parseYAML(file string, data []byte) (node *yaml.Node, bad *schema.Problem) {
	defer func() {
		if r := recover(); r != nil {
			bad = &schema.Problem{Location: schema.Location{File: file}, Message: fmt.Sprintf("the YAML parser failed: %v", r)}
		}
	}()
	var first, second yaml.Node
	d := yaml.NewDecoder(bytes.NewReader(data))
	if err := d.Decode(&first); err != nil {
		return nil, yamlProblem(file, err)
	}
	if err := d.Decode(&second); err == nil {
		at := schema.Location{File: file, Line: second.Line, Column: second.Column}
		return nil, &schema.Problem{Location: at, Message: "a second YAML document follows the first", Hint: "put it into a file of its own"}
	} else if !errors.Is(err, io.EOF) {
		return nil, yamlProblem(file, err)
	}
	if len(first.Content) == 0 {
		return nil, yamlProblem(file, io.EOF)
	}
	return first.Content[0], nil
}

// yamlProblem finds the line in an error of the parser, which has it only in
// the text: "yaml: line 3: did not find …".
func yamlProblem(file string, err error) *schema.Problem {
	p := &schema.Problem{Location: schema.Location{File: file, Line: 1, Column: 1}}
	if errors.Is(err, io.EOF) {
		p.Message = "the document is empty"
		return p
	}
	p.Message = strings.TrimPrefix(err.Error(), "yaml: ")
	if rest, ok := strings.CutPrefix(p.Message, "line "); ok {
		number, message, _ := strings.Cut(rest, ": ")
		if line, err := strconv.Atoi(number); err == nil {
			p.Location.Line = line
			p.Message = message
		}
	}
	p.Message = "not YAML: " + p.Message
	return p
}

// A yamlReader turns nodes into values. It returns nil for those that are not
// JSON, having noted why.
type yamlReader struct {
	file      string
	depth     int
	budget    budget
	aliased   int                 // values that come from aliases so far
	expanding map[*yaml.Node]bool // the aliases that are being expanded
	problems  schema.Problems
	stopped   bool // past a bound: no further problem is of interest
}

func (r *yamlReader) value(n *yaml.Node, pointer string) *schema.Value {
	if r.stopped {
		return nil
	}
	excess := r.budget.take(pointer)
	if len(r.expanding) > 0 {
		r.aliased++
	}
	switch {
	case r.depth > maxDepth:
		excess = tooDeep
	case r.aliased > maxAliased:
		excess = fmt.Sprintf("aliases expand to more than %d values", maxAliased)
	}
	if excess != "" {
		r.problem(n, pointer, excess, "")
		r.stopped = true
		return nil
	}
	r.depth++
	defer func() { r.depth-- }()
	switch n.Kind {
	case yaml.MappingNode:
		return r.mapping(n, pointer)
	case yaml.SequenceNode:
		return r.sequence(n, pointer)
	case yaml.AliasNode:
		return r.alias(n, pointer)
	default:
		return r.scalar(n, pointer)
	}
}

func (r *yamlReader) alias(n *yaml.Node, pointer string) *schema.Value {
	if r.expanding[n.Alias] {
		r.problem(n, pointer, "the alias *"+n.Value+" stands inside of what it refers to", "")
		return nil
	}
	r.expanding[n.Alias] = true
	defer delete(r.expanding, n.Alias)
	return r.value(n.Alias, pointer)
}

func (r *yamlReader) sequence(n *yaml.Node, pointer string) *schema.Value {
	if n.ShortTag() != "!!seq" {
		return r.badTag(n, pointer)
	}
	v := &schema.Value{Kind: schema.KindArray, Location: r.at(n, pointer), Items: make([]*schema.Value, len(n.Content))}
	for i, item := range n.Content {
		v.Items[i] = r.value(item, pointerToItem(pointer, i))
	}
	return v
}

func (r *yamlReader) mapping(n *yaml.Node, pointer string) *schema.Value {
	if n.ShortTag() != "!!map" {
		return r.badTag(n, pointer)
	}
	v := &schema.Value{Kind: schema.KindObject, Location: r.at(n, pointer), Members: make([]schema.Member, 0, len(n.Content)/2)}
	var seen names
	for i := 0; i+1 < len(n.Content); i += 2 {
		key := n.Content[i]
		name, ok := r.key(key, pointer)
		if !ok {
			continue
		}
		m := schema.Member{Name: name, Location: r.at(key, pointerTo(pointer, name))}
		if first := seen.find(v.Members, name); first != nil {
			r.problems = append(r.problems, duplicate(m, first))
			continue
		}
		m.Value = r.value(n.Content[i+1], m.Location.Pointer)
		v.Members = append(v.Members, m)
	}
	return v
}

// key is the name that n stands for.
func (r *yamlReader) key(n *yaml.Node, pointer string) (string, bool) {
	if n.Kind == yaml.AliasNode {
		n = n.Alias
	}
	tag := n.ShortTag()
	switch {
	case n.Kind == yaml.ScalarNode && (tag == "!!str" || isTimestamp(n)):
		return n.Value, true
	case tag == "!!merge":
		r.problem(n, pointer, "merge keys (<<) are not supported", "write the members out")
	case n.Kind == yaml.ScalarNode:
		r.problem(n, pointer, "the name "+quote(n.Value)+" is not a string", "put it in quotes")
	default:
		r.problem(n, pointer, "a name must be a string", "")
	}
	return "", false
}

func (r *yamlReader) badTag(n *yaml.Node, pointer string) *schema.Value {
	r.problem(n, pointer, "the tag "+n.ShortTag()+" does not fit here: only what JSON can say is read", "remove the tag")
	return nil
}

func (r *yamlReader) at(n *yaml.Node, pointer string) schema.Location {
	return schema.Location{File: r.file, Line: n.Line, Column: n.Column, Pointer: pointer}
}

func (r *yamlReader) problem(n *yaml.Node, pointer, message, hint string) {
	if len(r.problems) < maxProblems {
		r.problems = append(r.problems, &schema.Problem{Location: r.at(n, pointer), Message: message, Hint: hint})
	}
}
