package race

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"runtime"
	"time"

	"github.com/eventgen-go/eventgen/internal/bench/measure"
	"github.com/eventgen-go/eventgen/internal/bench/payload"
)

// A worker is a rival in a process of its own: this program again, with other arguments, which
// writes what a run allocates, and then answers each number of runs with the nanoseconds of CPU
// time that they took.
type worker struct {
	memory  measure.Memory
	cmd     *exec.Cmd
	in      io.WriteCloser
	answers *json.Decoder
}

func startWorker(c contest, t task, r rival) (*worker, error) {
	program, err := os.Executable()
	if err != nil {
		return nil, err
	}
	w := &worker{cmd: exec.Command(program, WorkerCommand, string(c.from), c.event.name, string(c.form), string(t), r.name)}
	w.cmd.Stderr = os.Stderr
	if w.in, err = w.cmd.StdinPipe(); err != nil {
		return nil, err
	}
	out, err := w.cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	w.answers = json.NewDecoder(out)
	if err := w.cmd.Start(); err != nil {
		return nil, err
	}
	if err := w.answers.Decode(&w.memory); err != nil {
		return nil, fmt.Errorf("%s: %w", r.name, errors.Join(err, w.close()))
	}
	return w, nil
}

// time is the clock of the worker.
func (w *worker) time(n int) (time.Duration, error) {
	if _, err := fmt.Fprintln(w.in, n); err != nil {
		return 0, err
	}
	var took time.Duration
	err := w.answers.Decode(&took)
	return took, err
}

// close ends the process.
func (w *worker) close() error {
	return errors.Join(w.in.Close(), w.cmd.Wait())
}

// WorkerCommand is the first argument that makes a program a worker; see [Work].
const WorkerCommand = "race-worker"

// Work is the other end of a worker. The arguments are those behind [WorkerCommand].
func Work(args []string, in io.Reader, out io.Writer) error {
	if len(args) != 5 {
		return fmt.Errorf("%q: want the folder of documents, the event, the form, the task and the rival", args)
	}
	run, err := prepare(payload.Testdata(args[0]), args[1], payload.Form(args[2]), task(args[3]), args[4])
	if err != nil {
		return err
	}
	if err := run(); err != nil {
		return err
	}
	runtime.GOMAXPROCS(1)
	answers := json.NewEncoder(out)
	if err := answers.Encode(measure.MemoryOf(run)); err != nil {
		return err
	}
	clock := measure.Here(run)
	for lines := bufio.NewScanner(in); lines.Scan(); {
		var n int
		if _, err := fmt.Sscan(lines.Text(), &n); err != nil {
			return fmt.Errorf("%q: want a number of runs", lines.Text())
		}
		took, err := clock(n)
		if err != nil {
			return err
		}
		if err := answers.Encode(took); err != nil {
			return err
		}
	}
	return nil
}

// prepare makes what a worker runs.
func prepare(from payload.Testdata, eventName string, f payload.Form, t task, rivalName string) (func() error, error) {
	e, ok := eventNamed(eventName)
	if !ok {
		return nil, fmt.Errorf("no event %q", eventName)
	}
	r, ok := e.lineup.find(t, rivalName)
	if !ok {
		return nil, fmt.Errorf("%s of %s: no rival %q", t, eventName, rivalName)
	}
	c, err := newContest(e, f, from)
	if err != nil {
		return nil, err
	}
	return r.prepare(c.input)
}
