package stages

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"testing"
)

func TestTeamNeedsFive(t *testing.T) {
	one := Share{Strands: map[string]int{"craft": 3}, Helps: []string{"voice"}}
	for n := range TeamLeast {
		shares := make([]Share, n)
		for i := range shares {
			shares[i] = one
		}
		if team, ok := NewTeam(shares); ok || !reflect.DeepEqual(team, Team{}) {
			t.Errorf("%d shares give %+v", n, team)
		}
	}
	team, ok := NewTeam([]Share{one, one, one, one, one})
	want := Team{5, []TeamStrand{{"craft", 3, 5}}, []TeamCount{{"voice", 5}}, []TeamCount{}, []TeamCount{}}
	if !ok || !reflect.DeepEqual(team, want) {
		t.Errorf("five shares give %+v", team)
	}
}

func TestTeamRoundsDown(t *testing.T) {
	var shares []Share
	for i := range 13 {
		s := Share{Strands: map[string]int{"craft": 1 + i%3}, Steps: []string{"a", "a"}} // 5 at 1, 4 at 2, 4 at 3
		if i < 4 {
			s.Against = []string{"load"}
			s.Strands["reach"] = 5
		}
		shares = append(shares, s)
	}
	team, _ := NewTeam(shares)
	want := Team{10, []TeamStrand{{"craft", 2, 5}, {"craft", 1, 10}}, []TeamCount{}, []TeamCount{}, []TeamCount{{"a", 10}}}
	if !reflect.DeepEqual(team, want) {
		t.Errorf("got %+v", team)
	}
}

// TestTeamTellsNobodyApart takes one person out of many teams: what is told of the others is the same, or a number
// falls by a whole group.
func TestTeamTellsNobodyApart(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 0))
	for range 200 {
		var shares []Share
		for range TeamLeast + 1 + rng.IntN(20) {
			s := Share{Strands: map[string]int{}}
			for d := range 3 {
				s.Strands[fmt.Sprint(d)] = 1 + rng.IntN(plainLevels)
				if rng.IntN(2) == 0 {
					s.Steps = append(s.Steps, fmt.Sprint(d))
				}
			}
			shares = append(shares, s)
		}
		for _, team := range []func() (Team, bool){func() (Team, bool) { return NewTeam(shares) }, func() (Team, bool) { return NewTeam(shares[1:]) }} {
			got, _ := team()
			for _, s := range got.Strands {
				if s.People < TeamLeast || s.People%TeamLeast != 0 || s.People > got.People {
					t.Fatalf("tells of %+v", s)
				}
			}
			for _, s := range got.Steps {
				if s.People < TeamLeast || s.People%TeamLeast != 0 {
					t.Fatalf("tells of %+v", s)
				}
			}
		}
	}
}
