package simulate

import (
	"testing"

	"waymark/stages"
)

func BenchmarkRun(b *testing.B) {
	bank := stages.NewBank(plain(b))
	for b.Loop() {
		Run(bank, Options{Respondents: 10, Seed: 1})
	}
}
