package conformance

import (
	"context"
	"os"
	"os/exec"
	"syscall"
)

// boundedCommand returns a command that gets no more than 4 GiB of address space.
func boundedCommand(ctx context.Context, name string, arguments ...string) *exec.Cmd {
	script := []string{"-c", `ulimit -v 4194304 && exec "$0" "$@"`, name}
	return exec.CommandContext(ctx, "/bin/sh", append(script, arguments...)...)
}

// memoryOf returns how much memory a process that has ended used at most, in MiB.
func memoryOf(p *os.ProcessState) int64 {
	usage, ok := p.SysUsage().(*syscall.Rusage)
	if !ok {
		return 0
	}
	return usage.Maxrss / 1024
}
