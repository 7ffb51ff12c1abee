package race

import "testing"

// BenchmarkRivals measures one rival at a time, for profiles: go test ./race -bench 'Rivals/as_sent/S3/decode/eventgen' -cpuprofile cpu.prof.
func BenchmarkRivals(b *testing.B) {
	for c, err := range contests() {
		if err != nil {
			b.Fatal(err)
		}
		for _, t := range tasks {
			for _, r := range c.event.lineup.rivals[t] {
				b.Run(string(c.form)+"/"+c.event.name+"/"+string(t)+"/"+r.name, func(b *testing.B) {
					run, err := r.prepare(c.input)
					if err != nil {
						b.Fatal(err)
					}
					b.SetBytes(int64(len(c.input.data)))
					b.ReportAllocs()
					for b.Loop() {
						_ = run()
					}
				})
			}
		}
	}
}
