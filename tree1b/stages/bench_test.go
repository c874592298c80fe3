package stages

import (
	"fmt"
	"testing"
)

// begun is an interview eight questions in.
func begun(b *Bank) Interview {
	iv := Interview{Seed: 1}
	for len(iv.Asked) < 8 {
		q, _ := b.Next(iv)
		iv = iv.With(q.ID, at(3+len(iv.Asked)%2))
	}
	return iv
}

// sized is a plain bank of n questions, every seventh a checklist.
func sized(n int) *Bank {
	c := PlainCatalog()
	c.Questions = nil
	for i := range n {
		q := plainQuestion(c.Strands[i%len(c.Strands)].ID, i/len(c.Strands)+1)
		if i%7 == 6 {
			q.Kind = Checklist
		}
		c.Questions = append(c.Questions, q)
	}
	return NewBank(c)
}

func BenchmarkNext(b *testing.B) {
	for _, n := range []int{60, 1000, 10_000} {
		bank := sized(n)
		iv := begun(bank)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				bank.Next(iv)
			}
		})
	}
}

// One answer at the screen: take it in, see how long it may be, choose the next question.
func BenchmarkAnswer(b *testing.B) {
	bank := sized(60)
	iv := begun(bank)
	q, _ := bank.Next(iv)
	b.ReportAllocs()
	for b.Loop() {
		after := iv.With(q.ID, at(3))
		bank.Outlook(after)
		bank.Next(after)
	}
}

func BenchmarkPlace(b *testing.B) {
	bank := sized(60)
	iv := begun(bank)
	b.ReportAllocs()
	for b.Loop() {
		bank.Place(iv)
	}
}

func BenchmarkExplain(b *testing.B) {
	bank := sized(60)
	iv := answerAll(bank, Interview{}, func(*Question) Answer { return at(3) })
	b.ReportAllocs()
	for b.Loop() {
		r := bank.Place(iv)
		bank.Explain(iv, &r)
	}
}

// No candidate question costs an allocation: a bank ten times as large takes as many.
func TestCandidatesAreFree(t *testing.T) {
	count := func(n int) float64 {
		bank := sized(n)
		iv := begun(bank)
		return testing.AllocsPerRun(20, func() { bank.Next(iv) })
	}
	if small, large := count(60), count(600); large > small+2 {
		t.Errorf("%v allocations among 60 questions, %v among 600", small, large)
	}
}
