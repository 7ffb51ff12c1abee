package race

import (
	"fmt"
	"math"
	"slices"

	"github.com/eventgen-go/eventgen/internal/bench/payload"
	"github.com/eventgen-go/eventgen/internal/bench/report"
)

// bars holds the results against what has to be reached.
func (r Results) bars() []report.Bar {
	rows := where(r.rows, func(r result) bool { return !r.aside })
	return slices.Concat(
		speedBars(inForm(rows, payload.AsSent)),
		memoryBars(rows),
		[]report.Bar{slowest(of(rows, decode), sonicName)},
	)
}

// speedBars are about means, of documents as sent.
func speedBars(rows []result) []report.Bar {
	tests := []struct {
		task  task
		rival string
		least float64
	}{
		{decode, stdAndV6, 20},
		{decode, std, 6},
		{decode, sonicName, 1.5},
		{validate, stdAndV6, 50},
		{validate, sonicName, 3.5},
		{validate, stdValid, 4},
		{encode, std, 5},
		{encode, sonicName, 1.2},
	}
	var bars []report.Bar
	for _, t := range tests {
		bars = append(bars, mean(of(rows, t.task), t.rival, t.least))
	}
	dynamoDB := mean(where(of(rows, decode), func(r result) bool { return r.event == dynamoDBEvent }), std, 12)
	dynamoDB.What += ", DynamoDB"
	return append(bars, dynamoDB)
}

func mean(rows []result, rival string, least float64) report.Bar {
	reached, _ := meanOf(rows, slices.Index(rivalNames(rows), rival))
	return report.Bar{What: against(rows[0].task, rival), Limit: report.AtLeast(least, "×"), Reached: reached}
}

// memoryBars are about each document in each form.
func memoryBars(rows []result) []report.Bar {
	var most float64
	for _, r := range of(rows, validate) {
		most = max(most, r.rivals[0].memory.Allocs)
	}
	return []report.Bar{
		{What: "`ValidT`, most allocations", Limit: report.AtMost(0, ""), Reached: most},
		fewest(of(rows, decode), sonicName, report.MoreThan(1, "×")),
		fewest(of(rows, decode), std, report.AtLeast(6, "×")),
	}
}

// fewest is the row in which a rival allocates least often, compared with generated code.
func fewest(rows []result, rival string, l report.Limit) report.Bar {
	return worst(rows, "allocations of "+rival+" for each of `DecodeT`", l, func(r result) float64 {
		return r.rivals[slices.Index(rivalNames(rows), rival)].memory.Allocs / r.rivals[0].memory.Allocs
	})
}

// slowest is the row in which generated code is slowest, compared with a rival.
func slowest(rows []result, rival string) report.Bar {
	return worst(rows, against(rows[0].task, rival), report.AtLeast(0.9, "×"), func(r result) float64 {
		return r.rivals[slices.Index(rivalNames(rows), rival)].times
	})
}

// worst is the least that figure is in any row, which it names.
func worst(rows []result, what string, l report.Limit, figure func(result) float64) report.Bar {
	b := report.Bar{Limit: l, Reached: math.Inf(1)}
	for _, r := range rows {
		if f := figure(r); f < b.Reached {
			b.What, b.Reached = fmt.Sprintf("%s, worst of all documents and forms (%s, %s)", what, r.event, r.form), f
		}
	}
	return b
}

func against(t task, rival string) string {
	return fmt.Sprintf("`%s` against %s", names[t], rival)
}
