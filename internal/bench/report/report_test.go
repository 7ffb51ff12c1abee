package report

import (
	"os"
	"path/filepath"
	"testing"
)

func TestTable(t *testing.T) {
	table := Table{Title: "Times.", Head: []string{"", "a"}}
	table.Add("x", "1")
	if got, want := table.String(), "\nTimes.\n\n| | a |\n|---|---|\n| x | 1 |\n"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestBars(t *testing.T) {
	table := Bars("", []Bar{
		{"speed", AtLeast(20, "×"), 19.94},
		{"speed", AtLeast(20, "×"), 20},
		{"time", AtMost(1.5, "s"), 1.5},
		{"time", AtMost(1.5, "s"), 1.51},
		{"allocations", AtMost(0, ""), 0},
		{"allocations", MoreThan(1, "×"), 1},
	})
	want := `
| | bar | reached | met |
|---|---|---|---|
| speed | at least 20 × | 19.9 × | **no** |
| speed | at least 20 × | 20 × | yes |
| time | at most 1.5 s | 1.5 s | yes |
| time | at most 1.5 s | 1.51 s | **no** |
| allocations | at most 0 | 0 | yes |
| allocations | more than 1 × | 1 × | **no** |
`
	if got := table.String(); got != want {
		t.Errorf("%s\nwant%s", got, want)
	}
}

func TestBytes(t *testing.T) {
	for n, want := range map[float64]string{0: "0 B", 999: "999 B", 1500: "1.5 KB", 2.26e6: "2.3 MB"} {
		if got := Bytes(n); got != want {
			t.Errorf("%v bytes are %s, want %s", n, got, want)
		}
	}
}

func TestReadmeKeepsWhatIsAround(t *testing.T) {
	name := filepath.Join(t.TempDir(), "README.md")
	const before = "before\n<!-- bench:a:begin -->\nold\n<!-- bench:a:end -->\n<!-- bench:b:begin -->\n<!-- bench:b:end -->\nafter\n"
	if err := os.WriteFile(name, []byte(before), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, section := range []string{"a", "b"} {
		if err := WriteReadme(name, section, "new "+section+"\n"); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	const want = "before\n<!-- bench:a:begin -->\nnew a\n<!-- bench:a:end -->\n<!-- bench:b:begin -->\nnew b\n<!-- bench:b:end -->\nafter\n"
	if string(got) != want {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestReadmeWithoutMarksIsLeftAlone(t *testing.T) {
	begin, end := mark("a", "begin"), mark("a", "end")
	for _, text := range []string{"", begin, end, end + begin, mark("b", "begin") + mark("b", "end")} {
		name := filepath.Join(t.TempDir(), "README.md")
		if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		if err := WriteReadme(name, "a", "new\n"); err == nil {
			t.Errorf("%q is accepted", text)
		}
		if got, _ := os.ReadFile(name); string(got) != text {
			t.Errorf("%q has become %q", text, got)
		}
	}
}
