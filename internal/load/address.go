package load

import (
	"io/fs"
	"net/url"
	"path"
	"strconv"
	"strings"
)

// treeScheme is the scheme of the URIs of files in the trees of sources: the
// host is the number of the tree, the path that in the tree. No document can
// name such a URI, because of the space.
const treeScheme = "eventgen tree"

func treeURI(tree int, file string) *url.URL {
	return &url.URL{Scheme: treeScheme, Host: strconv.Itoa(tree), Path: "/" + file}
}

// key is u as the key of a map, without its fragment.
func key(u *url.URL) string {
	if u.Fragment == "" {
		return u.String()
	}
	bare := *u
	bare.Fragment, bare.RawFragment = "", ""
	return bare.String()
}

// join resolves a reference against a base. In a tree that must not lead out
// of it; elsewhere the rules of RFC 3986 hold.
func join(base, ref *url.URL) (*url.URL, *refusal) {
	if ref.Scheme != "" || base.Scheme != treeScheme {
		return base.ResolveReference(ref), nil
	}
	outside := &refusal{
		message: "the reference leads out of the folder tree",
		hint:    "move the file into the tree, or give it a URL and --map its folder",
	}
	if ref.Host != "" || path.IsAbs(ref.Path) {
		return nil, outside
	}
	if ref.Path == "" {
		return base, nil
	}
	file := path.Join(path.Dir(strings.TrimPrefix(base.Path, "/")), ref.Path)
	if !fs.ValidPath(file) {
		return nil, outside
	}
	return &url.URL{Scheme: treeScheme, Host: base.Host, Path: "/" + file}, nil
}

// identify resolves an identifier against a base. In a tree it cannot name
// another tree, but it need not be a file.
func identify(base, id *url.URL) (*url.URL, bool) {
	if base.Scheme == treeScheme && id.Scheme == "" && id.Host != "" {
		return nil, false
	}
	u := *base.ResolveReference(id)
	u.Fragment, u.RawFragment = "", ""
	return &u, true
}

// relative is the path from one folder to a file, both in the same tree.
func relative(folder, file string) string {
	var from []string
	if folder != "." {
		from = strings.Split(folder, "/")
	}
	to := strings.Split(file, "/")
	for len(from) > 0 && len(to) > 1 && from[0] == to[0] {
		from, to = from[1:], to[1:]
	}
	return strings.Repeat("../", len(from)) + strings.Join(to, "/")
}
