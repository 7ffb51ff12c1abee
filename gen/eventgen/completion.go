package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/eventgen-go/eventgen/internal/report"
	"github.com/eventgen-go/eventgen/out/catalog"
)

const completionHelp = `Completion prints a script that makes a shell complete commands, flags, their values and the ids
of events. The shell needs eventgen on the PATH (go install
github.com/eventgen-go/eventgen/gen/eventgen@latest); "go tool eventgen" is not completed.

To load it in this shell, or for good:

  bash        source <(eventgen completion bash)
              eventgen completion bash > ~/.local/share/bash-completion/completions/eventgen
  zsh         source <(eventgen completion zsh)
              eventgen completion zsh > "${fpath[1]}/_eventgen"
  fish        eventgen completion fish | source
              eventgen completion fish > ~/.config/fish/completions/eventgen.fish
  powershell  eventgen completion powershell | Out-String | Invoke-Expression
              eventgen completion powershell >> $PROFILE

bash needs the package bash-completion.`

const completionExample = `  eventgen completion bash
  eventgen completion zsh
  eventgen completion fish
  eventgen completion powershell`

// shells print the script for a shell.
var shells = map[string]func(root *cobra.Command, w io.Writer) error{
	"bash":       func(root *cobra.Command, w io.Writer) error { return root.GenBashCompletionV2(w, true) },
	"zsh":        (*cobra.Command).GenZshCompletion,
	"fish":       func(root *cobra.Command, w io.Writer) error { return root.GenFishCompletion(w, true) },
	"powershell": (*cobra.Command).GenPowerShellCompletionWithDesc,
}

func newCompletion() *cobra.Command {
	names := []string{"bash", "zsh", "fish", "powershell"}
	return &cobra.Command{
		Use:               "completion bash|zsh|fish|powershell",
		Short:             "Print a script for a shell to complete commands, flags and events",
		Long:              completionHelp,
		Example:           completionExample,
		ValidArgsFunction: first(oneOf(names...)),
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return usage("no shell to complete in", "it is one of "+strings.Join(names, ", "))
			}
			if len(args) > 1 {
				return usage(fmt.Sprintf("%s takes one shell, but got %q too", cmd.CommandPath(), args[1]), "")
			}
			script, ok := shells[args[0]]
			if !ok {
				return unknownChoice("the shell", args[0], names)
			}
			return script(cmd.Root(), cmd.OutOrStdout())
		},
	}
}

// A completer says what a word on the command line may become.
type completer = cobra.CompletionFunc

// completers complete the values of flags by their names, whatever command has them.
func completers() map[string]completer {
	documents := files("json", "yaml", "yml")
	return map[string]completer{
		"as":      completeEvents,
		"ci":      oneOf("github", "gitlab"),
		"config":  files("yaml", "yml"),
		"draft":   oneOf("4", "6", "7", "2019-09", "2020-12"),
		"editor":  oneOf("vscode"),
		"fail-on": oneOf("breaking", "may-break", "never"),
		"for":     oneOf(aspectNames()...),
		"format":  oneOf(report.Formats()...),
		"input":   oneOf(inputForms...),
		"merge":   documents,
		"name":    completeExamples,
		"out":     folders,
		"output":  documents,
		"report":  completeReport,
		"runtime": folders,
		"schema":  documents,
		"unknown": oneOf("ignore", "warn"),
		"wrap":    completeEnvelopes,
	}
}

// completeFlags makes the flags of a command complete that it has not taken care of itself.
func completeFlags(cmd *cobra.Command) {
	known := completers()
	cmd.Flags().VisitAll(func(f *pflag.Flag) {
		if _, done := cmd.GetFlagCompletionFunc(f.Name); !done && known[f.Name] != nil {
			completeFlag(cmd, f.Name, known[f.Name])
		}
	})
}

// completeFlag makes a flag of a command complete.
func completeFlag(cmd *cobra.Command, flag string, by completer) {
	if err := cmd.RegisterFlagCompletionFunc(flag, by); err != nil {
		panic(err) // the command has the flag, and nobody else has registered it
	}
}

// completeEvents completes the id of an event. Arguments that are ids complete by
// first(completeEvents).
func completeEvents(_ *cobra.Command, _ []string, word string) ([]cobra.Completion, cobra.ShellCompDirective) {
	var ids []cobra.Completion
	for _, e := range catalog.Events() {
		if strings.HasPrefix(e.ID, word) {
			ids = append(ids, cobra.CompletionWithDesc(e.ID, firstSentence(e.Description)))
		}
	}
	return ids, cobra.ShellCompDirectiveNoFileComp
}

// completeExamples completes the name of an example of the event that is named before.
func completeExamples(_ *cobra.Command, args []string, _ string) ([]cobra.Completion, cobra.ShellCompDirective) {
	var names []cobra.Completion
	if len(args) > 0 {
		e, _ := catalog.Lookup(args[0])
		for _, x := range e.Examples {
			names = append(names, x.Name)
		}
	}
	return names, cobra.ShellCompDirectiveNoFileComp
}

// completeEnvelopes completes the name of an event to wrap into, behind others.
func completeEnvelopes(_ *cobra.Command, _ []string, word string) ([]cobra.Completion, cobra.ShellCompDirective) {
	before := word[:strings.LastIndexByte(word, ',')+1]
	names := envelopeNames()
	for i := range names {
		names[i] = before + names[i]
	}
	return names, cobra.ShellCompDirectiveNoFileComp
}

// firstSentence returns the first sentence of a description, without its full stop.
func firstSentence(text string) string {
	sentence, _, _ := strings.Cut(text, ". ")
	return strings.TrimSuffix(sentence, ".")
}

// completeReport completes FORMAT=FILE.
func completeReport(_ *cobra.Command, _ []string, word string) ([]cobra.Completion, cobra.ShellCompDirective) {
	if strings.Contains(word, "=") {
		return nil, cobra.ShellCompDirectiveDefault
	}
	formats := slices.Clone(report.Formats())
	for i := range formats {
		formats[i] += "="
	}
	return formats, cobra.ShellCompDirectiveNoSpace | cobra.ShellCompDirectiveNoFileComp
}

// completeCommands completes the name of a command.
func completeCommands(cmd *cobra.Command, _ []string, _ string) ([]cobra.Completion, cobra.ShellCompDirective) {
	var names []cobra.Completion
	for _, c := range cmd.Root().Commands() {
		if c.IsAvailableCommand() {
			names = append(names, cobra.CompletionWithDesc(c.Name(), c.Short))
		}
	}
	return names, cobra.ShellCompDirectiveNoFileComp
}

// first completes the first argument by by, and no further one.
func first(by completer) completer {
	return func(cmd *cobra.Command, args []string, word string) ([]cobra.Completion, cobra.ShellCompDirective) {
		if len(args) > 0 {
			return nil, cobra.ShellCompDirectiveNoFileComp
		}
		return by(cmd, args, word)
	}
}

// oneOf completes one of a few words.
func oneOf(words ...string) completer {
	return cobra.FixedCompletions(words, cobra.ShellCompDirectiveNoFileComp)
}

// files completes the names of files with one of the extensions.
func files(extensions ...string) completer {
	return cobra.FixedCompletions(extensions, cobra.ShellCompDirectiveFilterFileExt)
}

// folders completes the names of folders.
func folders(*cobra.Command, []string, string) ([]cobra.Completion, cobra.ShellCompDirective) {
	return nil, cobra.ShellCompDirectiveFilterDirs
}
