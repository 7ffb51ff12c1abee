package document

import "bytes"

// A cutter cuts the text of an input into documents.
type cutter interface {
	// cut cuts the documents off that text, the front of what is left of the input, holds whole.
	// Nothing follows text if last is set. A cutter is asked again with more text if it used none.
	cut(text []byte, last bool) cut
}

// A cut is what a cutter has cut off.
type cut struct {
	spans []span
	list  bool // the spans are items of an array
	first int  // the index of the first of them in it
	used  int  // how much of the text is done with

	next  cutter // goes on in place of this one, with the same text; nil if this one does
	fault string // what is wrong at offset used, where cutting ends; empty if nothing is
}

// The messages are those of validators for the same.
const (
	faultEnd      = "unexpected end of input"
	faultValue    = "unexpected character: a value must stand here"
	faultItem     = "unexpected character: ',' or ']' must follow an item"
	faultTrailing = "trailing data after the document's value"
)

// whole takes the input as one document.
type whole struct{}

func (whole) cut(text []byte, last bool) cut {
	if !last {
		return cut{}
	}
	return cut{spans: []span{{0, len(text)}}, used: len(text)}
}

// lines takes each line that is not blank as a document.
type lines struct{ spans []span }

func (l *lines) cut(text []byte, last bool) cut {
	used := len(text)
	if !last {
		used = bytes.LastIndexByte(text, '\n') + 1
	}
	l.spans = l.spans[:0]
	for from := 0; from < used; {
		to := used
		if n := bytes.IndexByte(text[from:used], '\n'); n >= 0 {
			to = from + n
		}
		if at := space(text[:to], from); at < to {
			l.spans = append(l.spans, span{at, to})
		}
		from = to + 1
	}
	return cut{spans: l.spans, used: used}
}

// values takes the values that follow each other, on one line or several, as documents.
type values struct{ spans []span }

func (v *values) cut(text []byte, last bool) cut {
	v.spans = v.spans[:0]
	for used := 0; ; {
		at := space(text, used)
		switch {
		case at == len(text):
			return cut{spans: v.spans, used: at}
		case !begins(text[at]):
			return cut{spans: v.spans, used: at, fault: faultValue}
		}
		to, ok := end(text, at)
		if !ok && !last {
			return cut{spans: v.spans, used: used}
		}
		v.spans = append(v.spans, span{at, to})
		used = to
	}
}

// json takes the input as one document or, if it is an array, the items as documents.
type json struct {
	// isWhole reports whether an array is a document of its own; first is its first item, nil if
	// there is none.
	isWhole func(first []byte) bool
}

func (j json) cut(text []byte, last bool) cut {
	at := space(text, 0)
	switch {
	case at == len(text) && !last:
		return cut{}
	case at == len(text) || text[at] != '[':
		return cut{next: whole{}}
	}
	from := space(text, at+1)
	to, ok := from, true
	if from < len(text) && text[from] != ']' {
		to, ok = end(text, from)
	}
	switch {
	case (!ok || from == len(text)) && !last:
		return cut{}
	case j.isWhole(text[from:to:to]):
		return cut{next: whole{}}
	}
	return cut{next: &list{}}
}

// list takes the items of an array as documents.
type list struct {
	spans []span
	state listState
	count int // items so far
}

// A listState says what may come next.
type listState int

const (
	listStart listState = iota // the bracket
	listFirst                  // an item or the end
	listItem                   // an item
	listComma                  // a comma or the end
	listEnd                    // nothing
)

func (l *list) cut(text []byte, last bool) cut {
	c := cut{list: true, first: l.count}
	l.spans = l.spans[:0]
	for {
		at := space(text, c.used)
		if at == len(text) {
			c.used = at
			if last && l.state != listEnd {
				c.fault = faultEnd
			}
			break
		}
		to, fault := l.step(text, at, last)
		if c.fault = fault; fault != "" {
			c.used = at
		}
		if to == at {
			break
		}
		c.used = to
	}
	c.spans, l.count = l.spans, l.count+len(l.spans)
	return c
}

// step reads what stands at an offset and returns the offset behind it, or says what is wrong. It
// stays where it is if it needs to see more of the text.
func (l *list) step(text []byte, at int, last bool) (to int, fault string) {
	b := text[at]
	switch l.state {
	case listStart:
		l.state = listFirst
		return at + 1, ""
	case listFirst, listItem:
		if b == ']' && l.state == listFirst {
			l.state = listEnd
			return at + 1, ""
		}
		return l.item(text, at, last)
	case listComma:
		switch b {
		case ',':
			l.state = listItem
			return at + 1, ""
		case ']':
			l.state = listEnd
			return at + 1, ""
		}
		return at, faultItem
	}
	return at, faultTrailing
}

func (l *list) item(text []byte, at int, last bool) (to int, fault string) {
	if !begins(text[at]) {
		return at, faultValue
	}
	to, ok := end(text, at)
	if !ok && !last {
		return at, ""
	}
	if l.state = listComma; !ok {
		l.state = listEnd // the item is not at its end, which is what will be reported
	}
	l.spans = append(l.spans, span{at, to})
	return to, ""
}

// auto finds out how documents stand in an input whose name does not say it. One on the first
// line, with something below it, is the first of lines.
type auto struct{ json }

func (a auto) cut(text []byte, last bool) cut {
	at := space(text, 0)
	if at < len(text) && text[at] == '[' {
		return cut{next: a.json}
	}
	to, ok := end(text, at)
	if !ok && !last {
		return cut{}
	}
	line := bytes.IndexByte(text[to:], '\n')
	switch {
	case !ok || last && space(text, to) == len(text):
		return cut{next: whole{}}
	case line < 0 && !last && space(text, to) == len(text):
		return cut{}
	case line < 0, bytes.IndexByte(text[at:to], '\n') >= 0, space(text, to) < to+line:
		return cut{next: &values{}}
	}
	return cut{next: &lines{}}
}
