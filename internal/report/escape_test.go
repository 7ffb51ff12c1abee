package report

import "testing"

func TestPrintable(t *testing.T) {
	tests := []struct{ in, want string }{
		{"internal/orders – ok", "internal/orders – ok"},
		{"\x1b[31mred", `\x1b[31mred`},
		{"two\nlines\tand\x7f", `two\x0alines\x09and\x7f`},
		{"\u202egnp.exe", `\u202egnp.exe`},
		{"\u00a0\u2028", `\u00a0\u2028`},
		{"bad \xff byte", `bad \xff byte`},
	}
	for _, test := range tests {
		if got := Printable(test.in); got != test.want {
			t.Errorf("Printable(%q) = %s, want %s", test.in, got, test.want)
		}
	}
}
