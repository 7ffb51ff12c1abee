package report

import (
	"bytes"
	"fmt"
	"os"
	"slices"
)

// WriteReadme replaces what stands between the marks of a section:
//
//	<!-- bench:SECTION:begin -->
//	<!-- bench:SECTION:end -->
func WriteReadme(name, section, text string) error {
	data, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	begin, end := mark(section, "begin"), mark(section, "end")
	before, rest, ok := bytes.Cut(data, []byte(begin))
	_, after, closed := bytes.Cut(rest, []byte(end))
	if !ok || !closed {
		return fmt.Errorf("%s has no lines %q and %q", name, begin[:len(begin)-1], end[:len(end)-1])
	}
	whole := slices.Concat(before, []byte(begin), []byte(text), []byte(end), after)
	return os.WriteFile(name, whole, 0o644)
}

func mark(section, which string) string {
	return fmt.Sprintf("<!-- bench:%s:%s -->\n", section, which)
}
