package scaffold

import (
	"cmp"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// plain matches words and paths that YAML reads as the text that they are.
var plain = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9_-]*([./]+[A-Za-z0-9_*-]+)*$`)

// notText are words that YAML, in one version or another, reads as something else.
var notText = []string{"true", "false", "yes", "no", "on", "off", "y", "n", "null"}

// yamlText writes a text, in quotes if it needs them.
func yamlText(text string) string {
	if plain.MatchString(text) && !slices.Contains(notText, strings.ToLower(text)) {
		return text
	}
	return strconv.Quote(text) // all escapes of Go mean the same in YAML
}

// yamlCommand writes a command for a POSIX shell with one argument.
func yamlCommand(command, argument string) string {
	if plain.MatchString(argument) {
		return command + " " + argument
	}
	return strconv.Quote(command + " '" + strings.ReplaceAll(argument, "'", `'\''`) + "'")
}

// sortedKeys returns the keys of a map in order.
func sortedKeys[K cmp.Ordered, V any](m map[K]V) []K { return slices.Sorted(maps.Keys(m)) }
