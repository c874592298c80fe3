package content_test

import (
	"cmp"
	"maps"
	"math"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// The guesser is someone who has not read a question and chooses by the words of its options alone,
// knowing how all the other questions are anchored. It is the multinomial naive Bayes classifier with
// Laplace's smoothing (Manning, Raghavan and Schütze, Introduction to Information Retrieval, 2008,
// chapter 13):
//
//	P(c | w₁…wₙ) ∝ P(c) · Π P(wᵢ | c),   P(w | c) = (count of w in c + 1) / (words in c + vocabulary)
//
// Its classes are the bands of the anchors, rounded to whole levels, or the two halves of a question,
// above and below the middle of its anchors. Of the options of a question it takes the one whose
// expected class is highest. Chance is right once in six or seven.

// maxGuessed is the greatest share of single-choice questions whose highest option may be guessed.
const maxGuessed = 1.0 / 3

func TestTheHighestOptionCannotBeGuessedByItsWords(t *testing.T) {
	questions := builtin(t).Questions
	for name, classes := range map[string]classing{"bands": bands, "halves": halves} {
		right, asked := 0, 0
		var told []string
		for i := range questions {
			if questions[i].Several() {
				continue
			}
			asked++
			if learn(slices.Concat(questions[:i], questions[i+1:]), classes).guesses(questions[i]) {
				right++
				told = append(told, questions[i].ID)
			}
		}
		t.Logf("by %s, %d of %d guessed: %s", name, right, asked, strings.Join(told, ", "))
		if float64(right) > maxGuessed*float64(asked) {
			t.Errorf("by %s, the highest option of %d of %d questions was guessed; the words that give most away: %s",
				name, right, asked, strings.Join(learn(questions, classes).tellTales(10), ", "))
		}
	}
}

func TestTheHighestOptionIsNotTheLongest(t *testing.T) {
	right, asked := 0, 0
	for _, q := range builtin(t).Questions {
		if q.Several() {
			continue
		}
		asked++
		longest := slices.MaxFunc(q.Options, func(a, b option) int { return cmp.Compare(len(a.Text), len(b.Text)) })
		if longest.Level == highest(q) {
			right++
		}
	}
	t.Logf("the longest option is the highest in %d of %d", right, asked)
	if float64(right) > maxGuessed*float64(asked) {
		t.Errorf("the longest option is the highest in %d of %d questions", right, asked)
	}
}

// The options of these kinds keep their natural order, and so the highest is where one expects it.
func TestFewScalesAreShownInOrder(t *testing.T) {
	ordered := 0
	for _, q := range builtin(t).Questions {
		if q.Ordered() {
			ordered++
		}
	}
	if ordered > 8 {
		t.Errorf("%d questions show their options in order, and eight are enough", ordered)
	}
}

func highest(q question) float64 { return slices.Max(levels(q)) }

// classing gives the class of each option of a question. A higher class stands for a higher anchor.
type classing func(question) []int

func bands(q question) []int {
	out := make([]int, len(q.Options))
	for i, o := range q.Options {
		out[i] = int(math.Round(o.Level))
	}
	return out
}

func halves(q question) []int {
	at := levels(q)
	middle := (at[(len(at)-1)/2] + at[len(at)/2]) / 2
	out := make([]int, len(q.Options))
	for i, o := range q.Options {
		if o.Level > middle {
			out[i] = 1
		}
	}
	return out
}

// guesser holds what was counted: options and words, by class.
type guesser struct {
	options map[int]int
	words   map[int]map[string]int
	total   map[int]int
	known   map[string]int
}

func learn(questions []question, classes classing) guesser {
	g := guesser{map[int]int{}, map[int]map[string]int{}, map[int]int{}, map[string]int{}}
	for _, q := range questions {
		for i, class := range classes(q) {
			g.options[class]++
			if g.words[class] == nil {
				g.words[class] = map[string]int{}
			}
			for _, w := range wordsOf(q.Options[i].Text) {
				g.words[class][w]++
				g.total[class]++
				g.known[w]++
			}
		}
	}
	return g
}

var wordPart = regexp.MustCompile(`[a-z]+(?:'[a-z]+)?`)

func wordsOf(text string) []string { return wordPart.FindAllString(strings.ToLower(text), -1) }

// chance is P(word | class).
func (g guesser) chance(w string, class int) float64 {
	return float64(g.words[class][w]+1) / float64(g.total[class]+len(g.known))
}

// expects returns the expected class of a text.
func (g guesser) expects(text string) float64 {
	classes := slices.Sorted(maps.Keys(g.options))
	logs := make([]float64, len(classes))
	for i, class := range classes {
		logs[i] = math.Log(float64(g.options[class]))
		for _, w := range wordsOf(text) {
			logs[i] += math.Log(g.chance(w, class))
		}
	}
	top, sum, mean := slices.Max(logs), 0.0, 0.0
	for i, class := range classes {
		p := math.Exp(logs[i] - top)
		sum += p
		mean += p * float64(class)
	}
	return mean / sum
}

// guesses reports whether the option that looks highest is the highest.
func (g guesser) guesses(q question) bool {
	best := slices.MaxFunc(q.Options, func(a, b option) int { return cmp.Compare(g.expects(a.Text), g.expects(b.Text)) })
	return best.Level == highest(q)
}

// tellTales returns the words that speak loudest for the higher or the lower classes, with how often
// they stand in all and their expected class.
func (g guesser) tellTales(n int) []string {
	middle := g.expects("")
	loud := func(w string) float64 { return float64(g.known[w]) * math.Abs(g.expects(w)-middle) }
	all := slices.SortedFunc(maps.Keys(g.known), func(a, b string) int {
		return cmp.Or(cmp.Compare(loud(b), loud(a)), strings.Compare(a, b))
	})
	for i, w := range all[:min(n, len(all))] {
		sign := "low"
		if g.expects(w) > middle {
			sign = "high"
		}
		all[i] = w + " (" + sign + ")"
	}
	return all[:min(n, len(all))]
}
