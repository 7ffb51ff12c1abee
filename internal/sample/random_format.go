package sample

import (
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"time"
)

// formatMakers make a string of each format, by its function in the runtime.
var formatMakers = map[string]func(*dice) string{
	"ContentBase64":             func(d *dice) string { return base64.StdEncoding.EncodeToString([]byte(d.words(2))) },
	"ContentBase64JSON":         func(d *dice) string { return base64.StdEncoding.EncodeToString([]byte(d.anything().JSON())) },
	"ContentJSON":               func(d *dice) string { return d.anything().JSON() },
	"FormatDateTime":            func(d *dice) string { return d.moment().Format("2006-01-02T15:04:05.000Z07:00") },
	"FormatDate":                func(d *dice) string { return d.moment().Format(time.DateOnly) },
	"FormatTime":                func(d *dice) string { return d.moment().Format("15:04:05Z07:00") },
	"FormatDuration":            func(d *dice) string { return fmt.Sprintf("P%dDT%dH%dM", d.IntN(30), d.IntN(24), d.IntN(60)) },
	"FormatEmail":               func(d *dice) string { return d.words(1) + "@" + d.host() },
	"FormatIDNEmail":            func(d *dice) string { return d.words(1) + "@" + d.host() },
	"FormatHostname":            (*dice).host,
	"FormatIDNHostname":         (*dice).host,
	"FormatIPv4":                func(d *dice) string { return fmt.Sprintf("203.0.113.%d", d.IntN(256)) },
	"FormatIPv6":                func(d *dice) string { return fmt.Sprintf("2001:db8::%x:%x", d.IntN(1<<16), 1+d.IntN(1<<16-1)) },
	"FormatURI":                 (*dice).url,
	"FormatURIReference":        (*dice).url,
	"FormatIRI":                 (*dice).url,
	"FormatIRIReference":        (*dice).url,
	"FormatUUID":                (*dice).uuid,
	"FormatURITemplate":         func(d *dice) string { return d.url() + "/{" + d.words(1) + "}" },
	"FormatJSONPointer":         func(d *dice) string { return "/" + d.words(1) + "/" + d.digits(10) },
	"FormatRelativeJSONPointer": func(d *dice) string { return d.digits(10) + "/" + d.words(1) },
	"FormatRegex":               func(d *dice) string { return "^" + d.words(1) + "[0-9]+$" },
}

// moment returns a time of 2020 to 2029.
func (d *dice) moment() time.Time {
	const decade = 10 * 365 * 24 * time.Hour
	return time.Date(2020, 1, 1, 0, 0, 0, 0, time.UTC).Add(time.Duration(d.Int64N(int64(decade))))
}

func (d *dice) host() string { return d.words(1) + ".example.com" }

func (d *dice) url() string { return "https://" + d.host() + "/" + d.words(1) }

// uuid returns a UUID of version 4.
func (d *dice) uuid() string {
	b := make([]byte, 16)
	for i := range b {
		b[i] = byte(d.IntN(256))
	}
	b[6], b[8] = b[6]&0x0f|0x40, b[8]&0x3f|0x80
	h := hex.EncodeToString(b)
	return h[:8] + "-" + h[8:12] + "-" + h[12:16] + "-" + h[16:20] + "-" + h[20:]
}
