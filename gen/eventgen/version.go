package main

import (
	"cmp"
	"fmt"
	"io"
	"runtime"
	"runtime/debug"

	"github.com/spf13/cobra"

	"github.com/eventgen-go/eventgen/internal/report"
)

const versionExample = `  eventgen version
  eventgen version --format json`

func newVersion() *cobra.Command {
	var format string
	cmd := &cobra.Command{
		Use:     "version",
		Short:   "Print the version of eventgen and of the Go it was built with",
		Example: versionExample,
		Args:    refuseArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			info, _ := debug.ReadBuildInfo()
			return originOf(info).print(cmd.OutOrStdout(), format)
		},
	}
	cmd.Flags().StringVar(&format, "format", "text", "print `format`: text or json")
	completeFlag(cmd, "format", oneOf(textOrJSON...))
	return cmd
}

// An origin is what this program was built from, and with. Its schema is version.schema.json in
// gen/schemas.
type origin struct {
	Version  string `json:"version"` // of the module; "(devel)" if it was built from a checkout
	Go       string `json:"go"`
	Platform string `json:"platform"`
	Revision string `json:"revision,omitempty"` // of the checkout, if that is known
	Time     string `json:"time,omitempty"`     // of that revision
	Modified bool   `json:"modified,omitempty"` // the checkout had changes beside
}

// moduleVersion returns the version of the module that this program was built from.
func moduleVersion() string {
	info, _ := debug.ReadBuildInfo()
	return originOf(info).Version
}

// originOf reads what Go noted when it built the program, which may be nothing.
func originOf(info *debug.BuildInfo) origin {
	o := origin{Version: "(devel)", Go: runtime.Version(), Platform: runtime.GOOS + "/" + runtime.GOARCH}
	if info == nil {
		return o
	}
	o.Version = cmp.Or(info.Main.Version, o.Version)
	for _, s := range info.Settings {
		switch s.Key {
		case "vcs.revision":
			o.Revision = s.Value
		case "vcs.time":
			o.Time = s.Value
		case "vcs.modified":
			o.Modified = s.Value == "true"
		}
	}
	return o
}

func (o origin) print(w io.Writer, format string) error {
	text := []byte(o.text())
	switch format {
	case "text":
	case "json":
		text = report.MarshalJSON(o)
	default:
		return unknownChoice("--format", format, textOrJSON)
	}
	_, err := w.Write(text)
	return err
}

// text says "eventgen v1.2.3 go1.26.8 linux/amd64", and the revision on a line of its own.
func (o origin) text() string {
	s := fmt.Sprintf("eventgen %s %s %s\n", o.Version, o.Go, o.Platform)
	if o.Revision == "" {
		return s
	}
	s += "revision " + o.Revision
	if o.Time != "" {
		s += " of " + o.Time
	}
	if o.Modified {
		s += ", modified"
	}
	return s + "\n"
}
