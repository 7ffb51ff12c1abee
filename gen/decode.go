package gen

import (
	"fmt"
	"strings"

	"github.com/eventgen-go/eventgen/internal/schema"
	"github.com/eventgen-go/eventgen/internal/spell"
)

// A decoder reads values of a configuration file and collects what is wrong with them, each at
// its place. Its methods that return a func read one key into a variable.
type decoder struct{ problems Problems }

// fields are the keys of an object, and what reads the value of each.
type fields map[string]func(*schema.Value)

func required(names ...string) []string { return names }

func (d *decoder) problem(at schema.Location, message, hint string) {
	d.problems = append(d.problems, &Problem{Location: at, Message: message, Hint: hint})
}

// keys reads an object whose keys are known.
func (d *decoder) keys(v *schema.Value, what string, required []string, known fields) {
	if !d.object(v, "an object: "+strings.Join(sortedKeys(known), ", ")) {
		return
	}
	for _, m := range v.Members {
		if read := known[m.Name]; read != nil {
			read(m.Value)
		} else {
			d.unknown(m, "key", sortedKeys(known))
		}
	}
	for _, name := range required {
		if v.Member(name) == nil {
			d.problem(v.Location, fmt.Sprintf("%s has no %q", what, name), "")
		}
	}
}

// unknown refuses a name that is not among those known.
func (d *decoder) unknown(m schema.Member, what string, known []string) {
	hint := "known are " + strings.Join(known, ", ")
	if name := spell.Nearest(m.Name, known); name != "" {
		hint = fmt.Sprintf("did you mean %q?", name)
	}
	d.problem(m.Location, fmt.Sprintf("unknown %s %q", what, m.Name), hint)
}

func (d *decoder) object(v *schema.Value, want string) bool {
	if v.Kind != schema.KindObject {
		d.wrongKind(v, want)
	}
	return v.Kind == schema.KindObject
}

func (d *decoder) wrongKind(v *schema.Value, want string) {
	d.problem(v.Location, "must be "+want, "")
}

// string returns a text that is not empty.
func (d *decoder) string(v *schema.Value) string {
	if v.Kind != schema.KindString || v.Text == "" {
		d.wrongKind(v, "a text")
		return ""
	}
	return v.Text
}

func (d *decoder) text(to *string) func(*schema.Value) {
	return func(v *schema.Value) { *to = d.string(v) }
}

// texts reads an object of texts. check returns what is wrong with a name and its text, if
// anything; it may be nil.
func (d *decoder) texts(to *map[string]string, check func(name, text string) string) func(*schema.Value) {
	return func(v *schema.Value) {
		if !d.object(v, "an object of texts") {
			return
		}
		*to = make(map[string]string)
		for _, m := range v.Members {
			text := d.string(m.Value)
			if check != nil && text != "" {
				if wrong := check(m.Name, text); wrong != "" {
					d.problem(m.Location, wrong, "")
				}
			}
			(*to)[m.Name] = text
		}
	}
}

func (d *decoder) flag(to *bool) func(*schema.Value) {
	return func(v *schema.Value) {
		if v.Kind != schema.KindTrue && v.Kind != schema.KindFalse {
			d.wrongKind(v, "true or false")
		}
		*to = v.Kind == schema.KindTrue
	}
}

// draft reads the name of a draft, which YAML takes for a number in some cases.
func (d *decoder) draft(to *string) func(*schema.Value) {
	return func(v *schema.Value) {
		if v.Kind != schema.KindNumber && v.Kind != schema.KindString {
			d.wrongKind(v, "the name of a draft: 4, 6, 7, 2019-09 or 2020-12")
			return
		}
		if wrong := checkDraft(v.Text); wrong != "" {
			d.problem(v.Location, wrong, "")
		}
		*to = v.Text
	}
}

// version reads the version of the configuration's format, of which there is one.
func (d *decoder) version(v *schema.Value) {
	if v.Kind != schema.KindNumber || v.Text != "1" {
		d.problem(v.Location, "unknown version of the configuration", "this eventgen reads version 1")
	}
}
