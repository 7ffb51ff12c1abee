package ajv

import (
	"errors"
	"testing"
	"time"
)

func TestClock(t *testing.T) {
	p, err := Start(".")
	if _, missing := errors.AsType[*NotInstalledError](err); missing {
		t.Skip(err)
	}
	if err != nil {
		t.Fatal(err)
	}
	const schema = `{"required":["a"],"x-go-type":"T"}`
	clock, err := p.Clock([]byte(schema), []byte(`{"a":"é"}`))
	if err != nil {
		t.Fatal(err)
	}
	if took, err := clock(10_000); err != nil || took <= 0 || took > 10*time.Second {
		t.Errorf("10,000 runs took %v, %v", took, err)
	}
	for _, document := range []string{`{}`, `{"a":`} {
		clock, err := p.Clock([]byte(schema), []byte(document))
		if err != nil {
			t.Fatal(err)
		}
		if _, err := clock(1); err == nil {
			t.Errorf("%s passes", document)
		}
	}
	if err := p.Close(); err != nil {
		t.Error(err)
	}
}

func TestAbsenceIsSaid(t *testing.T) {
	_, err := Start(t.TempDir())
	if _, missing := errors.AsType[*NotInstalledError](err); !missing {
		t.Errorf("%v", err)
	}
}
