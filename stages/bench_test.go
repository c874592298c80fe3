package stages

import (
	"fmt"
	"testing"
)

func half(b *Bank) Interview {
	iv := Interview{Seed: 1}
	for len(iv.Asked) < 8 {
		q, _ := b.Next(iv)
		iv = iv.With(q.ID, Answer{Options: []string{q.Options[len(iv.Asked)%2+2].ID}})
	}
	return iv
}

func sized(n int) *Catalog {
	c := PlainCatalog()
	c.Questions = nil
	for i := range n {
		c.Questions = append(c.Questions, plainQuestion(c.Strands[i%6].ID, i/6+1))
	}
	return c
}

func BenchmarkNext(b *testing.B) {
	for _, n := range []int{60, 1000, 10000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			bank := NewBank(sized(n))
			iv := half(bank)
			b.ReportAllocs()
			for b.Loop() {
				bank.Next(iv)
			}
		})
	}
}

func BenchmarkPlace(b *testing.B) {
	bank := NewBank(sized(60))
	iv := half(bank)
	b.ReportAllocs()
	for b.Loop() {
		bank.Place(iv)
	}
}

func BenchmarkRemaining(b *testing.B) {
	bank := NewBank(sized(60))
	iv := half(bank)
	b.ReportAllocs()
	for b.Loop() {
		bank.Remaining(iv)
	}
}

func BenchmarkExplain(b *testing.B) {
	bank := NewBank(sized(60))
	iv := half(bank)
	r := bank.Place(iv)
	for b.Loop() {
		bank.Explain(iv, &r)
	}
}
