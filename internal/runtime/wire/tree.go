package wire

import (
	"hash/maphash"
	"math"
	"math/bits"
	"slices"
	"sync"
)

// tree is a value read for comparing: its nodes in the order of the text, and a hash of each that is the same for
// equal values. Reading and comparing take time in proportion to the text (to its logarithm more where the members
// of an object have to be sorted).
type tree struct {
	c     Cursor
	seed  maphash.Seed
	nodes []node
	kids  []int32 // the children of each container, next to each other; those of an object in order of name
	open  []int32 // the children so far of the containers that are being read
	limit int     // of nodes
}

// node is one value. As a member of an object it has a name.
type node struct {
	hash      uint64
	tok       Token // scalars
	name      Token
	kind      Kind
	kids, end int // children: tree.kids[kids:end]
}

// maxNodes bounds the nodes of a tree; the text that it takes is far beyond what fits in memory.
const maxNodes = math.MaxInt32

var trees sync.Pool // of *tree

// newTree returns an empty tree for a value in data.
func newTree(data []byte) *tree {
	t, ok := trees.Get().(*tree)
	if !ok {
		t = &tree{seed: maphash.MakeSeed()}
	}
	t.c = NewCursor(data)
	t.nodes, t.kids, t.open = t.nodes[:0], t.kids[:0], t.open[:0]
	return t
}

func (t *tree) release() {
	t.c.releaseScratch()
	t.c = Cursor{}
	if cap(t.nodes) <= maxPooled {
		trees.Put(t)
	}
}

// read reads the value at the tree's cursor. It returns false if the value is malformed or has more nodes than limit.
func (t *tree) read(limit int) bool {
	t.limit = limit
	return t.value(Token{})
}

// value reads one value as the next node.
func (t *tree) value(name Token) bool {
	if len(t.nodes) >= t.limit {
		return false
	}
	id := len(t.nodes)
	n := node{kind: t.c.Kind(), name: name}
	t.nodes = append(t.nodes, n)
	ok := true
	switch n.kind {
	case KindArray:
		ok = t.array(id)
	case KindObject:
		ok = t.object(id)
	default:
		ok = t.c.Skip()
		t.nodes[id].tok = t.c.tok
		t.nodes[id].hash = t.hashScalar(n.kind)
	}
	t.open = append(t.open, int32(id))
	return ok
}

func (t *tree) array(id int) bool {
	var a Array
	base := len(t.open)
	t.c.BeginArray(&a)
	for t.c.NextItem(&a) {
		if !t.value(Token{}) {
			return false
		}
	}
	t.close(id, base)
	h := t.hashKind(KindArray)
	for _, kid := range t.children(id) {
		h = mix(h, t.nodes[kid].hash)
	}
	t.nodes[id].hash = h
	return a.state == ended
}

func (t *tree) object(id int) bool {
	var o Object
	base := len(t.open)
	t.c.BeginObject(&o)
	for t.c.NextMember(&o, nil) {
		if !t.value(t.c.tok) {
			return false
		}
	}
	slices.SortFunc(t.open[base:], func(i, j int32) int {
		return compareTokens(t.c.data, t.c.data, t.nodes[i].name, t.nodes[j].name)
	})
	t.close(id, base)
	h := t.hashKind(KindObject)
	for _, kid := range t.children(id) {
		t.c.tok = t.nodes[kid].name
		h = mix(mix(h, maphash.Bytes(t.seed, t.c.Bytes())), t.nodes[kid].hash)
	}
	t.nodes[id].hash = h
	return o.state == ended
}

// close makes the values since base the children of the node.
func (t *tree) close(id, base int) {
	t.nodes[id].kids = len(t.kids)
	t.kids = append(t.kids, t.open[base:]...)
	t.nodes[id].end = len(t.kids)
	t.open = t.open[:base]
}

func (t *tree) children(id int) []int32 {
	return t.kids[t.nodes[id].kids:t.nodes[id].end]
}

// hashScalar hashes the current token.
func (t *tree) hashScalar(kind Kind) uint64 {
	switch kind {
	case KindNumber:
		return t.c.decimal().hash(t.seed)
	case KindString:
		return mix(t.hashKind(kind), maphash.Bytes(t.seed, t.c.Bytes()))
	}
	return t.hashKind(kind)
}

func (t *tree) hashKind(kind Kind) uint64 {
	return maphash.Bytes(t.seed, []byte{byte(kind)})
}

// mix combines two hashes; the order matters.
func mix(a, b uint64) uint64 {
	hi, lo := bits.Mul64(a^0x9e3779b97f4a7c15, b^0xd1b54a32d192ed03)
	return hi ^ lo ^ a
}

// distinct reports whether all items of the array that was read are different. Only items with the same hash are
// compared; the hash is seeded, so that nobody can write many of them.
func (t *tree) distinct() bool {
	items := t.children(0)
	slices.SortFunc(items, func(i, j int32) int {
		switch a, b := t.nodes[i].hash, t.nodes[j].hash; {
		case a < b:
			return -1
		case a > b:
			return 1
		}
		return 0
	})
	for i, item := range items {
		for _, other := range items[i+1:] {
			if t.nodes[item].hash != t.nodes[other].hash {
				break
			}
			if equalNodes(t, t, int(item), int(other)) {
				return false
			}
		}
	}
	return true
}

// equalNodes compares node i of a with node j of b.
func equalNodes(a, b *tree, i, j int) bool {
	x, y := &a.nodes[i], &b.nodes[j]
	if x.kind != y.kind || x.end-x.kids != y.end-y.kids {
		return false
	}
	if x.kind < KindArray {
		return equalTokens(a.c.data, b.c.data, x.tok, y.tok, x.kind)
	}
	others := b.children(j)
	for k, kid := range a.children(i) {
		other := others[k]
		if x.kind == KindObject && compareTokens(a.c.data, b.c.data, a.nodes[kid].name, b.nodes[other].name) != 0 {
			return false
		}
		if !equalNodes(a, b, int(kid), int(other)) {
			return false
		}
	}
	return true
}

// compareTokens orders two strings by content, t in the text a and u in b.
func compareTokens(a, b []byte, t, u Token) int {
	return compareText(a[t.from:t.to], b[u.from:u.to])
}
