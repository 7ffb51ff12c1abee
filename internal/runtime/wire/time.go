package wire

import (
	"errors"
	"time"
)

// Time is a date-time (RFC 3339). It remembers how it was written, and writes it so as long as the instant is the
// same: digits of the second, the case of the letters and the offset survive. After t.Time was changed to another
// instant it is written anew.
type Time struct {
	time.Time
	text string
}

// NewTime returns t as a Time.
func NewTime(t time.Time) Time { return Time{Time: t} }

// MustTime is ParseTime for text known to be right; it panics otherwise.
func MustTime(text string) Time {
	t, err := ParseTime(text)
	if err != nil {
		panic(err)
	}
	return t
}

var errTime = errors.New("want a string like 2006-01-02T15:04:05Z (RFC 3339)")

// ParseTime reads a date-time. A leap second, 23:59:60 UTC, is the instant one second after 23:59:59; of a fraction of
// a second the instant has nine digits.
func ParseTime(text string) (Time, error) {
	t, ok := parseInstant(text)
	if !ok {
		return Time{}, errors.New(quoted(text) + " is no date-time: " + errTime.Error())
	}
	return Time{t, text}, nil
}

// Equal reports whether both are the same instant, however written.
func (t Time) Equal(u Time) bool { return t.Time.Equal(u.Time) }

// String returns t as it is written in a document.
func (t Time) String() string {
	b, err := t.append(nil)
	if err != nil {
		return t.Time.String()
	}
	return string(b)
}

// MarshalText returns t as it is written in a document.
func (t Time) MarshalText() ([]byte, error) { return t.append(nil) }

// UnmarshalText is ParseTime.
func (t *Time) UnmarshalText(text []byte) (err error) {
	*t, err = ParseTime(string(text))
	return err
}

// MarshalJSON returns t as a JSON string.
func (t Time) MarshalJSON() ([]byte, error) {
	e := NewEncoder(nil)
	e.Time(t)
	return e.Result()
}

// UnmarshalJSON reads a JSON string.
func (t *Time) UnmarshalJSON(data []byte) error {
	c := NewCursor(data)
	if !c.String() || !c.End() {
		return errTime
	}
	return t.UnmarshalText(c.Bytes())
}

// append appends t without quotes; the text has no character that JSON would escape.
func (t Time) append(dst []byte) ([]byte, error) {
	if t.text != "" {
		if was, ok := parseInstant(t.text); ok && was.Equal(t.Time) {
			return append(dst, t.text...), nil
		}
	}
	return t.Time.AppendText(dst)
}

// parseInstant reads date-time = YYYY-MM-DD "T" HH:MM:SS [ "." digits ] ( "Z" / ±HH:MM ), the letters in either case.
func parseInstant(s string) (time.Time, bool) {
	if len(s) < len("2006-01-02T15:04:05Z") || s[4] != '-' || s[7] != '-' || s[10]|0x20 != 't' || s[13] != ':' || s[16] != ':' {
		return time.Time{}, false
	}
	year, month, day := twoDigits(s)*100+twoDigits(s[2:]), twoDigits(s[5:]), twoDigits(s[8:])
	hour, minute, second := twoDigits(s[11:]), twoDigits(s[14:]), twoDigits(s[17:])
	nanos, rest, ok := fraction(s[19:])
	if !ok || year < 0 || min(month, day) < 1 || min(hour, minute, second) < 0 || hour > 23 || minute > 59 || second > 60 {
		return time.Time{}, false
	}
	zone, ok := offset(rest)
	if !ok || month > 12 || day > daysIn(year, month) {
		return time.Time{}, false
	}
	t := time.Date(year, time.Month(month), day, hour, minute, min(second, 59), nanos, zone)
	if second < 60 {
		return t, true
	}
	utc := t.UTC()
	return t.Add(time.Second), utc.Hour() == 23 && utc.Minute() == 59
}

// twoDigits returns the number that two digits at the start of s stand for, or a negative one too small for any sum to
// mend.
func twoDigits(s string) int {
	if !isDigit(s[0]) || !isDigit(s[1]) {
		return -1 << 20
	}
	return int(s[0]-'0')*10 + int(s[1]-'0')
}

// fraction reads an optional fraction of a second.
func fraction(s string) (nanos int, rest string, ok bool) {
	if s == "" || s[0] != '.' {
		return 0, s, true
	}
	i, unit := 1, int(100*time.Millisecond)
	for i < len(s) && isDigit(s[i]) {
		nanos += int(s[i]-'0') * unit
		unit /= 10
		i++
	}
	return nanos, s[i:], i > 1
}

// offset reads the offset from UTC.
func offset(s string) (*time.Location, bool) {
	if len(s) == 1 && s[0]|0x20 == 'z' {
		return time.UTC, true
	}
	if len(s) != len("+00:00") || s[0] != '+' && s[0] != '-' || s[3] != ':' {
		return nil, false
	}
	hours, minutes := twoDigits(s[1:]), twoDigits(s[4:])
	if min(hours, minutes) < 0 || hours > 23 || minutes > 59 {
		return nil, false
	}
	seconds := (hours*60 + minutes) * 60
	if s[0] == '-' {
		seconds = -seconds
	}
	return time.FixedZone("", seconds), true
}

func daysIn(year, month int) int {
	return time.Date(year, time.Month(month)+1, 0, 0, 0, 0, 0, time.UTC).Day()
}
