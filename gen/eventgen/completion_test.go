package main

import (
	"slices"
	"testing"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// Each flag that takes a value says how it completes, unless any text will do.
func TestFlagsComplete(t *testing.T) {
	free := map[string]bool{"against": true, "count": true, "jobs": true, "map": true, "max-errors": true, "package": true, "seed": true, "set": true, "title": true, "type": true}
	for _, cmd := range newRoot().Commands() {
		cmd.Flags().VisitAll(func(f *pflag.Flag) {
			_, completes := cmd.GetFlagCompletionFunc(f.Name)
			if f.NoOptDefVal == "" && completes == free[f.Name] {
				t.Errorf("%s --%s: completes is %t", cmd.CommandPath(), f.Name, completes)
			}
		})
	}
}

func TestExamplesComplete(t *testing.T) {
	if names, _ := completeExamples(nil, []string{"sqs.Event"}, ""); !slices.Contains(names, "fifo") {
		t.Errorf("examples of sqs.Event are %q", names)
	}
	if names, _ := completeExamples(nil, nil, ""); len(names) > 0 {
		t.Errorf("examples of nothing are %q", names)
	}
	if names, _ := completeEnvelopes(nil, nil, "sns,s"); !slices.Contains(names, "sns,sqs") {
		t.Errorf("behind sns there is %q", names)
	}
}

// Descriptions of events are one line each, as shells show them.
func TestEventsComplete(t *testing.T) {
	ids, directive := completeEvents(nil, nil, "")
	if len(ids) < 100 || directive != cobra.ShellCompDirectiveNoFileComp {
		t.Errorf("%d ids, directive %d", len(ids), directive)
	}
	for text, want := range map[string]string{
		"One. Two.": "One", "One": "One", "": "",
	} {
		if got := firstSentence(text); got != want {
			t.Errorf("firstSentence(%q) = %q, want %q", text, got, want)
		}
	}
}
