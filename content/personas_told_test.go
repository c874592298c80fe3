package content_test

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"waymark/quiz/report"
	"waymark/quiz/session"
	"waymark/stages"
)

// compare places a persona and says in words where they came out otherwise than they should have. It
// returns the words of what came.
func (p persona) compare(t *testing.T, run string, b *stages.Bank, iv stages.Interview) []string {
	t.Helper()
	placed := b.Place(iv)
	t.Logf("%s\n%s", run, told(placed))
	should := p.Should
	say := func(what string, want fmt.Stringer, ok bool, got string) {
		if !ok {
			t.Errorf("%s, %s: %s should be %s, and is %s\n%s", p.Name, run, what, want, got, told(placed))
		}
	}
	say("the level held", should.Held, should.Held.holds(*placed.Level), strconv.Itoa(*placed.Level))
	say("the level the answers speak for", should.SpeaksFor, should.SpeaksFor.holds(*placed.SpeaksFor), strconv.Itoa(*placed.SpeaksFor))
	holding := capsThatHold(placed)
	say("the cap that holds", should.Cap, should.Cap.fits(holding), list(holding))
	spikes := spikesOf(placed)
	say("what stands out", should.Spikes, should.Spikes.fits(spikes), list(spikes))
	unknown := notAssessed(placed)
	say("what is not assessed", should.NotAssessed, should.NotAssessed.fits(unknown), list(unknown))
	say("the first gap", should.Gap, should.Gap.has(placed.Next[0].Strand), placed.Next[0].Strand)
	variant := placed.Next[0].Variant
	say("the variant of the first step", word(should.Variant), should.Variant == "" || variant == should.Variant, variant)
	kinds := warningsOf(placed)
	say("the warnings", should.Warnings, should.Warnings.fits(kinds), list(kinds))
	p.compareRoads(t, b, placed, say)
	p.comparePlace(b, placed, say)
	return slices.Concat(holding, spikes, unknown, kinds)
}

type sayer func(what string, want fmt.Stringer, ok bool, got string)

func (p persona) compareRoads(t *testing.T, b *stages.Bank, placed stages.Placement, say sayer) {
	r := sitting(stages.Crossroads, p.Roads).Score(b, map[string]session.Result{stages.Stages: {Placement: placed}}, time.Time{})
	road := leading(r)
	t.Logf("%s: %s", road, axes(r))
	say("the road that leads", p.Should.Road, p.Should.Road.has(road), road+"; "+axes(r))
	pull, push := quadrant(t, r)
	say("that the push is strong", word(strconv.FormatBool(p.Should.Push)), (push == stages.Strong) == p.Should.Push, axes(r))
	t.Logf("pull: %s, push: %s", pull, push)
	for id, want := range p.Should.Ready {
		score, _ := r.Scores.Axis(id + "-ready")
		say("the readiness for "+id, word(want), readiness(score) == want, fmt.Sprintf("%s, %.2f", readiness(score), score))
	}
}

func (p persona) comparePlace(b *stages.Bank, placed stages.Placement, say sayer) {
	if len(p.Place) == 0 {
		return
	}
	r := sitting(stages.Surroundings, p.Place).Score(b, nil, time.Time{})
	var against []string
	for _, w := range r.Snapshot.Surroundings.Winds {
		if score, ok := r.Scores.Axis(w.ID); ok && report.Wind(score, ok) == "holds you back" {
			against = append(against, w.ID)
		}
	}
	say("the headwinds", p.Should.Headwinds, p.Should.Headwinds.fits(against), list(against)+"; "+axes(r))
	about := 0
	for _, n := range placed.Next {
		if slices.Contains(r.Snapshot.Surroundings.Affected(*r.Scores), n.Strand) {
			about++
		}
	}
	say("how many gaps are about the workplace", p.Should.AboutPlace, p.Should.AboutPlace.holds(about), strconv.Itoa(about))
}

// quadrant is the pull and the push that the move told is for.
func quadrant(t *testing.T, r session.Result) (pull, push stages.Force) {
	t.Helper()
	told := report.Move(r)
	for _, m := range r.Snapshot.Crossroads.Moves {
		if m.Text == told || m.Near != "" && m.Near == told {
			return m.Pull, m.Push
		}
	}
	t.Errorf("no move is told, but %q", told)
	return "", ""
}

// leading is the road whose pull is strongest: none where no road pulls, all of them where several do.
func leading(r session.Result) string {
	roads := report.Roads(r)
	first, _ := r.Scores.Axis(roads[0].PullAxis())
	if report.HardlyPulls(first, true) {
		return "none"
	}
	var ids []string
	for _, road := range roads {
		if pull, _ := r.Scores.Axis(road.PullAxis()); pull >= first-stages.NearTie && !report.HardlyPulls(pull, true) {
			ids = append(ids, road.ID)
		}
	}
	return strings.Join(ids, " and ")
}

// readiness is what the report says of it, in a word.
func readiness(score float64) string {
	switch said := report.Ready(score); {
	case strings.Contains(said, "most"):
		return "high"
	case strings.Contains(said, "some"):
		return "part"
	}
	return "low"
}

func capsThatHold(r stages.Placement) []string {
	if r.HeldBy == nil {
		return nil
	}
	return []string{string(r.HeldBy.Cap)}
}

func spikesOf(r stages.Placement) []string {
	var out []string
	for _, s := range r.Strands {
		switch {
		case s.Spike > 0:
			out = append(out, s.ID+" up")
		case s.Spike < 0:
			out = append(out, s.ID+" down")
		}
	}
	return out
}

func notAssessed(r stages.Placement) []string {
	var out []string
	for _, s := range r.Strands {
		if s.Level == nil {
			out = append(out, s.ID)
		}
	}
	return out
}

func warningsOf(r stages.Placement) []string {
	var out []string
	for _, w := range r.Warnings {
		if !slices.Contains(out, string(w.Kind)) {
			out = append(out, string(w.Kind))
		}
	}
	return out
}

// told is a result in a few lines.
func told(r stages.Placement) string {
	var b strings.Builder
	fmt.Fprintf(&b, "\tlevel %d of %d, certainty %.2f, %d asked; held by %v; what stands out: %v; warnings: %v\n\tstrands:",
		*r.Level, *r.SpeaksFor, r.Confidence, len(r.Asked), capsThatHold(r), spikesOf(r), warningsOf(r))
	for _, s := range r.Strands {
		level := "not assessed"
		if s.Level != nil {
			level = strconv.Itoa(*s.Level)
		}
		fmt.Fprintf(&b, " %s %s,", s.ID, level)
	}
	b.WriteString(" next:")
	for _, n := range r.Next {
		fmt.Fprintf(&b, " %s (%s),", n.Step, n.Variant)
	}
	return strings.TrimSuffix(b.String(), ",")
}

func axes(r session.Result) string {
	var out []string
	for _, a := range r.Scores.Axes {
		if a.Score != nil {
			out = append(out, fmt.Sprintf("%s %.2f", a.ID, *a.Score))
		}
	}
	return strings.Join(out, ", ")
}

func list(all []string) string {
	if len(all) == 0 {
		return "none"
	}
	return strings.Join(all, ", ")
}
