package wire

// Token is the place of a scalar or a member name that was read: its text, and what the scanner learned about it.
type Token struct {
	from, to int   // the text; for strings without the quotes
	value    int64 // the number, if tokenSmall
	is       tokenFlags
}

type tokenFlags uint8

const (
	tokenString  tokenFlags = 1 << iota // a string; the token starts one byte before from
	tokenEscaped                        // the string has escapes
	tokenWide                           // the string has characters beyond ASCII
	tokenSmall                          // an integer without fraction or exponent that value holds
	tokenVoid                           // stands for a value of the wrong kind that was skipped
)

// start returns the offset of the token's first byte.
func (t Token) start() int {
	return t.from - int(t.is&tokenString)
}

// took makes the text from from to to the current token. It leaves value alone, which counts only with tokenSmall.
func (c *Cursor) took(from, to int, is tokenFlags) {
	c.tok.from, c.tok.to, c.tok.is = from, to, is
}

// Token returns the current token, to be set again after reading on.
func (c *Cursor) Token() Token { return c.tok }

// SetToken makes t the current token again.
func (c *Cursor) SetToken(t Token) { c.tok = t }
