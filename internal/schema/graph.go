package schema

// A Graph is a set of schemas, each reachable from one of its roots.
type Graph struct {
	Roots   []*Schema // one for each requested document, in the order of the request
	Schemas []*Schema // every schema, Schemas[i].ID == i
}

// A Draft is a version of the JSON Schema specification.
type Draft int

// The drafts that eventgen reads.
const (
	Draft4 Draft = iota + 1
	Draft6
	Draft7
	Draft2019
	Draft2020
)

// DraftOf returns the draft of a name: "4", "6", "7", "2019-09" or "2020-12".
func DraftOf(name string) (d Draft, ok bool) {
	switch name {
	case "4":
		d = Draft4
	case "6":
		d = Draft6
	case "7":
		d = Draft7
	case "2019-09":
		d = Draft2019
	case "2020-12":
		d = Draft2020
	}
	return d, d != 0
}

// A Schema is one schema of a document: an object of keywords, or a boolean.
//
// A nil pointer, a nil slice and an empty string mean that the keyword is
// absent. A list that is present but empty is not nil.
type Schema struct {
	ID       int      // its index in Graph.Schemas
	Location Location // of the schema's own value
	Draft    Draft
	Source   *Value // the schema as it was written; Member finds the value and position of a keyword
	Boolean  *bool  // set for the schemas true and false, which have no keywords
	// Resource is the root of the resource that holds this schema if that has
	// DynamicAnchors, else nil. To come here is to enter that dynamic scope,
	// even past the root.
	Resource *Schema

	Annotations
	AnyKind
	Numbers
	Strings
	Arrays
	Objects
	Applicators
}

// Annotations say something about a schema and assert nothing.
type Annotations struct {
	Title       string
	Description string
	Comment     string
	Default     *Value
	Examples    []*Value
	Deprecated  bool
	GoName      string        // x-go-name
	GoType      string        // x-go-type
	Identify    []Alternative // x-identify, at the root of a document
	Payload     bool          // x-payload: the value is a document of whoever sent it
	Forwarded   *Forwarding   // x-forwarded: the value is what other services get in place of the whole
	MD5Of       string        // x-md5-of: the value is the MD5 digest of the member with this name, beside it
	Response    string        // x-response: the schema of what a function answers with, "#" for the document's own
}

// A Forwarding is how a value is passed on: members have the names that stand here instead of their own.
type Forwarding struct{ Names map[string]string }

// AnyKind holds the assertions about values of every kind.
type AnyKind struct {
	Type  []Type
	Enum  []*Value
	Const *Value
}

// Numbers holds the assertions about numbers. A bound is the text of a JSON number.
type Numbers struct {
	MultipleOf       *Value
	Maximum          *Value
	ExclusiveMaximum *Value
	Minimum          *Value
	ExclusiveMinimum *Value
}

// Strings holds the assertions about strings, and what their content is.
type Strings struct {
	MaxLength        *Count // in characters
	MinLength        *Count // in characters
	Pattern          *string
	Format           string
	FormatAsserted   bool // whether Format is an assertion here, by draft, vocabulary or option
	ContentEncoding  string
	ContentMediaType string
	ContentSchema    *Schema
	Compression      Compression // x-content-encoding
}

// A Compression is how content was made smaller before it was encoded.
type Compression int

// The compressions.
const (
	Uncompressed Compression = iota
	Gzip
)

// Arrays holds the assertions about arrays.
type Arrays struct {
	PrefixItems      []*Schema // also draft 4–2019-09's items that is an array
	Items            *Schema   // of the items past PrefixItems; also additionalItems
	Contains         *Schema
	MinContains      *Count // only beside Contains
	MaxContains      *Count // only beside Contains
	MinItems         *Count
	MaxItems         *Count
	UniqueItems      bool
	UnevaluatedItems *Schema
}

// Objects holds the assertions about objects.
type Objects struct {
	Properties            []Property // in document order
	PatternProperties     []Property // Name is the pattern; in document order
	AdditionalProperties  *Schema
	PropertyNames         *Schema
	MinProperties         *Count
	MaxProperties         *Count
	Required              []string
	DependentRequired     []Dependency // also dependencies whose value is a list
	DependentSchemas      []Property   // also dependencies whose value is a schema
	UnevaluatedProperties *Schema
}

// Applicators apply other schemas to the same value.
type Applicators struct {
	AllOf []*Schema
	AnyOf []*Schema
	OneOf []*Schema
	Not   *Schema
	If    *Schema
	Then  *Schema // only beside If
	Else  *Schema // only beside If
	// Ref is the target of $ref. In drafts 4 to 7 it hides its siblings, which
	// are absent here (but for annotations).
	Ref *Schema
	// Dynamic is set by $dynamicRef and $recursiveRef.
	Dynamic *DynamicRef
	// DynamicAnchors are the dynamic anchors of the resource (the part of a
	// document with one $id) that this schema is the root of; nil elsewhere.
	// For $recursiveAnchor: true the name is empty.
	DynamicAnchors []Property
}

// A DynamicRef is a $dynamicRef, or a $recursiveRef.
type DynamicRef struct {
	Anchor  string  // the name to look for in the dynamic scope; empty for $recursiveRef
	Initial *Schema // the schema it leads to without any scope
	// Fixed says that Initial is the target whatever the scope: the reference
	// did not lead to a dynamic anchor.
	Fixed bool
	// Resource is the root schema of the resource that holds Initial.
	Resource *Schema
}

// A Property is a schema under a name.
type Property struct {
	Name     string
	Location Location // of the name
	Schema   *Schema
}

// A Dependency names the members that must be there when Name is.
type Dependency struct {
	Name     string
	Required []string
}

// A Count is a bound on lengths and sizes. Whole numbers past an int's range
// are held at its end: no length reaches them.
type Count int

// A Type is a name in the keyword "type".
type Type int

// The types of JSON Schema.
const (
	Null Type = iota + 1
	Boolean
	Integer
	Number
	String
	Array
	Object
)
