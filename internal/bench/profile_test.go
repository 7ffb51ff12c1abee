package main

import "testing"

// BenchmarkRivals measures one rival at a time, for profiles: go test -bench 'Rivals/as_sent/S3/decode/eventgen' -cpuprofile cpu.prof.
func BenchmarkRivals(b *testing.B) {
	for c, err := range contests() {
		if err != nil {
			b.Fatal(err)
		}
		for _, t := range tasks {
			for _, r := range c.rivals[t] {
				b.Run(string(c.form)+"/"+c.event+"/"+string(t)+"/"+r.name, func(b *testing.B) {
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
