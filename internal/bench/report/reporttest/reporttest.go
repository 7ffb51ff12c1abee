// Package reporttest checks reports in tests.
package reporttest

import (
	"strings"
	"testing"
)

// HasLines fails the test for each line that is missing in a text.
func HasLines(t testing.TB, text string, lines ...string) {
	t.Helper()
	for _, line := range lines {
		if !strings.Contains("\n"+text, "\n"+line+"\n") {
			t.Errorf("no line %q in\n%s", line, text)
		}
	}
}
