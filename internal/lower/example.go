package lower

import (
	"errors"
	"path"
	"strings"

	"github.com/eventgen-go/eventgen/internal/interpret"
	"github.com/eventgen-go/eventgen/internal/model"
	"github.com/eventgen-go/eventgen/internal/runtime/wire"
	"github.com/eventgen-go/eventgen/internal/sample"
	"github.com/eventgen-go/eventgen/internal/schema"
)

// exemplify makes the constructors of examples: of the documents that were given for a type, else
// of one that its schema holds, else of a small one that is made up.
func (l *lowering) exemplify() {
	x := &exampler{lowering: l, check: &interpret.Interpreter{}, taken: map[string]string{}}
	for _, t := range l.options.Types {
		for _, name := range []string{t.Name, "Decode" + t.Name, "Valid" + t.Name, "Validate" + t.Name, handlerName(t.Name)} {
			x.taken[name] = "the type " + t.Name
		}
	}
	for i, r := range l.pkg.Roots {
		t := l.options.Types[i]
		if len(t.Examples) > 0 {
			x.documents(r, t)
			continue
		}
		if x.claim(r.Name, "", t.Schema.Location) {
			r.Examples = []model.Example{x.substitute(r, l.rootOf[i])}
		}
	}
}

// An exampler makes the examples of a package.
type exampler struct {
	*lowering
	check *interpret.Interpreter
	taken map[string]string // what has a name
}

// claim takes the name of the constructor for an example; it notes a problem at the place of the
// example and returns false if the name is not free.
func (x *exampler) claim(root, suffix string, at schema.Location) bool {
	name, what := "Example"+root+suffix, "the example "+at.File
	if other, ok := x.taken[name]; ok {
		message := what + " and " + other + " both want the name " + name
		x.problems = append(x.problems, &schema.Problem{Location: at, Message: message, Hint: "rename one of them"})
		return false
	}
	x.taken[name] = what
	return true
}

// documents makes the constructors of the examples that were given for a root type.
func (x *exampler) documents(r *model.Root, t Type) {
	for i, e := range t.Examples {
		suffix := ""
		if i > 0 {
			suffix = ident(e.Name)
		}
		if !x.claim(r.Name, suffix, e.Value.Location) || !x.valid(r.Value, e.Value) {
			continue
		}
		w := literals{check: x.check}
		literal := w.value(r.Value.Type, e.Value, typed)
		x.problems = append(x.problems, w.problems...)
		name := "Example" + r.Name + suffix
		r.Examples = append(r.Examples, model.Example{Name: e.Name, Func: name, Doc: name + " returns the value of " + path.Base(e.Value.Location.File) + ".", Literal: literal})
	}
}

// valid notes each violation of the check of v in doc, at its place.
func (x *exampler) valid(v *model.Value, doc *schema.Value) bool {
	var invalid *wire.Error
	if !errors.As(x.check.Validate(v, []byte(doc.JSON())), &invalid) {
		return true
	}
	for _, violation := range invalid.Violations {
		x.problems = append(x.problems, &schema.Problem{
			Location: find(doc, violation.Pointer).Location,
			Keyword:  violation.Keyword,
			Message:  "the example is not valid: " + violation.Message,
			Hint:     "the rule is " + reference(violation.SchemaPointer),
		})
	}
	return false
}

// reference spells a place in a schema as $ref would.
func reference(pointer string) string {
	if strings.Contains(pointer, "#") {
		return pointer
	}
	return "#" + pointer
}

// find returns the value that a JSON Pointer leads to, or the last one on the way.
func find(v *schema.Value, pointer string) *schema.Value {
	steps := strings.Split(pointer, "/")
	for _, step := range steps[1:] {
		next := v.Member(unescape.Replace(step))
		if v.Kind == schema.KindArray {
			next = item(v, step)
		}
		if next == nil {
			break
		}
		v = next
	}
	return v
}

var unescape = strings.NewReplacer("~1", "/", "~0", "~")

func item(v *schema.Value, index string) *schema.Value {
	i, ok := whole(index)
	if !ok || !i.IsInt64() || i.Int64() < 0 || i.Int64() >= int64(len(v.Items)) {
		return nil
	}
	return v.Items[i.Int64()]
}

// substitute makes the example of a type that no document was given for.
func (x *exampler) substitute(r *model.Root, s *state) model.Example {
	name := "Example" + r.Name
	for _, own := range ownExamples(s) {
		if literal := x.literal(r.Value, own.value); literal != nil {
			return model.Example{Name: own.what, Func: name, Doc: name + " returns the " + own.what + " of the schema.", Literal: literal}
		}
	}
	if doc := sample.New(s.value, x.notes, x.check).Minimal(); doc != nil {
		if literal := x.literal(r.Value, doc); literal != nil {
			return model.Example{Name: "minimal", Func: name, Doc: name + " returns a small value that is valid.", Literal: literal}
		}
	}
	return model.Example{Func: name, Doc: name + " returns the zero value: no valid one was found for an example."}
}

// literal returns doc as a literal, nil if it is not valid by v or does not fit the Go types: a
// schema may hold examples that are out of date, and they are not the user's.
func (x *exampler) literal(v *model.Value, doc *schema.Value) model.Literal {
	if !x.check.Accepts(v, []byte(doc.JSON())) {
		return nil
	}
	w := literals{check: x.check}
	literal := w.value(v.Type, doc, typed)
	if len(w.problems) > 0 {
		return nil
	}
	return literal
}

// An ownExample is a value that a schema holds.
type ownExample struct {
	what  string
	value *schema.Value
}

// ownExamples returns the values that the schema of s holds and that are likely to be valid, the
// best first.
func ownExamples(s *state) []ownExample {
	var own []ownExample
	for _, n := range s.sources() {
		for _, e := range n.Examples {
			own = append(own, ownExample{"example", e})
		}
	}
	for _, n := range s.sources() {
		if n.Default != nil {
			own = append(own, ownExample{"default", n.Default})
		}
		if n.Const != nil {
			own = append(own, ownExample{"constant", n.Const})
		}
	}
	return own
}
