package main

import (
	"errors"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"github.com/eventgen-go/eventgen/gen"
)

// The exit statuses.
const (
	exitClean = 0
	exitNo    = 1 // the answer is no
	exitError = 2 // could not run
)

// errNo says that the answer is no, and that the user has been told why.
var errNo = errors.New("the answer is no")

// errTold says that something could not be done, and that the user has been told what.
var errTold = errors.New("something could not be done")

// run runs the command with the given arguments, in the current folder, and returns its exit
// status.
func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	root := newRoot()
	root.SetArgs(args)
	root.SetIn(stdin)
	root.SetOut(stdout)
	root.SetErr(stderr)
	return tell(stderr, root.Execute())
}

func newRoot() *cobra.Command {
	root := &cobra.Command{
		Use:           "eventgen",
		Short:         "Compile JSON Schemas into Go, and validate events",
		SilenceErrors: true, // tell does it
		SilenceUsage:  true,
		Args:          refuseArgs,
		RunE: func(*cobra.Command, []string) error {
			return usage("no command", "eventgen --help lists the commands")
		},
	}
	root.SuggestionsMinimumDistance = 2
	root.CompletionOptions.DisableDefaultCmd = true // newCompletion is ours
	root.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error {
		return usage(err.Error(), cmd.CommandPath()+" --help lists the flags")
	})
	root.SetHelpCommand(newHelp())
	root.AddCommand(
		newInit(), newGenerate(), newValidate(), newIdentify(), newDiff(), newInfer(),
		newExample(), newList(), newSchema(), newExplain(), newCompletion(), newVersion(),
	)
	for _, cmd := range root.Commands() {
		completeFlags(cmd)
	}
	return root
}

// newHelp makes the command "help COMMAND". Cobra's own succeeds for commands that do not exist.
func newHelp() *cobra.Command {
	return &cobra.Command{
		Use:               "help [COMMAND]",
		Short:             "Say what a command does",
		Example:           "  eventgen help generate",
		ValidArgsFunction: first(completeCommands),
		RunE: func(cmd *cobra.Command, args []string) error {
			topic, rest, err := cmd.Root().Find(args)
			if err != nil {
				return err
			}
			if len(rest) > 0 {
				return refuseArgs(topic, rest)
			}
			topic.InitDefaultHelpFlag()
			return topic.Help()
		},
	}
}

// refuseArgs is for commands that take none; for the root command they are unknown commands.
func refuseArgs(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	if cmd.HasParent() {
		return usage(fmt.Sprintf("%s takes no argument, but got %q", cmd.CommandPath(), args[0]), "")
	}
	hint := "eventgen --help lists the commands"
	if names := cmd.SuggestionsFor(args[0]); len(names) > 0 {
		hint = fmt.Sprintf("did you mean %q?", names[0])
	}
	return usage(fmt.Sprintf("unknown command %q", args[0]), hint)
}

// A usageError is a command line that cannot be run.
type usageError struct{ message, hint string }

func usage(message, hint string) error { return &usageError{message, hint} }

func (e *usageError) Error() string { return e.message }

// Hint returns what to type instead.
func (e *usageError) Hint() string { return e.hint }

// tell tells the user of an error and returns the exit status for it.
func tell(stderr io.Writer, err error) int {
	var (
		config   *gen.ConfigError
		problems gen.Problems
		advice   interface{ Hint() string }
	)
	switch {
	case err == nil:
		return exitClean
	case errors.Is(err, errNo):
		return exitNo
	case errors.Is(err, errTold):
		return exitError
	case errors.As(err, &config):
		tellProblems(stderr, config.Problems)
		return exitError
	case errors.As(err, &problems):
		tellProblems(stderr, problems)
		return exitNo
	}
	tellError(stderr, err)
	if errors.As(err, &advice) && advice.Hint() != "" {
		tellHint(stderr, advice.Hint())
	}
	return exitError
}
