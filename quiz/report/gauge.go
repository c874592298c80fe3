package report

import "waymark/stages"

// PullCells is how many cells of a gauge a pull fills. Each word of [PullWord] has cells of its own, so that two gauges
// of one length have one word.
func PullCells(score float64, cells int) int {
	return filled(score, cells, atAll, pullsALittle, pulls, pullsClearly, 1)
}

// ReadyCells is how many cells of a gauge readiness fills, by the words of [ReadyWord].
func ReadyCells(score float64, cells int) int {
	return filled(score, cells, atAll, partlyReady, stages.NearFrom, 1)
}

// PushCells is how many cells of a gauge the wish to leave fills, by the words of [Push].
func PushCells(score float64, cells int) int { return filled(score, cells, 0, pushesSome, pushes, 1) }

// filled is how many cells of a gauge a score fills, whose words begin at each of the borders but the last, where the
// scores end. A word's cells are as many as any other's; below the first border there are none.
func filled(score float64, cells int, borders ...float64) int {
	words, full := len(borders)-1, 0
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
