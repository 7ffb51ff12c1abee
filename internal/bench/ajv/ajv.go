// Package ajv times ajv, a validator in JavaScript that compiles schemas, in a process of node.
//
// In goes a schema with a document, out comes a clock that asks the process what its runs took.
package ajv

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"time"

	"github.com/eventgen-go/eventgen/internal/bench/measure"
)

// A Process is node with ajv in it.
type Process struct {
	Version string // of both

	cmd     *exec.Cmd
	in      io.WriteCloser
	answers *json.Decoder
}

// A NotInstalledError says what is missing.
type NotInstalledError struct{ What string }

func (e *NotInstalledError) Error() string {
	return e.What + " is not installed; make bench-ajv installs ajv where there is node"
}

// Start starts ajv as it was installed in a folder, or returns a *NotInstalledError.
func Start(dir string) (*Process, error) {
	node, err := exec.LookPath("node")
	if err != nil {
		return nil, &NotInstalledError{"node"}
	}
	if _, err := os.Stat(filepath.Join(dir, "node_modules", "ajv")); err != nil {
		return nil, &NotInstalledError{"ajv"}
	}
	p := &Process{cmd: exec.Command(node, "--expose-gc", "serve.js")}
	p.cmd.Dir, p.cmd.Stderr = dir, os.Stderr
	if p.in, err = p.cmd.StdinPipe(); err != nil {
		return nil, err
	}
	out, err := p.cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	p.answers = json.NewDecoder(out)
	if err := p.cmd.Start(); err != nil {
		return nil, err
	}
	a, err := p.answer()
	p.Version = a.Version
	return p, err
}

// Close ends the process.
func (p *Process) Close() error {
	return errors.Join(p.in.Close(), p.cmd.Wait())
}

type request struct {
	Schema   json.RawMessage `json:"schema,omitempty"`
	Document string          `json:"document,omitempty"`
	Number   int             `json:"number"`
	Runs     int             `json:"runs,omitempty"`
}

type answer struct {
	Version string  `json:"version"`
	Number  int     `json:"number"`
	Micros  float64 `json:"micros"`
	Error   string  `json:"error"`
}

// Clock returns the clock of parsing and validating a document.
func (p *Process) Clock(schema, document []byte) (measure.Clock, error) {
	loaded, err := p.ask(request{Schema: schema, Document: string(document)})
	return func(n int) (time.Duration, error) {
		a, err := p.ask(request{Number: loaded.Number, Runs: n})
		return time.Duration(a.Micros * float64(time.Microsecond)), err
	}, err
}

func (p *Process) ask(r request) (answer, error) {
	line, err := json.Marshal(r)
	if err != nil {
		return answer{}, err
	}
	if _, err := p.in.Write(append(line, '\n')); err != nil {
		return answer{}, fmt.Errorf("ajv: %w", err)
	}
	return p.answer()
}

func (p *Process) answer() (answer, error) {
	var a answer
	if err := p.answers.Decode(&a); err != nil {
		return a, fmt.Errorf("ajv: %w", err)
	}
	if a.Error != "" {
		return a, errors.New("ajv: " + a.Error)
	}
	return a, nil
}
