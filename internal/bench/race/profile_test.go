package race

import "testing"

// BenchmarkRivals measures one rival at a time, for profiles: go test ./race -bench 'Rivals/as_sent/S3/decode/eventgen' -cpuprofile cpu.prof.
func BenchmarkRivals(b *testing.B) {
	for c, err := range contests(nil) {
		if err != nil {
			b.Fatal(err)
		}
		for _, t := range tasks {
			for _, r := range c.rivals[t] {
				if r.run == nil {
					continue
				}
				b.Run(string(c.form)+"/"+c.event.name+"/"+string(t)+"/"+r.name, func(b *testing.B) {
					b.SetBytes(int64(c.bytes))
					b.ReportAllocs()
					for b.Loop() {
						_ = r.run()
					}
				})
			}
		}
	}
}
