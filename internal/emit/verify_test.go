package emit

import (
	"strings"
	"testing"

	"github.com/eventgen-go/eventgen/internal/model"
	"github.com/eventgen-go/eventgen/internal/output"
)

const wirePath = "example.com/internal/wire"

// verified verifies a package p of one file.
func verified(source string) error {
	siblings := []*model.Sibling{{Name: "orders", Path: "example.com/orders"}, {Name: "len", Path: "example.com/len", Alias: "lenpkg"}}
	e := &emitter{pkg: &model.Package{Name: "p"}, runtime: wirePath, siblings: siblings}
	_, err := e.verify([]output.File{{Path: "types.go", Data: []byte(source)}})
	return err
}

// top is how every file begins.
const top = output.Header + "\n\n"

// printed is a package with one of each construct that is printed.
const printed = top + `// Package p holds the types, validators and examples of T.
package p

import (
	"context"
	"encoding/json"

	"example.com/internal/wire"
)

// Time is an alias.
type Time = wire.Time

// T is documented: it has, e.g., the go: prefix and // in the middle.
type T struct {
	// Größe is the size.
	Größe *int64
	Any   json.RawMessage
	Map   map[string][]string
}

// U is a union.
type U interface{ isU() }

// The values of E.
const (
	EOne   E = "one"
	EBidi  E = "\u202e\x00\n"
)

// E is an enumeration.
type E string

func (*T) isU() {}

var membersOfT = wire.Members{Names: []string{"gr\u00f6\u00dfe", "any"}, Plain: true}

// Handler takes a T.
type Handler func(context.Context, T) (E, error)

// Invoke calls h.
func (h Handler) Invoke(ctx context.Context, payload []byte) ([]byte, error) {
	_, err := h(ctx, T{})
	return []byte("null"), err
}

func validT(c *wire.Cursor) bool {
	var o wire.Object
	for c.NextMember(&o, &membersOfT) {
		switch o.Index {
		case 0: // größe
			if !c.Skip() {
				continue
			}
		default:
			o.Index++
		}
	}
	for i := range 3 {
		if x := -1.5 + float64(i); x > 2 {
			break
		}
	}
	switch u := U(nil).(type) {
	case *T:
		_ = u
	}
	var t T
	return validT(c) && len((*E)(nil).String()) > 0 && string(wire.Raw(&t)) == ""
}
`

func TestVerifyAcceptsWhatIsPrinted(t *testing.T) {
	if err := verified(printed); err != nil {
		t.Error(err)
	}
}

// A catalog refers to functions of the packages that it is about.
func TestVerifyAcceptsCatalogs(t *testing.T) {
	err := verified(top + `package p

import (
	"example.com/internal/wire"
	lenpkg "example.com/len"
	"example.com/orders"
)

type table struct{ Valid func([]byte) bool }

var tables = []table{{Valid: orders.ValidEvent}, {Valid: lenpkg.ValidEvent}}

var marks = wire.Recognizer{Root: wire.Place{Places: []wire.Place{{Name: "a"}}}}

func decode(data []byte) error {
	_, err := orders.DecodeEvent(data)
	return err
}
`)
	if err != nil {
		t.Error(err)
	}
}

func TestVerifyRefusesFiles(t *testing.T) {
	const pkg = top + "package p\n"
	tests := []struct{ name, source, message string }{
		{"no header", "package p\n", "types.go:1:1: generated code has no header"},
		{"syntax error", pkg + "func", "types.go:4:5: expected"},
		{"other package", top + "package main\n", "types.go:3:9: generated code has the package name main"},
		{"control character", pkg + "// a\x00b\n", "types.go:4: generated code has the character U+0000"},
		{"carriage return", pkg + "// a\rb\n", "U+000D"},
		{"bidirectional character", pkg + "// a\u202eb\n", "U+202E"},
		{"line separator", pkg + "// a\u2028b\n", "U+2028"},
		{"invalid UTF-8", pkg + "// a\xffb\n", "U+FFFD"},

		{"generate directive", pkg + "//go:generate rm -rf /\n", "the comment"},
		{"linkname directive", pkg + "//go:linkname f runtime.exit\nfunc f() {}\n", "the comment"},
		{"build constraint", output.Header + "\n\n//go:build ignore\n\npackage p\n", "the comment"},
		{"old build constraint", pkg + "func f() {} // +build ignore\n", "the comment"},
		{"line directive", pkg + "//line x.go:1\n", "the comment"},
		{"export directive", pkg + "//export f\nfunc f() {}\n", "the comment"},
		{"spaced directive", pkg + "// go:generate rm\n", "the comment"},
		{"comment without space", pkg + "//nolint\n", "the comment"},
		{"block comment", pkg + "/* a */\n", "the comment"},

		{"cgo", pkg + "import \"C\"\n", `the import "C"`},
		{"unsafe", pkg + "import \"unsafe\"\n", `the import "unsafe"`},
		{"other module", pkg + "import \"example.com/other/wire\"\n", "the import"},
		{"dot import", pkg + "import . \"context\"\n", "the import"},
		{"blank import", pkg + "import _ \"encoding/json\"\n", "the import"},
		{"renamed import", pkg + "import wire \"encoding/json\"\n", "the import"},
		{"package of no catalog", pkg + "import \"example.com/stock\"\n", "the import"},
		{"renamed package", pkg + "import json \"example.com/orders\"\n", "the import"},
		{"package without its alias", pkg + "import \"example.com/len\"\n", "the import"},
		{"other name of a package", pkg + "import \"example.com/orders\"\n\nvar _ = orders.Extra{}\n", "a use of orders.Extra"},
		{"renamed runtime", pkg + "import json \"" + wirePath + "\"\n", "the import"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) { checkRefused(t, test.source, test.message) })
	}
}

func TestVerifyRefusesDeclarations(t *testing.T) {
	tests := []struct{ name, source, message string }{
		{"init", "func init() {}", "the function init"},
		{"main", "func main() {}", "the function main"},
		{"blank function", "func _() {}", "the function _"},
		{"function without body", "func f()", "the function f"},
		{"generic function", "func f[T any]() {}", "the function f"},
		{"generic type", "type A[T any] []T", "type parameters"},
		{"call at start-up", "var a = wire.Load(1)", "a call at start-up"},
		{"conversion at start-up", "var a = []string{string(\"a\")}", "a call at start-up"},
		{"struct tag", "type A struct { B int \"json:\\\"b\\\"\" }", "a struct tag"},
		{"embedded field", "type A struct { B }", "an embedded field"},
		{"channel", "type A chan int", "*ast.ChanType"},
		{"name of an import", "func json() {}", "the name of the import json"},
		{"invisible identifier", "type A\u0664 int", "the identifier"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) { checkRefused(t, imports+test.source+"\n", test.message) })
	}
}

func TestVerifyRefusesStatements(t *testing.T) {
	tests := []struct{ name, source, message string }{
		{"raw string", "_ = `a`", "a raw string"},
		{"string beyond ASCII", `_ = "ä"`, "not in ASCII"},
		{"character", "_ = 'a'", "the literal 'a'"},
		{"imaginary number", "_ = 1i", "the literal 1i"},
		{"function literal", "_ = func() {}", "*ast.FuncLit"},
		{"goroutine", "go f()", "*ast.GoStmt"},
		{"defer", "defer f()", "*ast.DeferStmt"},
		{"select", "select {}", "*ast.SelectStmt"},
		{"send", "c <- 1", "*ast.SendStmt"},
		{"receive", "_ = <-c", "a receive"},
		{"label", "L: f()", "*ast.LabeledStmt"},
		{"goto", "goto L", "a jump"},
		{"fallthrough", "switch { case true: fallthrough; default: }", "a jump"},
		{"panic", "panic(1)", "a call of panic"},
		{"recover", "recover()", "a call of recover"},
		{"println", "println()", "a call of println"},
		{"function of nobody", "g()", "a call of g"},
		{"called result", "f()()", "a call of a *ast.CallExpr"},
		{"type argument", "wire.F[int]()", "a call of a *ast.IndexExpr"},
		{"standard library", "json.Unmarshal(nil, nil)", "a use of json.Unmarshal"},
		{"standard library as a value", "_ = context.Background", "a use of context.Background"},
		{"variable with the name of an import", "wire := 1", "the name of the import wire"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			checkRefused(t, imports+"func f() {\n"+test.source+"\n}\n", test.message)
		})
	}
}

// imports is how a file begins that uses all imports there are.
const imports = top + `package p

import (
	"context"
	"encoding/json"

	"example.com/internal/wire"
)

`

func checkRefused(t *testing.T, source, message string) {
	t.Helper()
	err := verified(source)
	if err == nil {
		t.Fatal("accepted")
	}
	for _, want := range []string{"types.go:", message, "this is a bug in eventgen"} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("%v\ndoes not say %s", err, want)
		}
	}
}

// A directive in a comment is one way out of a comment; gofmt turns a +build line
// anywhere into a constraint at the top of the file.
func TestRemarksAndCommentsAreNoDirectives(t *testing.T) {
	for _, text := range []string{"go:generate rm", "+build ignore", " +build ignore", "line x:1", "export f", "\n//go:embed x", "\r+build a", "\u2028go:embed x"} {
		if r := remark(text); isDirective(r) {
			t.Errorf("remark of %q: %s", text, r)
		}
		for _, c := range comment(text, 0) {
			if isDirective(plain(c)) {
				t.Errorf("comment of %q: %s", text, plain(c))
			}
		}
	}
}
