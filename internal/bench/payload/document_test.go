package payload

import "testing"

const sample = `{"b":[{"y":1.50,"x":"<é"},[],{}],"a":null}`

func TestForms(t *testing.T) {
	tests := map[Form]string{
		AsSent:   sample,
		Reversed: `{"a":null,"b":[{"x":"<é","y":1.50},[],{}]}`,
		Indented: `{
  "b": [
    {
      "y": 1.50,
      "x": "<é"
    },
    [],
    {}
  ],
  "a": null
}`,
	}
	d, err := parse([]byte(sample))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range Forms {
		got, err := f.write(d)
		if err != nil {
			t.Fatal(err)
		}
		if string(got) != tests[f] {
			t.Errorf("%s:\n%s\nwant\n%s", f, got, tests[f])
		}
	}
}

func TestWith(t *testing.T) {
	d, err := parse([]byte(`{"a":{"b":"1","c":"2"}}`))
	if err != nil {
		t.Fatal(err)
	}
	changed := d.(object).with("\"3\"", "a", "c")
	if got, want := string(appendTo(nil, changed)), `{"a":{"b":"1","c":"\"3\""}}`; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	if got, want := string(appendTo(nil, d)), `{"a":{"b":"1","c":"2"}}`; got != want {
		t.Errorf("the original has become %s", got)
	}
}

func TestParseRefuses(t *testing.T) {
	for _, data := range []string{``, `{`, `[1`, `{"a":}`, `{"a":1,"a":2}`} {
		if d, err := parse([]byte(data)); err == nil {
			t.Errorf("%q gives %v", data, d)
		}
	}
}
