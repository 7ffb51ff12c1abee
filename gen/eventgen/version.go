package main

import (
	"fmt"
	"runtime"
	"runtime/debug"

	"github.com/spf13/cobra"
)

func newVersion() *cobra.Command {
	return &cobra.Command{
		Use:     "version",
		Short:   "Print the version of eventgen and of the Go it was built with",
		Example: "  eventgen version",
		Args:    refuseArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			_, err := fmt.Fprintf(cmd.OutOrStdout(), "eventgen %s %s\n", moduleVersion(), runtime.Version())
			return err
		},
	}
}

// moduleVersion returns the version of the module that this program was built from; "(devel)"
// if that was a checkout.
func moduleVersion() string {
	info, ok := debug.ReadBuildInfo()
	if !ok || info.Main.Version == "" {
		return "(devel)"
	}
	return info.Main.Version
}
