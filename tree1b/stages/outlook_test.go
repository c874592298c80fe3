package stages

import "testing"

// The reasons for more than the first questions, on the plain bank, whose strands have four questions each.
func TestReasons(t *testing.T) {
	c := PlainCatalog()
	b := NewBank(c)
	covered := func(at func(strand int) int) Interview {
		iv := Interview{}
		for d := range c.Strands {
			for n := range 2 {
				iv = iv.With(c.Questions[4*d+n].ID, Answer{Options: []string{c.Questions[4*d+n].Options[at(d)-1].ID}})
			}
		}
		return iv
	}
	uneven := covered(func(d int) int { return []int{3, 5, 3, 5, 3, 3}[d%6] })
	even := covered(func(int) int { return 3 })
	for name, want := range map[string]struct {
		iv Interview
		Outlook
	}{
		"nothing asked":      {Interview{}, Outlook{First: 12, Most: 24}},
		"in the short one":   {Interview{Quick: true}, Outlook{First: 6, Most: 9}},
		"strands differ":     {uneven, Outlook{First: 12, Most: 24, Open: OpenStrands}},
		"all alike":          {even, Outlook{First: 12, Most: 24, Open: OpenLevel}},
		"one more":           {even.With("s1-q4", at(3)), Outlook{First: 12, Most: 24, Open: OpenLevel}},
		"a skip":             {Interview{}.With("s1-q1", Answer{Skip: Unsure}), Outlook{First: 13, Most: 24}},
		"one chance missed":  {Interview{}.With("s1-q1", Answer{Skip: NoChance}), Outlook{First: 13, Most: 24}},
		"two chances missed": {Interview{}.With("s1-q1", Answer{Skip: NoChance}).With("s1-q2", Answer{Skip: NoChance}), Outlook{First: 12, Most: 24}},
	} {
		if got := b.Outlook(want.iv); got != want.Outlook {
			t.Errorf("%s: %+v, want %+v", name, got, want.Outlook)
		}
	}
}

// A checklist is much to read before one has settled in, so it is never the first, unless its strand has nothing
// else.
func TestTheFirstQuestionIsASingleChoice(t *testing.T) {
	for seed := range uint64(50) {
		c := PlainCatalog()
		for i := range c.Questions {
			if i%4 > 0 {
				c.Questions[i].Kind = Checklist
			}
		}
		if q, _ := NewBank(c).Next(Interview{Seed: seed}); q.Several() {
			t.Errorf("seed %d begins with the checklist %s", seed, q.ID)
		}
		for i := range c.Questions {
			c.Questions[i].Kind = Checklist
		}
		if _, ok := NewBank(c).Next(Interview{Seed: seed}); !ok {
			t.Error("nothing but checklists, and nothing is asked")
		}
	}
}
