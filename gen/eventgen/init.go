package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/eventgen-go/eventgen/gen"
	"github.com/eventgen-go/eventgen/internal/output"
	"github.com/eventgen-go/eventgen/internal/report"
	"github.com/eventgen-go/eventgen/internal/scaffold"
	"github.com/eventgen-go/eventgen/out/catalog"
)

const initHelp = `Init writes what a repository needs to use eventgen, and asks nothing.

That is an eventgen.yaml for the schemas that are named or, if none is, for those in and below the
current folder: *.schema.json, *.schema.yaml, and other JSON files whose $schema is a JSON Schema's.
There is a package for each folder of schemas, with its name; schemas in the current folder, or in
one that is called schemas, become a package named after the folder above. Documents in
examples/order beside order.schema.json become examples. A go:generate line goes to generate.go,
unless a Go file beside it has one.

--ci and --editor add settings at the root of the repository: a job that runs generate --check and,
where a folder such as events or testdata/events holds events of AWS, validate; and the schemas of
eventgen.yaml, of examples and of all events, the latter for files with names such as sqs.Event.json,
sqs.Event.fifo.json and sqs.Event/1.json. An eventgen.yaml that is there is kept.

Nothing is ever overwritten: if one of the files is there, none is written. --print shows them all,
and --print-schema the schema of eventgen.yaml, for editors that cannot fetch it.`

const initExample = `  eventgen init --print
  eventgen init --print order.schema.json --package orders --type Order
  eventgen init
  eventgen init --ci github --editor vscode
  eventgen init --print-schema`

// defaultOut is where packages go.
const defaultOut = "internal/events"

// initOptions are the flags of init.
type initOptions struct {
	out, packageName string
	types            []string
	ci, editor       string
	print, quiet     bool
	printSchema      bool
}

func (o *initOptions) register(f *pflag.FlagSet) {
	f.SortFlags = false
	f.StringVar(&o.out, "out", defaultOut, "`folder` of the generated tree")
	f.StringVar(&o.packageName, "package", "", "`name` of one package for all schemas (default: from their folders')")
	f.StringSliceVar(&o.types, "type", nil, "`name` of the type for each SCHEMA, in order; repeat it or separate with commas")
	f.StringVar(&o.ci, "ci", "", "`github|gitlab`: write settings for CI too")
	f.StringVar(&o.editor, "editor", "", "`vscode`: write settings for an editor too")
	f.BoolVar(&o.print, "print", false, "write nothing, print the files")
	f.BoolVar(&o.printSchema, "print-schema", false, "write nothing, print the JSON Schema of eventgen.yaml")
	f.BoolVar(&o.quiet, "quiet", false, "print nothing but errors and what was asked for")
}

func newInit() *cobra.Command {
	var o initOptions
	cmd := &cobra.Command{
		Use:               "init [SCHEMA...]",
		Short:             "Write eventgen.yaml, the go:generate line, and settings for CI and editors",
		Long:              initHelp,
		Example:           initExample,
		ValidArgsFunction: files("json", "yaml", "yml"),
		RunE: func(cmd *cobra.Command, schemas []string) error {
			if o.printSchema {
				_, err := cmd.OutOrStdout().Write(gen.ConfigSchema())
				return err
			}
			return o.run(cmd, schemas)
		},
	}
	o.register(cmd.Flags())
	return cmd
}

func (o *initOptions) run(cmd *cobra.Command, schemas []string) error {
	if err := o.check(schemas); err != nil {
		return err
	}
	r, err := findRepository()
	if err != nil {
		return err
	}
	plan, err := o.plan(r, schemas)
	if err != nil {
		return err
	}
	if o.print {
		return printFiles(cmd.OutOrStdout(), plan)
	}
	if err := create(r, plan); err != nil {
		return err
	}
	if !o.quiet {
		o.tellCreated(cmd.ErrOrStderr(), r, plan)
	}
	return nil
}

// settings are what --ci and --editor make.
var settings = map[string]func(scaffold.Project) output.File{
	"github": scaffold.Project.GitHub,
	"gitlab": scaffold.Project.GitLab,
	"vscode": func(p scaffold.Project) output.File { return p.VSCode(builtIns()) },
}

// builtIns are the events of the catalogue.
func builtIns() []scaffold.Event {
	var all []scaffold.Event
	for _, e := range catalog.Events() {
		all = append(all, scaffold.Event{ID: e.ID, Schema: e.Schema})
	}
	return all
}

// check refuses flags that make no sense.
func (o *initOptions) check(schemas []string) error {
	switch {
	case o.ci != "" && o.ci != "github" && o.ci != "gitlab":
		return unknownChoice("--ci", o.ci, []string{"github", "gitlab"})
	case o.editor != "" && o.editor != "vscode":
		return unknownChoice("--editor", o.editor, []string{"vscode"})
	case len(o.types) > 0 && len(schemas) == 0:
		return usage("--type goes with schemas", "eventgen init order.schema.json --type Order")
	}
	return nil
}

// plan decides which files to write.
func (o *initOptions) plan(r repository, schemas []string) ([]output.File, error) {
	found, err := scaffold.Find(os.DirFS("."), isEvent)
	if err != nil {
		return nil, err
	}
	p := r.project()
	p.Events = found.Events
	var plan []output.File
	if r.config != "" {
		p.Config, err = o.keep(r, schemas)
	} else {
		p.Config, err = o.configuration(found, schemas)
		plan = configFiles(p, r)
	}
	if err != nil {
		return nil, err
	}
	if o.ci != "" && !p.HasChecks() {
		return nil, usage("nothing for CI to check: no schema and no folder of events", noSchemaHint)
	}
	for _, name := range []string{o.ci, o.editor} {
		if name != "" {
			plan = append(plan, settings[name](p))
		}
	}
	return plan, nil
}

const noSchemaHint = "name the schemas: eventgen init order.schema.json"

// keep reads the configuration that is there, if nothing is wanted but settings beside it.
func (o *initOptions) keep(r repository, schemas []string) (gen.Config, error) {
	settingsOnly := len(schemas) == 0 && o.packageName == "" && o.out == defaultOut && o.ci+o.editor != ""
	if !settingsOnly {
		return gen.Config{}, usage(r.config+" is there already", "change it, or remove it to begin anew; --ci and --editor keep it")
	}
	return gen.ReadConfig(r.config)
}

// configFiles are eventgen.yaml and, unless a Go file has it, the go:generate line. They are none if
// there is nothing to generate.
func configFiles(p scaffold.Project, r repository) []output.File {
	switch {
	case len(p.Config.Packages) == 0:
		return nil
	case r.hasDirective:
		return []output.File{p.ConfigFile()}
	}
	return []output.File{p.ConfigFile(), p.GenerateFile(r.goPackage)}
}

// isEvent reports whether a document is an event of AWS.
func isEvent(text []byte) bool { return len(catalog.Identify(text)) > 0 }

// create writes the files, if nothing is in the way of any.
func create(r repository, plan []output.File) error {
	err := output.Create(r.root, plan)
	if !errors.Is(err, fs.ErrExist) {
		return err
	}
	for _, f := range plan {
		if _, err := os.Lstat(filepath.Join(r.root, filepath.FromSlash(f.Path))); err != nil {
			continue
		}
		hint := "--print shows what to add to it"
		if filepath.Base(f.Path) == scaffold.GenerateName {
			hint = "put this line into it: " + scaffold.Directive
		}
		return usage(r.display(f)+" is there already, nothing has been written", hint)
	}
	return err
}

// printFiles prints files, each after a line with its name.
func printFiles(w io.Writer, plan []output.File) error {
	for _, f := range plan {
		if _, err := fmt.Fprintf(w, "-- %s --\n%s", report.Printable(f.Path), f.Data); err != nil {
			return err
		}
	}
	return nil
}

// tellCreated says what has been written, and what is to be done now.
func (o *initOptions) tellCreated(w io.Writer, r repository, plan []output.File) {
	var names []string
	for _, f := range plan {
		names = append(names, r.display(f))
		fmt.Fprintln(w, "wrote", report.Printable(r.display(f)))
	}
	var steps []string
	config := slices.Contains(names, scaffold.ConfigName)
	if !r.hasModule && config {
		steps = append(steps, "go mod init")
	}
	if !r.hasTool && (config || o.ci != "") {
		steps = append(steps, "go get -tool "+scaffold.Tool+"@latest")
	}
	if config {
		steps = append(steps, "go generate")
	}
	if len(steps) > 0 {
		tellHint(w, "now run "+strings.Join(steps, ", then "))
	}
}
