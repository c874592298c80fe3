package plain

import (
	"io"

	"waymark/quiz/report"
)

// strengths asks to whom the person's work is to be put into words.
func (t *talk) strengths() place {
	t.gap()
	if len(report.Strengths(t.desk.Bank.Catalog(), t.whole().Result)) == 0 {
		t.say(report.NoStrengths)
		return t.menu(entry{name: "Home", to: (*talk).home})
	}
	t.say("What your work proves to others, in their words. " + report.StrengthsAsk + " Whose words?")
	var entries []entry
	for _, reader := range report.Readers {
		entries = append(entries, entry{name: "To " + reader.Name, to: func(t *talk) place {
			t.report(func(out io.Writer, width int) error {
				return t.whole().StrengthsText(out, width, t.desk.Bank.Catalog(), reader)
			})
			return (*talk).strengths
		}})
	}
	return t.menu(append(entries, entry{name: "Home", to: (*talk).home})...)
}
