package lower

import "github.com/eventgen-go/eventgen/internal/model"

// breakCycles makes a pointer of each field that would make a struct contain
// itself.
func (l *lowering) breakCycles() {
	const open, closed = 1, 2
	seen := map[*model.Decl]int{}
	var visit func(d *model.Decl)
	visit = func(d *model.Decl) {
		seen[d] = open
		for _, use := range contained(d) {
			next, ok := use.Value.Type.(model.Named)
			if !ok || use.Pointer {
				continue
			}
			switch seen[next.Decl] {
			case open:
				use.Pointer = true
			case 0:
				visit(next.Decl)
			}
		}
		seen[d] = closed
	}
	for _, d := range l.pkg.Decls {
		if seen[d] == 0 {
			visit(d)
		}
	}
}

// contained returns the uses that a type holds by value.
func contained(d *model.Decl) []*model.Use {
	switch f := d.Form.(type) {
	case *model.Struct:
		uses := make([]*model.Use, len(f.Fields))
		for i := range f.Fields {
			uses[i] = &f.Fields[i].Use
		}
		return uses
	case *model.Tuple:
		uses := make([]*model.Use, len(f.Items))
		for i := range f.Items {
			uses[i] = &f.Items[i].Use
		}
		return uses
	case *model.Box:
		return []*model.Use{&f.Use}
	case *model.Defined:
		return []*model.Use{{Value: f.Value}}
	}
	return nil
}
