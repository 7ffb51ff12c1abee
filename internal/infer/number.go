package infer

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/eventgen-go/eventgen/internal/schema"
)

// numberType returns the type of numbers: integer if all are written as whole ones.
func numberType(numbers []*schema.Value) string {
	for _, v := range numbers {
		if strings.ContainsAny(v.Text, ".eE") {
			return "number"
		}
	}
	return "integer"
}

// numbers says how Go has to hold numbers that its usual types cannot.
func numbers(s object, values []*schema.Value) {
	if len(values) == 0 {
		return
	}
	fits, usual := fitsFloat64, "float64"
	if numberType(values) == "integer" {
		fits, usual = fitsInt64, "int64"
	}
	if all(values, fits) {
		return
	}
	s.note("A number is out of the range of " + usual + ".")
	if usual == "int64" && all(values, fitsUint64) {
		s.set("minimum", number("0"))
		s.set("maximum", number(strconv.FormatUint(math.MaxUint64, 10)))
		return
	}
	s.set("x-go-type", text("json.Number"))
}

func all(values []*schema.Value, is func(string) error) bool {
	return !slices.ContainsFunc(values, func(v *schema.Value) bool { return is(v.Text) != nil })
}

func fitsFloat64(digits string) error {
	_, err := strconv.ParseFloat(digits, 64)
	return err
}

func fitsInt64(digits string) error {
	_, err := strconv.ParseInt(digits, 10, 64)
	return err
}

func fitsUint64(digits string) error {
	_, err := strconv.ParseUint(digits, 10, 64)
	return err
}
