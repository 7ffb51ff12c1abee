package wire

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
)

// sharedDir returns the folder of shared test material, or skips the test.
func sharedDir(t testing.TB, folder string) string {
	t.Helper()
	root := os.Getenv("EVENTGEN_SHARED")
	if root == "" {
		root = filepath.Join("..", "..", "..", "..", "shared")
	}
	dir := filepath.Join(root, folder)
	if _, err := os.Stat(dir); err != nil {
		t.Skipf("no shared test material: set EVENTGEN_SHARED (%v)", err)
	}
	return dir
}

// wellFormed reports whether text is a document.
func wellFormed(text string) bool {
	c := NewCursor([]byte(text))
	return c.Skip() && c.End()
}

// skips accepts any value.
func skips(c *Cursor) bool { return c.Skip() }

// violations returns what Validate finds.
func violations(t testing.TB, text string, valid func(*Cursor) bool) []Violation {
	t.Helper()
	err := Validate([]byte(text), valid)
	if err == nil {
		return nil
	}
	var e *Error
	if !errors.As(err, &e) {
		t.Fatalf("Validate(%.80q) = %T, want *Error", text, err)
	}
	if len(e.Violations) == 0 {
		t.Fatalf("Validate(%.80q): an Error without violations", text)
	}
	return e.Violations
}

// asError is errors.As.
func asError[T error](err error, target *T) bool { return errors.As(err, target) }
