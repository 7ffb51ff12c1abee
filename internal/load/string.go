package load

func (r *reader) readStrings() {
	s := r.schema
	s.MaxLength = r.count("maxLength")
	s.MinLength = r.count("minLength")
	if v := r.keyword("pattern"); isString(v) {
		s.Pattern = &v.Text
	}
	s.Format = r.text("format")
	s.FormatAsserted = s.Format != "" && r.resource.dialect.assertFormat
	r.readContent()
}
