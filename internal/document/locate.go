package document

import "bytes"

// Locate returns the place of a line and column, which counts bytes, in a text, and the line with
// the value there. It is the zero Place if the text has no such line.
func Locate(text []byte, line, column int) (Place, Excerpt) {
	from := 0
	for range line - 1 {
		i := bytes.IndexByte(text[from:], '\n')
		if i < 0 {
			return Place{}, Excerpt{}
		}
		from += i + 1
	}
	offset := min(from+max(column-1, 0), len(text))
	return top.after(text[:offset]), excerpt(text, offset)
}
