package lower

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxIdent bounds the length of an identifier that is made from a schema, in
// bytes.
const maxIdent = 80

// initialisms are words that Go writes in capitals.
var initialisms = map[string]bool{
	"acl": true, "acm": true, "ami": true, "api": true, "arn": true, "ascii": true, "aws": true, "az": true, "cidr": true,
	"cpu": true, "cname": true, "crc32": true, "css": true, "db": true, "dkim": true, "dmarc": true, "dns": true, "ebs": true, "ec2": true,
	"ecr": true, "ecs": true, "efs": true, "eks": true, "emr": true, "eof": true, "etag": false, "gui": true, "guid": true,
	"html": true, "http": true, "https": true, "iam": true, "id": true, "iot": false, "ip": true, "ipv4": false, "ipv6": false,
	"json": true, "jwt": true, "kms": true, "md5": true, "mfa": true, "mime": true, "ml": true, "mq": true, "msk": true, "oidc": true, "ok": true, "os": true,
	"qps": true, "ram": true, "rds": true, "rpc": true, "s3": true, "saml": true, "sdk": true, "ses": true, "sha": true, "sha1": true, "sha256": true, "sku": true,
	"sla": true, "smtp": true, "sns": true, "spf": true, "sql": true, "sqs": true, "ssh": true, "ssl": true, "ssm": true, "sso": true, "sts": true, "tcp": true,
	"tls": true, "ttl": true, "udp": true, "ui": true, "uid": true, "uuid": true, "uri": true, "url": true, "utc": true,
	"utf8": true, "vm": true, "vpc": true, "vpce": true, "waf": true, "xml": true, "xsrf": true, "xss": true, "yaml": true,
}

// plurals are initialisms in the plural, as Go spells them.
var plurals = map[string]string{
	"acls": "ACLs", "apis": "APIs", "arns": "ARNs", "ids": "IDs", "ips": "IPs", "uris": "URIs", "urls": "URLs", "uuids": "UUIDs",
}

// symbols names characters that alone make the difference between names.
var symbols = map[rune]string{
	'+': "Plus", '-': "Minus", '*': "Star", '/': "Slash", '\\': "Backslash", '%': "Percent", '&': "And", '|': "Or",
	'<': "Less", '>': "Greater", '=': "Equal", '!': "Not", '?': "Question", '#': "Hash", '$': "Dollar", '@': "At",
	'^': "Caret", '~': "Tilde", ':': "Colon", ';': "Semicolon", ',': "Comma", '.': "Dot", '_': "Underscore", ' ': "Space",
}

// ident makes an exported Go identifier from any text. It is the one place
// where text of a schema becomes an identifier: only letters and digits pass.
func ident(text string) string {
	var b strings.Builder
	for _, w := range words(text) {
		b.WriteString(capital(w))
		if b.Len() > maxIdent {
			break
		}
	}
	name := b.String()
	if name == "" || strings.ContainsAny(text[:1], "+-") && len(name) > 0 && isDigit(rune(name[0])) {
		name = symbolic(text) + name
	}
	if name == "" {
		return "Empty"
	}
	if r, _ := utf8.DecodeRuneInString(name); !unicode.IsUpper(r) {
		name = "X" + name
	}
	if len(name) > maxIdent {
		name = shorten(name, maxIdent)
	}
	return name
}

// symbolic names a text that has no letters or digits, or its first sign.
func symbolic(text string) string {
	var b strings.Builder
	for i, r := range text {
		if i > 16 || unicode.IsLetter(r) || unicode.IsDigit(r) {
			break
		}
		b.WriteString(symbols[r])
	}
	return b.String()
}

// words splits a text at everything but letters and digits, and where the case
// changes: "eventSourceARN" → event, Source, ARN.
func words(text string) []string {
	var all []string
	for _, part := range strings.FieldsFunc(text, func(r rune) bool { return !identRune(r) }) {
		runes := []rune(part)
		start := 0
		for i := 1; i < len(runes); i++ {
			if boundary(runes, i) {
				all = append(all, string(runes[start:i]))
				start = i
			}
		}
		all = append(all, string(runes[start:]))
	}
	return all
}

// identRune reports whether r may stand in an identifier and reads the same for
// everybody: letters and digits, but no marks that need a font to be seen.
func identRune(r rune) bool {
	return r < utf8.RuneSelf && (r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z') ||
		r >= utf8.RuneSelf && unicode.IsLetter(r) && r != utf8.RuneError
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' }

// boundary reports whether a word begins at runes[i].
func boundary(runes []rune, i int) bool {
	if !unicode.IsUpper(runes[i]) {
		return false
	}
	next := i+1 < len(runes) && unicode.IsLower(runes[i+1])
	plural := i+2 == len(runes) && next && runes[i+1] == 's' && unicode.IsUpper(runes[i-1])
	return !unicode.IsUpper(runes[i-1]) || next && !plural
}

// capital writes a word as a part of a Go name.
func capital(word string) string {
	lower := strings.ToLower(word)
	if initialisms[lower] {
		return strings.ToUpper(word)
	}
	if p, ok := plurals[lower]; ok {
		return p
	}
	r, size := utf8.DecodeRuneInString(word)
	return string(unicode.ToUpper(r)) + word[size:]
}

// A namespace hands out names, each once.
type namespace map[string]bool

// take returns name, or name with the first free number behind it.
func (n namespace) take(name string) string {
	unique := name
	for i := 2; n[unique]; i++ {
		unique = name + itoa(i)
	}
	n[unique] = true
	return unique
}
