//go:build !linux

package conformance

import (
	"context"
	"os"
	"os/exec"
)

// boundedCommand returns a command; its memory is bounded on Linux only.
func boundedCommand(ctx context.Context, name string, arguments ...string) *exec.Cmd {
	return exec.CommandContext(ctx, name, arguments...)
}

// memoryOf returns 0: how much memory a process used is known on Linux only.
func memoryOf(*os.ProcessState) int64 { return 0 }
