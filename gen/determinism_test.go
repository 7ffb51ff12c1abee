package gen_test

import (
	"maps"
	"math/rand/v2"
	"reflect"
	"runtime"
	"slices"
	"testing"

	"github.com/eventgen-go/eventgen/gen"
)

// TestSameInputSameBytes compiles the catalogue ten times, on one processor and
// on eight, with packages and types handed over in another order each time.
func TestSameInputSameBytes(t *testing.T) {
	cfg, err := gen.ReadConfig("../.eventgen.yaml")
	if err != nil {
		t.Fatal(err)
	}
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(0))
	var first []gen.File
	for run := range 10 {
		runtime.GOMAXPROCS([]int{1, 8}[run%2])
		tree, err := gen.Files(shuffled(cfg, rand.New(rand.NewPCG(1, uint64(run)))))
		if err != nil {
			t.Fatal(err)
		}
		if first == nil {
			first = tree.Files
		}
		if !reflect.DeepEqual(tree.Files, first) {
			t.Fatalf("run %d makes other files than the first", run)
		}
	}
}

// shuffled returns a configuration whose maps were filled in another order.
func shuffled(cfg gen.Config, order *rand.Rand) gen.Config {
	packages := map[string]gen.Package{}
	for _, name := range keysIn(cfg.Packages, order) {
		p := cfg.Packages[name]
		types := map[string]string{}
		for _, t := range keysIn(p.Types, order) {
			types[t] = p.Types[t]
		}
		p.Types = types
		packages[name] = p
	}
	cfg.Packages = packages
	return cfg
}

func keysIn[V any](m map[string]V, order *rand.Rand) []string {
	keys := slices.Collect(maps.Keys(m))
	order.Shuffle(len(keys), func(i, j int) { keys[i], keys[j] = keys[j], keys[i] })
	return keys
}
