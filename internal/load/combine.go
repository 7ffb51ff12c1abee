package load

func (r *reader) readCombinations() {
	s := r.schema
	s.AllOf = r.subs("allOf")
	s.AnyOf = r.subs("anyOf")
	s.OneOf = r.subs("oneOf")
	s.Not = r.sub("not")
	if s.If = r.sub("if"); s.If != nil {
		s.Then = r.sub("then")
		s.Else = r.sub("else")
	}
}
