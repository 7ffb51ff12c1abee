package main

import (
	"os"
	"strings"
	"testing"
)

func TestChoose(t *testing.T) {
	tests := []struct {
		args []string
		want string // empty: refused
	}{
		{nil, "race"},
		{[]string{"growth"}, "growth"},
		{[]string{"first"}, "first"},
		{[]string{"last"}, ""},
		{[]string{"growth", "first"}, ""},
	}
	for _, test := range tests {
		m, err := choose(test.args)
		if m.name != test.want || (err == nil) != (test.want != "") {
			t.Errorf("%q chooses %q, %v; want %q", test.args, m.name, err, test.want)
		}
	}
}

func TestReadmeHasASectionForEachMeasurement(t *testing.T) {
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	sections := []string{"generator"} // a program of its own
	for _, m := range measurements() {
		sections = append(sections, m.name)
	}
	for _, s := range sections {
		if mark := "<!-- bench:" + s + ":begin -->\n"; !strings.Contains(string(readme), mark) {
			t.Errorf("no %q", mark)
		}
	}
}
