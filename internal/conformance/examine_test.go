package conformance

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"text/tabwriter"
	"time"
)

// A subject is a schema and what its author claims about documents.
type subject struct {
	source source
	key    string // in the ledger
	row    string // in the table of scores
	claims []claim

	mayRefuse bool // the generator may refuse the schema
}

func sources(subjects []subject) []source {
	all := make([]source, len(subjects))
	for i, s := range subjects {
		all[i] = s.source
	}
	return all
}

// large is for large schemas: without inlining they compile in half the time.
var large = examination{vet: true, gcflags: "-l"}

// An examination is the way of subjects through the generator, the compiler and the driver.
type examination struct {
	vet     bool   // run go vet over the generated packages
	gcflags string // for the compiler
}

// run examines all subjects, logs the scores, and settles the ledger.
func (e examination) run(t *testing.T, l *ledger, subjects []subject) {
	t.Helper()
	start := time.Now()
	w := newWorkshop(t, sources(subjects))
	t.Logf("generate %.0f s", time.Since(start).Seconds())
	e.finish(t, l, w, subjects)
	l.settle(t)
}

// finish examines what the generator made of the subjects.
func (e examination) finish(t *testing.T, l *ledger, w *workshop, subjects []subject) {
	t.Helper()
	clock := stopwatch{last: time.Now()}
	w.build(t, e.gcflags)
	clock.lap("build")
	if e.vet {
		w.vet(t)
		clock.lap("vet")
	}
	verdicts := w.ask(t, w.questions(subjects))
	clock.lap("run")
	all := make(scores)
	for i, s := range subjects {
		p := w.products[i]
		if !p.works() {
			s.fail(l, all.of(s.row), p)
			continue
		}
		s.score(l, all.of(s.row), verdicts[:len(s.claims)])
		verdicts = verdicts[len(s.claims):]
	}
	t.Logf("%d packages, %s\n%s", len(w.runnable()), clock.laps, all)
}

// questions returns those that there is a program for, in order.
func (w *workshop) questions(subjects []subject) []question {
	var all []question
	for i, s := range subjects {
		if p := w.products[i]; p.works() {
			for _, c := range s.claims {
				all = append(all, question{p, c.document})
			}
		}
	}
	return all
}

// fail counts the claims about a schema that there is no program for.
func (s subject) fail(l *ledger, to *score, p *product) {
	switch {
	case p.refusal != "" && s.mayRefuse:
		to.refused += len(s.claims)
	case p.refusal != "":
		l.add(s.key, "refused: "+firstLines(p.refusal, 1))
		to.refused += len(s.claims)
	default:
		l.add(s.key, p.fault)
		to.wrong += len(s.claims)
	}
}

// score counts the claims that verdicts agree with.
func (s subject) score(l *ledger, to *score, verdicts []verdict) {
	for i, c := range s.claims {
		if what := c.shortfall(verdicts[i]); what != "" {
			l.add(s.key+"#"+c.key, what)
			to.wrong++
			continue
		}
		to.right++
	}
}

// A stopwatch notes how long each step took.
type stopwatch struct {
	last time.Time
	laps string
}

func (s *stopwatch) lap(name string) {
	s.laps += fmt.Sprintf("%s %.0f s ", name, time.Since(s.last).Seconds())
	s.last = time.Now()
}

// A score counts claims.
type score struct{ right, refused, wrong int }

// scores is a table of them by row.
type scores map[string]*score

func (s scores) of(row string) *score {
	if s[row] == nil {
		s[row] = new(score)
	}
	return s[row]
}

// String returns the table.
func (s scores) String() string {
	var b strings.Builder
	w := tabwriter.NewWriter(&b, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(w, "\tright\tof\trefused\twrong\t")
	for _, row := range slices.Sorted(maps.Keys(s)) {
		c := s[row]
		fmt.Fprintf(w, "%s\t%d\t%d\t%d\t%d\t\n", row, c.right, c.right+c.refused+c.wrong, c.refused, c.wrong)
	}
	w.Flush()
	return b.String()
}
