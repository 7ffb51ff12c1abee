package model

// A Rule is what a violation of it reports.
type Rule struct {
	Keyword string // of JSON Schema
	Pointer string // to the keyword in the schema
	Message string // "must be at least 1"
}

// Kinds is a set of kinds of JSON values.
type Kinds uint8

// The kinds. A whole number is of kind Whole, any other of kind Fraction.
const (
	KindNull Kinds = 1 << iota
	KindBool
	KindWhole
	KindFraction
	KindString
	KindArray
	KindObject
	KindNumber = KindWhole | KindFraction
	KindAny    = KindNull | KindBool | KindNumber | KindString | KindArray | KindObject
)

// A Check tells which values are valid: those of an allowed kind that follow
// the rules for their kind, and all of Also.
type Check struct {
	Where    string // pointer to the schema, for comments
	Kinds    Kinds
	Mismatch Rule // reported for a value whose kind is not in Kinds
	Bool     *Bools
	Number   *Numbers
	String   *Strings
	Array    *Arrays
	Object   *Objects
	Cases    []Case // for kinds without rules of their own
	Also     []Also
}

// A Case hands values of some kinds to another place.
type Case struct {
	Kinds Kinds
	Value *Value
}

// Plain reports whether the check looks at nothing but the value's kind.
func (c *Check) Plain() bool {
	return c.Bool == nil && c.Number == nil && c.String == nil && c.Array == nil && c.Object == nil &&
		len(c.Cases) == 0 && len(c.Also) == 0
}

// Any reports whether every value is valid.
func (c *Check) Any() bool { return c.Kinds == KindAny && c.Plain() }

// Never reports whether no value is valid.
func (c *Check) Never() bool { return c.Kinds == 0 }

// OnlyItems reports whether the check wants an array of items, and nothing else of it.
func (c *Check) OnlyItems(items *Value) bool {
	a := c.Array
	return len(c.Cases) == 0 && len(c.Also) == 0 && a.Items == items && a.Min == nil && a.Max == nil && a.Unique == nil &&
		a.Unevaluated == nil && len(a.Prefix)+len(a.Contains)+len(a.Enums) == 0
}

// OnlyAdditional reports whether the check wants an object with members of any name, all valid by
// one value, and nothing else of it.
func (c *Check) OnlyAdditional(members *Value) bool {
	o := c.Object
	return len(c.Cases) == 0 && len(c.Also) == 0 && o.Min == nil && o.Max == nil && o.Unevaluated == nil &&
		len(o.Members)+len(o.Names)+len(o.Needs)+len(o.Enums) == 0 &&
		len(o.Rest) == 1 && len(o.Rest[0].Patterns) == 0 && o.Rest[0].Additional == members
}

// Bools allows one of the two booleans.
type Bools struct {
	Rule Rule
	Want bool
}

// Numbers holds the rules for numbers.
type Numbers struct {
	Literal  bool // draft 4: and written without fraction and exponent
	Listed   bool // an enumeration allows whole numbers only, which says all there is to say of a fraction
	Bounds   []Bound
	Divisors []Divisor
	Enums    []Enumeration // the values are JSON numbers
}

// A Bound is a limit of a number.
type Bound struct {
	Rule  Rule
	Op    string // the relation that breaks the rule: "<", "<=", ">" or ">="
	Limit string // a JSON number
}

// A Divisor is a number that a number must be a multiple of.
type Divisor struct {
	Rule Rule
	By   string // a JSON number
}

// An Enumeration allows the listed values.
type Enumeration struct {
	Rule   Rule
	Values []string
}

// A Limit bounds a length or size.
type Limit struct {
	Rule Rule
	N    int
}

// Strings holds the rules for strings. Lengths are in characters.
type Strings struct {
	Min, Max *Limit
	Patterns []PatternRule
	Formats  []FormatRule
	Enums    []Enumeration // the values are contents
}

// Empty reports whether there are no rules.
func (s *Strings) Empty() bool {
	return s.Min == nil && s.Max == nil && len(s.Patterns)+len(s.Formats)+len(s.Enums) == 0
}

// A PatternRule wants a pattern to match.
type PatternRule struct {
	Rule    Rule
	Pattern *Pattern
}

// A Pattern is a regular expression: Sequence if it is not nil, or else
// expressions in Go's syntax: Source and each of And match, none of Not does.
type Pattern struct {
	Name     string
	Ecma     string // as the schema has it
	Sequence *Sequence
	Source   string
	And, Not []string
}

// A Sequence is a pattern that one pass over the text decides. It begins at the
// start of the text, and each step takes as much as it can. Without Start it is a
// single step, to be found at the end or anywhere.
type Sequence struct {
	Steps      []Step
	Start, End bool // whether it has to begin and end where the text does
}

// A Step takes a text or characters of a class.
type Step struct {
	Text     string // what it takes; empty for a class
	Class    string // pairs of the first and last character of a range, in order
	Min, Max int    // how many characters of the class; Max is -1 if there is no upper bound
}

// A FormatRule wants a string to have a format.
type FormatRule struct {
	Rule Rule
	Func string // a function of the runtime, such as FormatDateTime
}

// Arrays holds the rules for arrays.
type Arrays struct {
	Prefix   []*Value
	Items    *Value // of the items past Prefix; nil if they may be anything
	Min, Max *Limit
	Unique   *Rule
	Contains []Contains
	Enums    []Enumeration // the values are JSON
	// Unevaluated is for the items or members that no other rule looks at, be it
	// in Also; nil if they may be anything, or if the other rules say it all.
	Unevaluated *Value
}

// Contains counts the items that a check accepts.
type Contains struct {
	Check    *Value
	Min, Max *Limit // Min is nil if none is needed
	Marks    bool   // the items that match count as evaluated
}

// Objects holds the rules for objects.
type Objects struct {
	Members  []Member
	Required Rule // reported for a member that is missing; its message is made at run time
	Rest     []Rest
	// MarksRest says that the members without a Member count as evaluated.
	MarksRest bool
	Names     []*Value // for each member's name
	Min, Max  *Limit
	Needs     []Need
	Enums     []Enumeration // the values are JSON
	// Unevaluated is for the items or members that no other rule looks at, be it
	// in Also; nil if they may be anything, or if the other rules say it all.
	Unevaluated *Value
}

// A Member is a member that the schema knows by name.
type Member struct {
	Name     string
	Value    *Value
	Required bool
	// Unknown says that only the name is known, since the member is required.
	Unknown bool
}

// Rest is for members without a Member: the values of those whose name matches a
// pattern follow its Value, those that match none follow Additional.
type Rest struct {
	Patterns   []PatternValue
	Additional *Value // nil if they may be anything
}

// A PatternValue is a Value for the members whose names match.
type PatternValue struct {
	Pattern *Pattern
	Value   *Value
}

// A Need wants members when another is there. Both are indices in Members.
type Need struct {
	Rule    Rule
	If      int
	Members []int
}

// Also is a condition on the whole value beside the rules for its kind. The
// implementations are All, AnyOf, OneOf, Not, If and Dependent.
type Also interface{ isAlso() }

// All wants the value to be valid by another check too.
type All struct{ Value *Value }

// AnyOf wants a branch to accept the value.
type AnyOf struct {
	Rule     Rule
	Branches []*Value
}

// OneOf wants exactly one branch to accept the value.
type OneOf struct {
	Rule     Rule
	Branches []*Value
	// Tag is a member whose constants tell the branches apart, so that the first
	// that fits is the only one; empty if there is none.
	Tag  string
	Tags [][]string
}

// Not wants a check to refuse the value.
type Not struct {
	Rule  Rule
	Value *Value
}

// If chooses a check by another. Then and Else may be nil.
type If struct{ If, Then, Else *Value }

// Dependent wants a check to accept objects with a member.
type Dependent struct {
	Member string
	Value  *Value
}

func (*All) isAlso()       {}
func (*AnyOf) isAlso()     {}
func (*OneOf) isAlso()     {}
func (*Not) isAlso()       {}
func (*If) isAlso()        {}
func (*Dependent) isAlso() {}
