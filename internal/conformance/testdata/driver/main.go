// Command driver puts documents before generated types. In go questions, JSON values on standard
// input; out come as many verdicts, on standard output and in the same order.
//
// It ends early if a document takes too long: the verdict on that one is then missing.
package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"time"
)

// limit is how long all entry points together may take for one document.
const limit = 20 * time.Second

type question struct {
	Folder   string // of the generated package
	Document []byte
}

func main() {
	if err := answer(json.NewDecoder(bufio.NewReader(os.Stdin)), os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
}

func answer(in *json.Decoder, out io.Writer) error {
	verdicts := json.NewEncoder(out)
	for {
		var q question
		if err := in.Decode(&q); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return err
		}
		tooLong := time.AfterFunc(limit, func() {
			fmt.Fprintln(os.Stderr, "no verdict after", limit)
			os.Exit(2)
		})
		v := judges[q.Folder](q.Document)
		tooLong.Stop()
		if err := verdicts.Encode(v); err != nil {
			return err
		}
	}
}

// A root is what every generated root type has, by value and by pointer.
type root[T any] interface {
	*T
	document
	json.Unmarshaler
}

// judge asks all entry points of the type T for their verdict.
func judge[T any, P root[T]](doc []byte, valid func([]byte) bool, validate func([]byte) error, decode func([]byte) (T, error)) verdict {
	return entryPoints{
		valid, validate,
		func(doc []byte) (document, error) { value, err := decode(doc); return P(&value), err },
		func(doc []byte) error { var again T; return P(&again).UnmarshalJSON(doc) },
	}.judge(doc)
}
