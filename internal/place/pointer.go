package place

import (
	"strconv"
	"strings"
)

var (
	escape   = strings.NewReplacer("~", "~0", "/", "~1")
	unescape = strings.NewReplacer("~1", "/", "~0", "~")
)

// Join returns the JSON Pointer to a member or item of what a pointer leads to.
func Join(pointer, token string) string { return pointer + "/" + escape.Replace(token) }

// Split returns the steps of a JSON Pointer, false if it is none.
func Split(pointer string) ([]string, bool) {
	if pointer == "" {
		return nil, true
	}
	if pointer[0] != '/' {
		return nil, false
	}
	tokens := strings.Split(pointer[1:], "/")
	for i, t := range tokens {
		tokens[i] = unescape.Replace(t)
	}
	return tokens, true
}

// Index returns the index that a step to an item means, false if it means none.
func Index(token string) (int, bool) {
	i, err := strconv.Atoi(token)
	return i, err == nil && i >= 0 && strconv.Itoa(i) == token
}

func itoa(i int) string { return strconv.Itoa(i) }
