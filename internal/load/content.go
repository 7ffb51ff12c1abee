package load

import "github.com/eventgen-go/eventgen/internal/schema"

// readContent reads what a string holds.
func (r *reader) readContent() {
	s := r.schema
	s.ContentEncoding = r.text("contentEncoding")
	s.ContentMediaType = r.text("contentMediaType")
	s.ContentSchema = r.sub("contentSchema")
	s.Compression = r.compression()
}

// compression is the value of our keyword for content that was compressed
// before it was encoded.
func (r *reader) compression() schema.Compression {
	const keyword = "x-content-encoding"
	v := r.keyword(keyword)
	if v == nil {
		return schema.Uncompressed
	}
	if name := r.extension(keyword); name != "gzip" {
		r.builder.library.refuse(v, keyword, &refusal{ // of a value that is no string we have complained
			message: keyword + " cannot be " + quote(name),
			hint:    `the one compression that is known is "gzip"`,
		})
		return schema.Uncompressed
	}
	return schema.Gzip
}
