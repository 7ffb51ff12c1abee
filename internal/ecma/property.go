package ecma

import (
	"slices"
	"strings"
	"unicode"
)

// property reads the braces of \p{…} or \P{…}.
func (p *parser) property(start int, negated bool) (classItem, error) {
	body, _, found := strings.Cut(p.src[p.pos:], "}")
	if !found || !strings.HasPrefix(body, "{") {
		return classItem{}, errorAt(start, `\%c needs the name of a property in braces after it`, p.src[start+1])
	}
	p.pos += len(body) + 1
	name := body[1:]
	item, message := p.lookUp(name)
	if message != "" {
		return classItem{}, errorAt(start, message, name)
	}
	if err := p.charge(start, item.set); err != nil {
		return classItem{}, err
	}
	if negated {
		item.set = item.set.complement()
		item.spelled = strings.Replace(item.spelled, `\p`, `\P`, 1)
	}
	return item, nil
}

const (
	unknownProperty = "%q is not a property of ECMA-262, or not one that Go has tables of"
	noExtensions    = "%q: Go has no tables of script extensions; use Script"
)

// lookUp finds a property by what stands in its braces. The message is a
// format for the name if there is no such property.
func (p *parser) lookUp(name string) (item classItem, message string) {
	key, value, isPair := strings.Cut(name, "=")
	switch {
	case !isPair:
		item = p.lone(name)
	case key == "General_Category" || key == "gc":
		item = p.category(value)
	case key == "Script" || key == "sc":
		item = p.script(value)
	case key == "Script_Extensions" || key == "scx":
		return item, noExtensions
	}
	if item.set == nil {
		return item, unknownProperty
	}
	return item, ""
}

// lone finds a general category or a binary property.
func (p *parser) lone(name string) classItem {
	if item := p.category(name); item.set != nil {
		return item
	}
	return classItem{set: p.cached(name, func() set { return binaryProperty(name) })}
}

// category finds a general category by its short or long name.
func (p *parser) category(name string) classItem {
	if short, ok := unicode.CategoryAliases[name]; ok {
		name = short
	}
	return p.table(name, unicode.Categories[name])
}

// script finds a script by its long name or its code.
func (p *parser) script(name string) classItem {
	if long := scriptName(name); long != "" {
		name = long
	}
	return p.table(name, unicode.Scripts[name])
}

// table returns the item of a table that RE2 knows by name.
func (p *parser) table(name string, table *unicode.RangeTable) classItem {
	if table == nil {
		return classItem{}
	}
	s := p.cached("table "+name, func() set { return tableSet(table) })
	return classItem{set: s, spelled: `\p{` + name + `}`}
}

// cached returns a copy of the set by that name; canonical may overwrite it.
func (p *parser) cached(name string, build func() set) set {
	s, ok := p.props[name]
	if !ok {
		s = build()
		p.props[name] = s
	}
	return slices.Clone(s)
}

// binaryProperty returns the runes of a binary property, nil if it is not one
// of ECMA-262 or beyond Go's tables (such as the emoji properties).
func binaryProperty(name string) set {
	if long, ok := binaryAliases[name]; ok {
		name = long
	}
	switch name {
	case "Any":
		return set{0, unicode.MaxRune}
	case "ASCII":
		return set{0, 0x7F}
	case "Assigned":
		return tableSet(unicode.Categories["Cn"]).complement()
	}
	if slices.Contains(tabledProperties, name) {
		return tableSet(unicode.Properties[name])
	}
	if f, ok := derivedProperties[name]; ok {
		return f.set()
	}
	return nil
}

// A formula makes a derived property of tables, as DerivedCoreProperties.txt
// of the Unicode Character Database describes it.
type formula struct{ plus, minus []string }

func (f formula) set() set {
	drop := union(f.minus)
	return append(union(f.plus).complement(), drop...).canonical().complement()
}

func union(names []string) set {
	var out set
	for _, name := range names {
		table := unicode.Categories[name]
		if table == nil {
			table = unicode.Properties[name]
		}
		out = append(out, tableSet(table)...)
	}
	return out.canonical()
}

var derivedProperties = map[string]formula{
	"Alphabetic": {plus: []string{"L", "Nl", "Other_Alphabetic", "Other_Lowercase", "Other_Uppercase"}},
	"Cased":      {plus: []string{"Lu", "Ll", "Lt", "Other_Lowercase", "Other_Uppercase"}},
	"Lowercase":  {plus: []string{"Ll", "Other_Lowercase"}},
	"Uppercase":  {plus: []string{"Lu", "Other_Uppercase"}},
	"Math":       {plus: []string{"Sm", "Other_Math"}},
	"ID_Start": {
		plus:  []string{"L", "Nl", "Other_ID_Start"},
		minus: []string{"Pattern_Syntax", "Pattern_White_Space"},
	},
	"ID_Continue": {
		plus:  []string{"L", "Nl", "Other_ID_Start", "Mn", "Mc", "Nd", "Pc", "Other_ID_Continue"},
		minus: []string{"Pattern_Syntax", "Pattern_White_Space"},
	},
}

// tabledProperties are the binary properties of ECMA-262 that unicode has
// tables of; it has others, which ECMA-262 does not name.
var tabledProperties = []string{
	"ASCII_Hex_Digit", "Bidi_Control", "Dash", "Deprecated", "Diacritic", "Extender", "Hex_Digit",
	"IDS_Binary_Operator", "IDS_Trinary_Operator", "Ideographic", "Join_Control", "Logical_Order_Exception",
	"Noncharacter_Code_Point", "Pattern_Syntax", "Pattern_White_Space", "Quotation_Mark", "Radical",
	"Regional_Indicator", "Sentence_Terminal", "Soft_Dotted", "Terminal_Punctuation", "Unified_Ideograph",
	"Variation_Selector", "White_Space",
}

var binaryAliases = map[string]string{
	"AHex": "ASCII_Hex_Digit", "Alpha": "Alphabetic", "Bidi_C": "Bidi_Control", "Dep": "Deprecated",
	"Dia": "Diacritic", "Ext": "Extender", "Hex": "Hex_Digit", "IDC": "ID_Continue", "IDS": "ID_Start",
	"IDSB": "IDS_Binary_Operator", "IDST": "IDS_Trinary_Operator", "Ideo": "Ideographic",
	"Join_C": "Join_Control", "LOE": "Logical_Order_Exception", "Lower": "Lowercase",
	"NChar": "Noncharacter_Code_Point", "Pat_Syn": "Pattern_Syntax", "Pat_WS": "Pattern_White_Space",
	"QMark": "Quotation_Mark", "RI": "Regional_Indicator", "STerm": "Sentence_Terminal", "SD": "Soft_Dotted",
	"Term": "Terminal_Punctuation", "UIdeo": "Unified_Ideograph", "Upper": "Uppercase",
	"VS": "Variation_Selector", "space": "White_Space",
}
