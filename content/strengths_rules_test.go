package content_test

import (
	"strings"
	"testing"

	"waymark/stages"
)

var (
	works   = []string{"support", "engineering", "consulting"}
	readers = []string{"product", "architect", "manager"}
)

func TestStrengthsAreTranslatedForEveryStrandAndWork(t *testing.T) {
	c := builtin(t)
	for _, strand := range strandIDs(c) {
		for _, work := range works {
			n := 0
			for _, s := range c.Strengths {
				if s.Strand == strand && s.Work == work {
					n++
				}
			}
			if n != 1 {
				t.Errorf("%s from %s is translated %d times, and once is wanted", strand, work, n)
			}
		}
	}
}

func TestStrengthsSpeakToEveryReader(t *testing.T) {
	for _, s := range builtin(t).Strengths {
		for _, reader := range readers {
			if s.Proves[reader] == "" || s.CV[reader] == "" {
				t.Errorf("%s from %s says nothing to the reader %s", s.Strand, s.Work, reader)
			}
		}
	}
}

func TestLinesForACVHoldTheEvidenceOnce(t *testing.T) {
	for _, s := range builtin(t).Strengths {
		for _, reader := range readers {
			if n := strings.Count(s.CV[reader], "{evidence}"); n != 1 {
				t.Errorf("%s from %s, for %s, holds {evidence} %d times: %q", s.Strand, s.Work, reader, n, s.CV[reader])
			}
		}
	}
}

func TestNoTwoStrengthsAreSaidAlike(t *testing.T) {
	seen := map[string]string{}
	for _, s := range builtin(t).Strengths {
		for _, texts := range []map[string]string{s.Proves, s.CV} {
			for _, reader := range readers {
				notAgain(t, seen, name(s)+", "+reader, texts[reader])
			}
		}
	}
}

func name(s stages.Strength) string { return s.Strand + " from " + s.Work }
