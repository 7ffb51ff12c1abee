package infer

import (
	"strings"
	"unicode"
)

// fieldNames proposes names for the fields of members where the derived one would be poor: the name
// begins with a digit, or differs from another one in signs only. The others are empty.
func fieldNames(parent string, all []member) []string {
	seen := map[string]bool{}
	names := make([]string, len(all))
	for i, m := range all {
		key := plain(m.name)
		switch {
		case key != "" && key[0] >= '0' && key[0] <= '9':
			names[i] = title(singular(parent)) + m.name
			if title(parent) == "" {
				names[i] = "Member " + m.name
			}
		case key != "" && seen[key]:
			names[i] = strings.TrimSpace(signs(m.name) + " " + m.name)
			if names[i] == m.name {
				names[i] = "" // it gets a number
			}
		}
		seen[key] = true
	}
	return names
}

// plain returns the letters and digits of a name, which are what an identifier keeps of it.
func plain(name string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, name)
}

// signs names the signs before the first letter or digit of a name: "@type" → "At".
func signs(name string) string {
	words := map[rune]string{'@': "At", '$': "Dollar", '_': "Underscore", '#': "Hash", '-': "Dash", '.': "Dot", '*': "Star", ':': "Colon", '/': "Slash"}
	var parts []string
	for _, r := range name {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			break
		}
		parts = append(parts, words[r])
	}
	return strings.Join(parts, " ")
}

func title(name string) string {
	if name == "" {
		return ""
	}
	return strings.ToUpper(name[:1]) + name[1:]
}

// singular returns the name of one of several: "lines" → "line".
func singular(name string) string {
	switch {
	case strings.HasSuffix(name, "ies") && len(name) > 4:
		return strings.TrimSuffix(name, "ies") + "y"
	case strings.HasSuffix(name, "ss"), strings.HasSuffix(name, "us"), len(name) < 3:
		return name
	}
	return strings.TrimSuffix(name, "s")
}
