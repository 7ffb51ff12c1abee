package wire

import (
	"encoding/json"
	"testing"
	"time"
)

func TestParseTime(t *testing.T) {
	valid := map[string]string{ // text to instant
		"2024-02-29T12:30:45Z":               "2024-02-29T12:30:45Z",
		"2024-02-29t12:30:45z":               "2024-02-29T12:30:45Z",
		"2024-02-29T12:30:45.5+02:00":        "2024-02-29T10:30:45.5Z",
		"2024-02-29T12:30:45.1234567899999Z": "2024-02-29T12:30:45.123456789Z",
		"1998-12-31T23:59:60Z":               "1999-01-01T00:00:00Z",
		"1998-12-31T15:59:60.25-08:00":       "1999-01-01T00:00:00.25Z",
		"0000-01-01T00:00:00-00:00":          "0000-01-01T00:00:00Z",
		"9999-12-31T23:59:59+23:59":          "9999-12-31T00:00:59Z",
	}
	for text, instant := range valid {
		got, err := ParseTime(text)
		want, _ := time.Parse(time.RFC3339Nano, instant)
		if !FormatDateTime([]byte(text)) {
			t.Errorf("%s is no date-time by its format", text)
		}
		if err != nil || !got.Time.Equal(want) || got.String() != text {
			t.Errorf("%s is read as %v, written %s, %v", text, got.Time, got, err)
		}
	}
	for _, text := range []string{
		"", "2024-02-29", "2023-02-29T00:00:00Z", "2024-13-01T00:00:00Z", "2024-00-01T00:00:00Z", "2024-01-00T00:00:00Z", "2024-04-31T00:00:00Z",
		"2024-01-01T24:00:00Z", "2024-01-01T00:60:00Z", "2024-01-01T00:00:61Z", "2024-01-01T12:30:60Z", "2024-01-01T23:59:60+01:00",
		"2024-01-01 00:00:00Z", "2024-01-01T00:00:00", "2024-01-01T00:00:00.Z", "2024-01-01T00:00:00,5Z", "2024-01-01T00:00:00+24:00",
		"2024-01-01T00:00:00+00:60", "2024-01-01T00:00:00+0000", "2024-01-01T00:00:00Z ", "-024-01-01T00:00:00Z", "2024-1-001T00:00:00Z",
		"20240-1-01T00:00:00Z", "2024-01-01T0a:00:00Z", "2024-01-01T00:00:00+-1:00", "２024-01-01T00:00:00Z",
	} {
		if FormatDateTime([]byte(text)) {
			t.Errorf("%q is a date-time by its format", text)
		}
		if got, err := ParseTime(text); err == nil {
			t.Errorf("%q is read as %v", text, got)
		}
	}
}

func TestTimeIsWrittenAsRead(t *testing.T) {
	const text = `"2024-02-29T12:30:45.500+02:00"`
	var v struct{ At Time }
	if err := json.Unmarshal([]byte(`{"At":`+text+`}`), &v); err != nil {
		t.Fatal(err)
	}
	write := func(want string) {
		t.Helper()
		b, err := json.Marshal(v)
		if err != nil || string(b) != `{"At":"`+want+`"}` {
			t.Errorf("got %s, %v, want %s", b, err, want)
		}
	}
	write("2024-02-29T12:30:45.500+02:00")
	v.At.Time = v.At.UTC()
	write("2024-02-29T12:30:45.500+02:00")
	v.At.Time = v.At.Add(time.Nanosecond)
	write("2024-02-29T10:30:45.500000001Z")
	if !v.At.Equal(NewTime(v.At.Time)) || v.At.Equal(MustTime("2024-02-29T12:30:45.500+02:00")) {
		t.Error("Equal does not compare instants")
	}
	if err := json.Unmarshal([]byte(`{"At":1}`), &v); err == nil {
		t.Error("a number is read as a time")
	}
}

func TestBase64(t *testing.T) {
	for text, want := range map[string]string{"": "", "AAE=": "\x00\x01", "AAE": "\x00\x01", "+/+/": "\xfb\xff\xbf"} {
		got, err := Base64(text).Bytes()
		if err != nil || string(got) != want {
			t.Errorf("%s decodes to %q, %v", text, got, err)
		}
	}
	for _, text := range []string{"A", "A===", "-_-_", "AA=A"} {
		if got, err := Base64(text).Bytes(); err == nil {
			t.Errorf("%s decodes to %q", text, got)
		}
	}
	if got := NewBase64([]byte{0, 1}); got != "AAE=" {
		t.Errorf("got %s", got)
	}
}

func TestPattern(t *testing.T) {
	p := &Pattern{Source: "^a", And: []string{"b"}, Not: []string{"c", "d$"}}
	for text, want := range map[string]bool{`"ab"`: true, `"\u0061b"`: true, `"b"`: false, `"a"`: false, `"abc"`: false, `"abd"`: false, `"abde"`: true} {
		c := NewCursor([]byte(text))
		if !c.String() || p.Match(&c) != want {
			t.Errorf("%s: want %v", text, want)
		}
	}
	all := &Pattern{}
	c := NewCursor([]byte(`""`))
	if !c.String() || !all.Match(&c) {
		t.Error("an empty pattern refuses something")
	}
}

func TestLength(t *testing.T) {
	for text, want := range map[string]int{`""`: 0, `"abc"`: 3, `"é€🐲"`: 3, `"\n\u0041"`: 2, `"\ud83d\udc32x"`: 2, `"é\u00e9🐲\\"`: 4} {
		c := NewCursor([]byte(text))
		if !c.String() || c.Length() != want || len([]rune(c.Text())) != want {
			t.Errorf("%s: length %d, want %d", text, c.Length(), want)
		}
	}
}
