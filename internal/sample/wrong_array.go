package sample

import (
	"iter"
	"slices"
	"strconv"

	"github.com/eventgen-go/eventgen/internal/model"
	"github.com/eventgen-go/eventgen/internal/schema"
)

// wrongArrays proposes arrays that are too short or too long, with an item twice, without one that is
// asked for, or with one more.
func (w *wrecker) wrongArrays(rules *model.Arrays, v *schema.Value) iter.Seq[*schema.Value] {
	return func(yield func(*schema.Value) bool) {
		if rules == nil {
			return
		}
		lists := [][]*schema.Value{{}}
		for i := range v.Items {
			lists = append(lists, slices.Delete(slices.Clone(v.Items), i, i+1), append(slices.Clone(v.Items), v.Items[i]))
		}
		if rules.Min != nil && rules.Min.N > 0 && rules.Min.N <= len(v.Items) {
			lists = append(lists, v.Items[:rules.Min.N-1])
		}
		if rules.Items == nil {
			for more := range ofAllKinds {
				lists = append(lists, append(slices.Clone(v.Items), more))
			}
		}
		for _, n := range w.sizes(rules) {
			if long := w.lengthened(rules, v.Items, n); long != nil {
				lists = append(lists, long)
			}
		}
		for _, k := range rules.Contains {
			lists = append(lists, slices.DeleteFunc(slices.Clone(v.Items), func(item *schema.Value) bool { return w.accepts(k.Check, item) }))
			if found := w.search.first(k.Check); found != nil && k.Max != nil {
				lists = append(lists, append(slices.Clone(v.Items), slices.Repeat([]*schema.Value{found}, min(k.Max.N, maxSample)+1)...))
			}
		}
		for _, list := range lists {
			if !yield(arrayOf(list)) {
				return
			}
		}
	}
}

// sizes returns lengths that may be too long.
func (w *wrecker) sizes(rules *model.Arrays) []int {
	list := []int{len(rules.Prefix) + 1}
	if rules.Max != nil && rules.Max.N < maxSample {
		list = append(list, rules.Max.N+1)
	}
	return list
}

// lengthened returns n items that begin with some, nil if there are no more to be had.
func (w *wrecker) lengthened(rules *model.Arrays, list []*schema.Value, n int) []*schema.Value {
	long := slices.Clone(list)
	for i := len(long); i < n; i++ {
		place := placeOf(rules, i)
		item := textValue("item" + strconv.Itoa(i))
		if place != nil && !place.Check.Never() {
			fits := w.search.several(place, i+1)
			if len(fits) == 0 {
				return nil
			}
			item = fits[i%len(fits)]
		}
		long = append(long, item)
	}
	return long
}
