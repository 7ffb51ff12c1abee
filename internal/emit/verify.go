package emit

import "github.com/eventgen-go/eventgen/internal/output"

func (e *emitter) verify(files []output.File) error { return nil }
