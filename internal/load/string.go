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
	s.ContentEncoding = r.text("contentEncoding")
	s.ContentMediaType = r.text("contentMediaType")
	s.ContentSchema = r.sub("contentSchema")
	s.XContentEncoding = r.extension("x-content-encoding")
}
