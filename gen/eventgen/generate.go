package main

import (
	"fmt"
	"io"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/eventgen-go/eventgen/gen"
	"github.com/eventgen-go/eventgen/internal/report"
)

const generateHelp = `Generate compiles JSON Schemas into Go packages.

Without arguments it does what eventgen.yaml says: the one in the current folder or in the
nearest folder above it that has one. With schemas as arguments it makes one package of them,
in the folder --out. A type is named after its schema's x-go-name, else after its title (if
that is of at most three words), else after its file.

With --watch it does so again whenever a schema, an example or the configuration changes, until it
is interrupted.

Files that are up to date are left alone, and files that eventgen did not write are never
overwritten. If anything fails, nothing is written.`

const generateExample = `  eventgen generate
  eventgen generate --check
  eventgen generate --watch
  eventgen generate order.schema.json --out internal/orders
  eventgen generate placed.json shipped.json --out internal/orders --type Placed,Shipped
  eventgen generate order.json --out internal/orders --map https://schemas.example.com/=schemas`

func newGenerate() *cobra.Command {
	var o options
	cmd := &cobra.Command{
		Use:               "generate [SCHEMA...]",
		Short:             "Compile JSON Schemas into Go packages",
		Long:              generateHelp,
		Example:           generateExample,
		ValidArgsFunction: files("json", "yaml", "yml"),
		RunE: func(cmd *cobra.Command, schemas []string) error {
			if err := o.check(); err != nil {
				return err
			}
			do := func(in *gen.Inputs) error {
				return generate(schemas, in, o, cmd.OutOrStdout(), cmd.ErrOrStderr())
			}
			if !o.watch {
				return do(new(gen.Inputs))
			}
			w := watcher{do: do, stderr: cmd.ErrOrStderr(), quiet: o.quiet}
			return w.run(cmd.Context())
		},
	}
	o.register(cmd.Flags())
	return cmd
}

// generate generates, adding to in what it reads, and does with the result what the options say.
func generate(schemas []string, in *gen.Inputs, o options, stdout, stderr io.Writer) error {
	cfg, err := o.configuration(schemas, in)
	if err != nil {
		return err
	}
	tree, err := in.Files(cfg)
	if err != nil {
		return err
	}
	if o.drift || o.diff {
		drift, err := gen.Compare(tree)
		if err != nil {
			return err
		}
		return tellDrift(tree, drift, o, stdout, stderr)
	}
	done, err := gen.Write(tree)
	if err != nil {
		return err
	}
	if (o.watch || isTerminal(stderr)) && !o.quiet {
		fmt.Fprintln(stderr, summary(done))
	}
	return nil
}

// tellDrift prints what is out of date, if anything, in the form that was asked for.
func tellDrift(tree gen.Tree, drift gen.Drift, o options, stdout, stderr io.Writer) error {
	if len(drift) == 0 {
		return nil
	}
	if o.diff {
		if _, err := stdout.Write(drift.Unified()); err != nil {
			return err
		}
	} else {
		for _, c := range drift {
			fmt.Fprintf(stdout, "%s: %s\n", c.Kind, report.Printable(relative(filepath.Join(tree.Root, filepath.FromSlash(c.Path)))))
		}
	}
	if !o.quiet {
		tellHint(stderr, "run the same command without --check or --diff to bring the files up to date")
	}
	return errNo
}

// summary says what has been done: "wrote 9 files, removed 1, 3 unchanged".
func summary(r gen.Report) string {
	removed := 0
	for _, c := range r.Drift {
		if c.New == nil {
			removed++
		}
	}
	s := "wrote " + report.Count(len(r.Drift)-removed, "file")
	if removed > 0 {
		s += fmt.Sprintf(", removed %d", removed)
	}
	return s + fmt.Sprintf(", %d unchanged", r.Unchanged)
}

// relative returns a path relative to the current folder, where that is possible.
func relative(file string) string {
	here, err := filepath.Abs(".")
	if err != nil {
		return file
	}
	rel, err := filepath.Rel(here, file)
	if err != nil {
		return file
	}
	return rel
}
