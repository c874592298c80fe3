package report

import (
	"math"

	"waymark/quiz/locale"
	"waymark/stages"
)

// scale are the scores from which there's a little of something, some of it, and a lot; less is none. Words and gauges share it, so
// that a gauge of one length has one word, whatever it's a gauge of.
type scale struct{ little, some, lot float64 }

var (
	pullScale  = scale{atAll, pullsALittle, pullsALot}
	readyScale = scale{atAll, partlyReady, stages.NearFrom}
	pushScale  = scale{atAll, pushesSome, pushes}
	leanScale  = scale{2 * (0.5 - stages.HeadwindTo), 0.4, 0.6} // of how far from the middle a side stands
)

// rounding is what a sum of tenths may fall short by.
const rounding = 1e-9

func (s scale) word(score float64, known bool) string {
	switch score += rounding; {
	case !known:
		return locale.Text("unsure")
	case score >= s.lot:
		return locale.Text("a lot")
	case score >= s.some:
		return locale.Text("some")
	case score >= s.little:
		return locale.Text("a little")
	}
	return locale.Text("none")
}

// cells is how many cells of a gauge a score fills: each word has a third of them.
func (s scale) cells(score float64, cells int) int {
	borders, full := []float64{s.little, s.some, s.lot, 1}, 0
	words := len(borders) - 1
	score += rounding
	for i := range words {
		if score < borders[i] {
			break
		}
		from, to := i*cells/words, (i+1)*cells/words
		share := min(1, (score-borders[i])/(borders[i+1]-borders[i]))
		full = min(to, from+1+int(share*float64(to-from)))
	}
	return full
}

// PullWord says how much a road appeals, in a word.
func PullWord(score float64, known bool) string { return pullScale.word(score, known) }

// PullCells is how many cells of a gauge a pull fills.
func PullCells(score float64, cells int) int { return pullScale.cells(score, cells) }

// ReadyWord says how much of what a road asks for a person has, in a word.
func ReadyWord(score float64, known bool) string { return readyScale.word(score, known) }

// ReadyCells is how many cells of a gauge readiness fills.
func ReadyCells(score float64, cells int) int { return readyScale.cells(score, cells) }

// PushWord says how strong the wish to leave is, in a word.
func PushWord(score float64, known bool) string { return pushScale.word(score, known) }

// PushCells is how many cells of a gauge the wish to leave fills.
func PushCells(score float64, cells int) int { return pushScale.cells(score, cells) }

// WindWord says how much a side of the workplace helps or holds back, in a word.
func WindWord(score float64, known bool) string {
	if known && lean(score) < leanScale.little {
		return locale.Text("neither")
	}
	return leanScale.word(lean(score), known)
}

// WindCells is how many cells either half of an axis fills, where the side stands on it.
func WindCells(score float64, half int) int { return leanScale.cells(lean(score), half) }

// lean is how far from the middle a score stands, from 0 to 1; 0 where the side counts neither as a help nor as holding back.
func lean(score float64) float64 {
	if score > stages.HeadwindTo && score < stages.TailwindFrom {
		return 0
	}
	return 2*math.Abs(score-0.5) + rounding
}
