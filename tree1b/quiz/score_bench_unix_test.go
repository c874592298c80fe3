//go:build unix

package quiz

import (
	"bufio"
	"encoding/json"
	"io"
	"runtime"
	"testing"
	"time"

	"golang.org/x/sys/unix"

	"waymark/stages"
)

// BenchmarkScoreLines scores people who answered all questions, as waymark score --jsonl does: people of whom every answer
// is another one, and people of a level each, for whom it takes longest to say whether one answer would change it.
func BenchmarkScoreLines(b *testing.B) {
	c := newScorer(b).bank.Catalog()
	var mixed, steady [][]byte
	for n := range 50 {
		mixed = append(mixed, everyone(c, n))
		steady = append(steady, steadily(b, c, 1+4*float64(n)/49))
	}
	b.Run("mixed", func(b *testing.B) { scoreAll(b, mixed) })
	b.Run("steady", func(b *testing.B) { scoreAll(b, steady) })
}

// steadily is a person who is at one level in all.
func steadily(b *testing.B, c *stages.Catalog, level float64) []byte {
	answers := map[string]any{}
	for id, a := range atLevel(c, level) {
		answers[id] = a.Options
		if len(a.Options) == 1 {
			answers[id] = a.Options[0]
		}
	}
	line, err := json.Marshal(map[string]any{"answers": answers})
	if err != nil {
		b.Fatal(err)
	}
	return append(line, '\n')
}

// scoreAll reports people a second, and the time that the processor takes for one. The latter hardly depends on what else
// the machine does, and gives the people a second that a machine with nothing else to do reaches.
func scoreAll(b *testing.B, people [][]byte) {
	s := newScorer(b)
	b.ReportAllocs()
	b.ResetTimer()
	before := processorTime(b)
	in := &generator{left: b.N, line: func(left int) []byte { return people[left%len(people)] }}
	if err := s.scoreLines(in, bufio.NewWriter(io.Discard)); err != nil {
		b.Fatal(err)
	}
	each := (processorTime(b) - before) / time.Duration(b.N)
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "people/s")
	b.ReportMetric(float64(each.Nanoseconds())/1e3, "µs-of-processor/person")
	b.ReportMetric(float64(runtime.GOMAXPROCS(0))/each.Seconds(), "people/s-if-idle")
}

func processorTime(b *testing.B) time.Duration {
	var used unix.Rusage
	if err := unix.Getrusage(unix.RUSAGE_SELF, &used); err != nil {
		b.Fatal(err)
	}
	return time.Duration(used.Utime.Nano() + used.Stime.Nano())
}
