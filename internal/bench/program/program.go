// Package program builds and runs the programs that are measured.
package program

import (
	"bytes"
	"fmt"
	"os/exec"
	"path"
	"path/filepath"
	"strings"
)

const eventgen = "github.com/eventgen-go/eventgen"

// Eventgen builds the command into a folder, and returns its path.
func Eventgen(into string) (string, error) {
	root, err := Root()
	if err != nil {
		return "", err
	}
	return Build(root, eventgen+"/gen/eventgen", into)
}

// Root returns the folder of eventgen's module.
func Root() (string, error) {
	out, err := Output(exec.Command("go", "list", "-m", "-f", "{{.Dir}}", eventgen))
	return strings.TrimSpace(out), err
}

// Build builds a package of the module in a folder, and returns the path of the program.
func Build(module, pkg, into string) (string, error) {
	name := filepath.Join(into, path.Base(pkg))
	cmd := exec.Command("go", "build", "-o", name, pkg)
	cmd.Dir = module
	_, err := Output(cmd)
	return name, err
}

// Output runs a command and returns what it prints. What it says on standard error comes with the
// error.
func Output(cmd *exec.Cmd) (string, error) {
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		return "", fmt.Errorf("%s: %w: %s", strings.Join(cmd.Args, " "), err, stderr.String())
	}
	return string(out), nil
}
