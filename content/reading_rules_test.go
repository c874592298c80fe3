package content_test

import (
	"regexp"
	"strings"
	"testing"
)

// The figure is Flesch's reading ease, 206.835 - 1.015 words a sentence - 84.6 syllables a word
// (Flesch, A new readability yardstick, Journal of Applied Psychology 32, 1948): 60 to 70 is plain
// English, 70 to 80 fairly easy. The floors lie about five below what was measured when they were set.
var readingFloors = []struct {
	name  string
	parts *regexp.Regexp
	floor float64
}{
	{"questions", regexp.MustCompile(`questions\[.*\.(ask|why|counts|counts_not)$|counts_in\.`), 78},
	{"answers", regexp.MustCompile(`options\[.*\.text$`), 82},
	{"steps", regexp.MustCompile(`^steps\[.*\.(why|first|with|leaves|worked|no_chance|in_the_way)$`), 78},
	{"levels", regexp.MustCompile(`^levels\[`), 74},
	{"strands", regexp.MustCompile(`^strands\[`), 79},
	{"roads", regexp.MustCompile(`^crossroads\.(roads|about|push)`), 77},
	{"winds", regexp.MustCompile(`^surroundings\.(winds|about)`), 80},
	{"strengths", regexp.MustCompile(`^strengths\[.*\.proves\.`), 67},
	{"guidance", regexp.MustCompile(`^guidance\[`), 83},
}

func TestTheWordsAreEasyToRead(t *testing.T) {
	all := passages(builtin(t))
	for _, r := range readingFloors {
		var found tally
		hardest, hard := passage{}, 1000.0
		for _, p := range all {
			if !r.parts.MatchString(p.at) {
				continue
			}
			one := count(p.text)
			found.add(one)
			if ease := one.ease(); ease < hard && one.words >= 15 {
				hardest, hard = p, ease
			}
		}
		if found.words == 0 {
			t.Errorf("there are no %s", r.name)
			continue
		}
		ease := found.ease()
		t.Logf("%-10s reading ease %.1f: %d words, %.1f a sentence; hardest, at %.0f, %s",
			r.name, ease, found.words, float64(found.words)/float64(found.sentences), hard, hardest.at)
		if ease < r.floor {
			t.Errorf("the reading ease of the %s has fallen to %.1f, below %.0f; look first at %s: %s", r.name, ease, r.floor, hardest.at, hardest.text)
		}
	}
}

// tally counts what the reading ease is made of.
type tally struct{ words, sentences, syllables int }

func (c *tally) add(d tally) {
	c.words += d.words
	c.sentences += d.sentences
	c.syllables += d.syllables
}

func (c tally) ease() float64 {
	return 206.835 - 1.015*float64(c.words)/float64(c.sentences) - 84.6*float64(c.syllables)/float64(c.words)
}

var (
	wordPattern   = regexp.MustCompile(`[A-Za-z]+(?:'[a-z]+)?`)
	sentenceEnd   = regexp.MustCompile(`[.?:;]+("| |$)`)
	vowelsInAWord = regexp.MustCompile(`[aeiouy]+`)
	silent        = regexp.MustCompile(`[^aeiouyl]e$|[aeiou]le$|[^aeiouytdl]ed$|[aeiourl]led$|[^aeiouyscxzghl]es$|[aeiou]les$` +
		`|e(body|thing|where|times|hand|ly|ment|ful|work)|^business|league`)
	apart = regexp.MustCompile(`[^tscgn]i[ao]|[^aeioutc]ie[nrt]|[^qg]ua|uou|ism$|[aeoy]ing$|oev|idea|area`)
)

func count(text string) tally {
	found := tally{sentences: max(1, len(sentenceEnd.FindAllString(strings.TrimRight(text, `."?`)+".", -1)))}
	for _, word := range wordPattern.FindAllString(text, -1) {
		found.words++
		found.syllables += syllables(word)
	}
	return found
}

// syllables counts the groups of vowels in an English word, less those that are silent and more
// where two vowels side by side are spoken apart. Beside a pronouncing dictionary it
// is right for ninety-nine words in a hundred of the content.
func syllables(word string) int {
	word = strings.TrimSuffix(strings.ToLower(word), "'s")
	n := len(vowelsInAWord.FindAllString(word, -1)) - len(silent.FindAllString(word, -1)) +
		len(apart.FindAllString(word, -1))
	return max(1, n)
}

func TestSyllablesAreCounted(t *testing.T) {
	for _, line := range []string{
		"1 a the time made asked tried fix scope change plan world road whom",
		"2 person table wanted being under system business going written question trouble people settled wishes titles",
		"3 customer customer's engineer decision another example suggested area idea somebody whoever",
		"4 repeatable architecture experience",
		"5 organisation",
	} {
		want := int(line[0] - '0')
		for _, word := range strings.Fields(line[1:]) {
			if n := syllables(word); n != want {
				t.Errorf("%q has %d syllables, and %d were counted", word, want, n)
			}
		}
	}
}

func TestSentencesAreCounted(t *testing.T) {
	for text, want := range map[string]int{"not so far": 1, "One. Two?": 2, `Ask: "What now?" Then wait.`: 3, "In 2.5 days.": 1} {
		if n := count(text).sentences; n != want {
			t.Errorf("%q has %d sentences, and %d were counted", text, want, n)
		}
	}
}
