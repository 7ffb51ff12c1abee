package wire

import (
	"net/netip"
	"strings"
	"testing"
	"time"
)

// TestFormats holds what the JSON Schema Test Suite leaves open or what a fresh clone should check without it.
func TestFormats(t *testing.T) {
	tests := []struct {
		format  string
		yes, no []string
	}{
		{
			"date-time",
			[]string{"2024-02-29T23:59:59.123456789Z", "2000-02-29t00:00:00z", "1990-12-31T15:59:60-08:00", "0000-01-01T00:00:00+23:59"},
			[]string{"", "2023-02-29T00:00:00Z", "1900-02-29T00:00:00Z", "2024-01-01 00:00:00Z", "2024-01-01T00:00:00", "2024-01-01T00:00:00.Z", "2024-04-31T00:00:00Z", "+024-01-01T00:00:00Z", "2024-01-01T00:00:00+0000"},
		},
		{"date", []string{"2024-12-31"}, []string{"2024-00-01", "2024-1-01", "2024-01-32", "24-01-01", "2024-01-01Z", "20x4-01-01"}},
		{"time", []string{"23:59:60Z", "00:29:60-23:30"}, []string{"12:00Z", "12:00:60Z", "12:00:00.", "12:00:00+1:00", "Z"}},
		{"duration", []string{"P1Y2M3DT4H5M6S", "P3W", "PT0S"}, []string{"P", "PT", "P1YT", "P1Y1D", "P1W1D", "p1D", "PT1.5S", "P1S", "P1D1D"}},
		{
			"email",
			[]string{"a@b", "a.b+c@x-y.example", `"a b\"@"@example.com`, "a@[10.0.0.1]", "a@[IPv6:fe80::1]", strings.Repeat("a", 64) + "@b"},
			[]string{"", "a", "@b", "a@", "a.@b", "a..b@c", "a@b_c", "a@-b", "a@b..c", "é@b", `"a@b`, `"a"b"@c`, "a@[10.0.0.256]", "a@[x]", strings.Repeat("a", 65) + "@b", "a b@c"},
		},
		{"idn-email", []string{"é@ü.de", "a@b"}, []string{"é", "é@", "é@a b"}},
		{
			"hostname",
			[]string{"a", "A-1.b", "xn--bcher-kva.example", "XN--BCHER-KVA.example", strings.Repeat("a", 63) + ".b"},
			[]string{"", ".", "a.", "a..b", "-a", "a-", "a_b", "é", "xn--", "xn--a", "xn--bcher-kvb0", strings.Repeat("a.", 127) + "a"},
		},
		{
			"idn-hostname",
			[]string{"bücher.example", "straße.de", "例え。テスト", "אבג.example", "l·l", "क्\u200dष"},
			[]string{"Bücher.example", "cafe\u0301.fr", "ﬁ.com", "a\u200db", "☃.net", "אa", "1.אבג", "ab--ü", "ü-", "\U000e0100", strings.Repeat("ü", 64)},
		},
		{"ipv4", []string{"0.0.0.0", "255.255.255.255"}, []string{"", "1.2.3", "1.2.3.4.5", "256.0.0.1", "01.2.3.4", "1.2.3.4 ", "1..2.3", "0x1.2.3.4"}},
		{
			"ipv6",
			[]string{"::", "::1", "1::", "1:2:3:4:5:6:7:8", "1::8", "::ffff:1.2.3.4", "1:2:3:4:5:6:1.2.3.4", "1:2:3:4:5:6:7::"},
			[]string{"", ":", ":::", "1", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "::1::", "12345::", "fe80::1%eth0", "1:", "1:2:3:4:5:6:7:1.2.3.4", "::1.2.3", "1:2:3:4:5:6:7:8::", ":1::"},
		},
		{
			"uri",
			[]string{"a:", "a:b", "http://u:p@h:80/p;x?q#f", "http://[::1]:/", "http://[v1.a:b]/", "file:///etc", "urn:x:%20", "s3://bucket/key+1"},
			[]string{"", "b", "/a", "1a:b", "http://[::1", "http://[::1]x", "http://a b", "a:%2", "a:#b#c", "http://a@b@c", "http://h:8a", "http://é", "http://[v1.%20]", `a:\b`},
		},
		{"uri-reference", []string{"", "a", "/a?b#c", "//h", "?q", "#f", "a/b:c", "a:b"}, []string{"1:a", ":a", "#é", "a b", "//[x]", "a_b:c"}},
		{"iri", []string{"http://é.de/ü?\ue000#ö"}, []string{"/é", "http://h/\ue000", "http://h/\ufdd0", "é:a"}},
		{"iri-reference", []string{"é", "#é", ""}, []string{"é:a", "a\u0080"}},
		{"uuid", []string{"00000000-0000-0000-0000-000000000000", "ABCDEFab-1234-5678-9abc-def012345678"}, []string{"", "00000000-0000-0000-0000-00000000000", "000000000000-0000-0000-0000-00000000", "{0000000-0000-0000-0000-00000000000}", "0000000g-0000-0000-0000-000000000000"}},
		{"uri-template", []string{"", "/a{?x,y*,z:3}", "{+a.b}", "{%41}", "é"}, []string{"{", "}", "{}", "{a", "{a:0}", "{a:12345}", "{a b}", "{a*:1}", "%", "<", "{a.}", "{.}"}},
		{"json-pointer", []string{"", "/", "/a~0~1b/é"}, []string{"a", "#/a", "/~", "/~2"}},
		{"relative-json-pointer", []string{"0", "1/a", "10#"}, []string{"", "#", "/a", "01", "0##", "-1", "0a"}},
		{
			"regex",
			[]string{"", `^(?:a|b)*?$`, `[\w-]`, `(?<n>a)\k<n>\1`, `\u{1F432}`, `a{2,3}`, `{`, `\-`, `(?<=a)b`, `\p{Script=Greek}`, `[]`, `[^]`, `a{2,`},
			[]string{"(", ")", "[", `\`, "*", "a**", "(?i)a", `\a`, `[z-a]`, `[\u{1F432}-a]`, "a{3,2}", "a{10,9}", `\1`, `\u{110000}`, `\x1`, `(?<1>a)`, `\p`, `\c1`, `|*`, `{1}`, `\01`, `(?<n`},
		},
	}
	for _, test := range tests {
		valid := formats()[test.format]
		for _, s := range test.yes {
			if !valid([]byte(s)) {
				t.Errorf("%s %.80q: invalid, want valid", test.format, s)
			}
		}
		for _, s := range test.no {
			if valid([]byte(s)) {
				t.Errorf("%s %.80q: valid, want invalid", test.format, s)
			}
		}
	}
}

func TestFormatsDoNotAllocate(t *testing.T) {
	tests := map[string]string{
		"date-time": "2024-02-29T23:59:59.123Z", "duration": "P1DT2H", "email": "joe.bloggs@[IPv6:::1]", "idn-email": "é@ü.de",
		"hostname": "xn--bcher-kva.example", "idn-hostname": "אבג.example", "ipv4": "10.0.0.1", "ipv6": "fe80::1:2",
		"uri": "http://user@example.com:80/a?b#c", "iri-reference": "//é/ü?ö", "uuid": "00000000-0000-0000-0000-000000000000",
		"uri-template": "/a{?x,y*}", "json-pointer": "/a~0", "relative-json-pointer": "1/a", "regex": `^[\w-]+(?<n>a|b)\k<n>$`,
	}
	for name, s := range tests {
		valid, data := formats()[name], []byte(s)
		if !valid(data) {
			t.Errorf("%s %q: invalid, want valid", name, s)
		}
		if n := testing.AllocsPerRun(100, func() { valid(data) }); n != 0 {
			t.Errorf("%s %q: %v allocations, want none", name, s, n)
		}
	}
}

// TestFormatsAreLinear would not end if a format went back over what it read.
func TestFormatsAreLinear(t *testing.T) {
	const size = 4 << 20
	for _, unit := range []string{"a", "1", "a.", "1:", "(", "[", "{a}", "{a,", "~", "%41", "é", "a@", "P1D", "\\u{", "a{1,2}", "xn--a.", "/", "::", "<", "{1"} {
		data := []byte(strings.Repeat(unit, size/len(unit)))
		for name, valid := range formats() {
			start := time.Now()
			valid(data)
			if took := time.Since(start); took > 5*time.Second {
				t.Errorf("%s takes %v for 4 MiB of %q", name, took, unit)
			}
		}
	}
}

func TestPunycode(t *testing.T) {
	tests := []struct{ text, code string }{ // RFC 3492, section 7.1
		{"他们为什么不说中文", "ihqwcrb4cv8a8dqg056pqjye"},
		{"למההםפשוטלאמדבריםעברית", "4dbcagdahymbxekheh6e0a7fei0b"},
		{"3年b組金八先生", "3b-ww4c5e180e575a65lsy2b"},
		{"安室奈美恵-with-super-monkeys", "-with-super-monkeys-pc58ag80a8qai00g7n9n"},
		{"bücher", "bcher-kva"},
	}
	for _, test := range tests {
		var code [maxLabel]byte
		if n, ok := punyEncode(code[:], []rune(test.text)); !ok || string(code[:n]) != test.code {
			t.Errorf("punyEncode(%q) = %q, %v; want %q", test.text, code[:n], ok, test.code)
		}
		var runes [maxLabel]rune
		if n, ok := punyDecode(runes[:], []byte(test.code)); !ok || string(runes[:n]) != test.text {
			t.Errorf("punyDecode(%q) = %q, %v; want %q", test.code, string(runes[:n]), ok, test.text)
		}
	}
	for _, code := range []string{"99999999", "a-\x80", "!", strings.Repeat("z", 63)} {
		var runes [maxLabel]rune
		if n, ok := punyDecode(runes[:], []byte(code)); ok {
			t.Errorf("punyDecode(%q) = %q, want an error", code, string(runes[:n]))
		}
	}
}

// FuzzFormats compares with the standard library where it has the same format, and formats with each other.
func FuzzFormats(f *testing.F) {
	for _, s := range []string{
		"2024-02-29T23:59:60Z", "::ffff:1.2.3.4", "1.2.3.4", "http://[::1]/é", "xn--bcher-kva", "אבג.1", `[\w-]{2,3}`, "P1Y2M", "{+a}", `"a"@b`,
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		data := []byte(s)
		got := map[string]bool{}
		for name, valid := range formats() {
			got[name] = valid(data)
		}
		addr, err := netip.ParseAddr(s)
		if want := err == nil && addr.Is4(); got["ipv4"] != want {
			t.Errorf("ipv4 %q: %v, want %v", s, got["ipv4"], want)
		}
		if want := err == nil && addr.Is6() && addr.Zone() == ""; got["ipv6"] != want {
			t.Errorf("ipv6 %q: %v, want %v", s, got["ipv6"], want)
		}
		if _, err := time.Parse(time.DateOnly, s); got["date"] != (err == nil) {
			t.Errorf("date %q: %v, want %v", s, got["date"], err == nil)
		}
		if _, err := ParseTime(s); got["date-time"] != (err == nil) {
			t.Errorf("date-time %q: %v, ParseTime: %v", s, got["date-time"], err)
		}
		for narrow, wide := range map[string]string{
			"email": "idn-email", "hostname": "idn-hostname", "uri": "iri", "uri-reference": "iri-reference", "iri": "iri-reference",
		} {
			if got[narrow] && !got[wide] {
				t.Errorf("%q is valid as %s but not as %s", s, narrow, wide)
			}
		}
	})
}
