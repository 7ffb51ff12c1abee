// Package spell finds the word that a misspelt one is likely to mean.
//
// In go a word and the words that are known; out comes the nearest of them, or nothing.
package spell

import (
	"slices"
	"strings"
)

const (
	longest = 64 // a longer word is no misspelling of a name
	far     = 3  // three letters off, it is another word
)

// Nearest returns the known word that word is likely to mean, or nothing. Upper and lower case are
// the same. Of several that are as near, it is the first.
func Nearest(word string, known []string) string {
	if len(word) > longest {
		return ""
	}
	best, distance := "", far
	for _, k := range known {
		if len(k)-len(word) >= distance || len(word)-len(k) >= distance {
			continue
		}
		if n := edits(strings.ToLower(word), strings.ToLower(k)); n < distance && n < len(k) {
			best, distance = k, n
		}
	}
	return best
}

// edits counts the letters to insert, delete or replace to get from one word to the other
// (Levenshtein's distance): edits("typ", "types") is 2.
func edits(from, to string) int {
	row := make([]int, len(to)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(from) {
		above := slices.Clone(row)
		row[0] = i + 1
		for j := range len(to) {
			replace := above[j]
			if from[i] != to[j] {
				replace++
			}
			row[j+1] = min(replace, above[j+1]+1, row[j]+1)
		}
	}
	return row[len(to)]
}
