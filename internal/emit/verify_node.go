package emit

import (
	"go/ast"
	"go/token"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// nodes checks all that a declaration is made of.
func (v *verifier) nodes(d ast.Decl, imports map[string]string) error {
	packages := map[*ast.Ident]bool{} // where the name of an import stands for the package
	var err error
	ast.Inspect(d, func(n ast.Node) bool {
		if n == nil || err != nil {
			return false
		}
		if !isPrinted(n) {
			err = v.refuse(n.Pos(), "a construct (%T) that is never printed", n)
			return false
		}
		switch n := n.(type) {
		case *ast.SelectorExpr:
			err = v.selector(n, imports, packages)
		case *ast.CallExpr:
			err = v.callee(n.Fun)
		case *ast.Ident:
			err = v.ident(n, imports[n.Name] != "" && !packages[n])
		default:
			err = v.detail(n)
		}
		return true
	})
	return err
}

// isPrinted reports whether this package prints such nodes at all. There are no
// goroutines, channels, deferred calls, labels, function literals and generics.
func isPrinted(n ast.Node) bool {
	switch n.(type) {
	case *ast.FuncDecl, *ast.GenDecl, *ast.DeclStmt, *ast.TypeSpec, *ast.ValueSpec,
		*ast.Comment, *ast.CommentGroup,
		*ast.ArrayType, *ast.FuncType, *ast.InterfaceType, *ast.MapType, *ast.StructType, *ast.Field, *ast.FieldList,
		*ast.BasicLit, *ast.CompositeLit, *ast.KeyValueExpr, *ast.Ident,
		*ast.BinaryExpr, *ast.CallExpr, *ast.IndexExpr, *ast.ParenExpr, *ast.SelectorExpr, *ast.SliceExpr, *ast.StarExpr,
		*ast.TypeAssertExpr, *ast.UnaryExpr,
		*ast.AssignStmt, *ast.BlockStmt, *ast.BranchStmt, *ast.CaseClause, *ast.ExprStmt, *ast.ForStmt, *ast.IfStmt,
		*ast.IncDecStmt, *ast.RangeStmt, *ast.ReturnStmt, *ast.SwitchStmt, *ast.TypeSwitchStmt:
		return true
	}
	return false
}

// selector checks what is used of an imported package; other selectors are
// fields and methods.
func (v *verifier) selector(n *ast.SelectorExpr, imports map[string]string, packages map[*ast.Ident]bool) error {
	x, ok := n.X.(*ast.Ident)
	if !ok || imports[x.Name] == "" {
		return nil
	}
	packages[x] = true
	foreign := func(prefix string) bool { return strings.HasPrefix(n.Sel.Name, prefix) }
	if v.sibling(imports[x.Name]) != nil && !slices.ContainsFunc(ofSiblings, foreign) {
		return v.refuse(n.Pos(), "a use of %s.%s", x.Name, n.Sel.Name)
	}
	if names, std := standard[imports[x.Name]]; std && !slices.Contains(names, n.Sel.Name) {
		return v.refuse(n.Pos(), "a use of %s.%s", x.Name, n.Sel.Name)
	}
	return nil
}

// predeclared are the functions and types of Go that are called, and h, which
// stands for the function that a handler is.
var predeclared = []string{
	"append", "len", "max", "min", "new",
	"bool", "float64", "int", "int8", "int16", "int32", "int64", "string", "uint8", "uint16", "uint32", "uint64",
	"h",
}

// callee checks what is called, or converted to.
func (v *verifier) callee(fun ast.Expr) error {
	switch fun := fun.(type) {
	case *ast.Ident:
		if !v.callable[fun.Name] && !slices.Contains(predeclared, fun.Name) {
			return v.refuse(fun.Pos(), "a call of %s", fun.Name)
		}
	case *ast.SelectorExpr, *ast.ArrayType, *ast.MapType:
	case *ast.ParenExpr:
		if _, pointer := fun.X.(*ast.StarExpr); !pointer {
			return v.callee(fun.X)
		}
	default:
		return v.refuse(fun.Pos(), "a call of a %T", fun)
	}
	return nil
}

// ident allows letters and digits; taken says that the name is that of an import,
// which nothing else may have.
func (v *verifier) ident(n *ast.Ident, taken bool) error {
	if taken {
		return v.refuse(n.Pos(), "the name of the import %s for something else", n.Name)
	}
	for _, r := range n.Name {
		if r >= utf8.RuneSelf && !unicode.IsLetter(r) {
			return v.refuse(n.Pos(), "the identifier %+q", n.Name)
		}
	}
	return nil
}

// detail checks the nodes of which some forms are printed and some are not.
func (v *verifier) detail(n ast.Node) error {
	switch n := n.(type) {
	case *ast.BasicLit:
		return v.literal(n)
	case *ast.StructType:
		for _, f := range n.Fields.List {
			if f.Tag != nil || len(f.Names) == 0 {
				return v.refuse(f.Pos(), "a struct tag or an embedded field")
			}
		}
	case *ast.BranchStmt:
		if n.Tok != token.BREAK && n.Tok != token.CONTINUE || n.Label != nil {
			return v.refuse(n.Pos(), "a jump")
		}
	case *ast.UnaryExpr:
		if n.Op == token.ARROW {
			return v.refuse(n.Pos(), "a receive from a channel")
		}
	}
	return nil
}

// literal allows numbers, and strings in double quotes and ASCII.
func (v *verifier) literal(n *ast.BasicLit) error {
	switch n.Kind {
	case token.INT, token.FLOAT:
		return nil
	case token.STRING:
		if n.Value[0] != '"' {
			return v.refuse(n.Pos(), "a raw string")
		}
		for i := range len(n.Value) {
			if n.Value[i] >= utf8.RuneSelf {
				return v.refuse(n.Pos(), "a string that is not in ASCII")
			}
		}
		return nil
	}
	return v.refuse(n.Pos(), "the literal %s", n.Value)
}
