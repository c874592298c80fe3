package quiz

import (
	"fmt"
	"io"

	"waymark/quiz/report"
	"waymark/stages/calibrate"
)

// printStudyVerdict says in a few sentences whether people are placed where they're judged to be, then how each
// strand does, and the weakest questions.
func printStudyVerdict(out io.Writer, r calibrate.Report, v calibrate.Verdict) error {
	p := newStudyReport(out, r)
	hang(p, reportWidth, "", judging(v))
	p.line("")
	if v.People > 0 {
		p.strands()
		p.line("\nThe weakest questions, by what's wrong and how far answers go with the level")
		weak := r.Weakest()
		for _, q := range weak[:min(len(weak), weakest)] {
			hang(p, reportWidth, "  ", cut(q.ID, reportWidth-8)+fmt.Sprintf(" %.2f: %s", q.Correlation, wrongWith(q)))
		}
		p.line("")
	}
	p.study()
	return p.Flush()
}

// judging says where people come out.
func judging(v calibrate.Verdict) string {
	if v.People == 0 {
		return "No one has both a judgement and a reading yet, so no one can be placed."
	}
	said := fmt.Sprintf("%s of 100 interviews end at a level the judges accept.", hundredths(v.Accepted))
	switch {
	case v.Standard != nil:
		said = besideBuiltin(said, *v.Standard, v.Worse, v.Better)
	case v.Worse:
		said = "People don't come out where they're judged to be: only " + said
	case v.TooFew:
		said = fmt.Sprintf("%s too few to tell whether they come out where they're judged to be: %s", people(v.People), said)
	default:
		said = "People come out where they're judged to be: " + said
	}
	if v.Bias != 0 {
		said += fmt.Sprintf(" On average they come out %s.", tooFar(v.Bias))
	}
	if len(v.Leaning) > 0 {
		var parts []string
		for _, s := range v.Leaning {
			parts = append(parts, fmt.Sprintf("%s comes out %s", s.Strand, tooFar(s.Adaptive)))
		}
		said += " Along the strands, " + report.List(parts) + "."
	}
	return said
}

func people(n int) string {
	if n == 1 {
		return "1 person is"
	}
	return fmt.Sprintf("%d people are", n)
}

// tooFar says how far off a level is.
func tooFar(bias float64) string {
	if bias < 0 {
		return fmt.Sprintf("%.1f levels too low", -bias)
	}
	return fmt.Sprintf("%.1f levels too high", bias)
}

// wrongWith says what makes a question weak, going by people of known level.
func wrongWith(q calibrate.QuestionReport) string {
	var why []string
	if !q.Separating() {
		why = append(why, "it tells hardly anyone apart")
	}
	if q.Unfitting() {
		why = append(why, fmt.Sprintf("no option fits in %s of 100 answers", hundredths(q.NoneFits)))
	}
	for _, pair := range q.Reversed {
		why = append(why, fmt.Sprintf("%s should be below %s, and isn't", pair[0], pair[1]))
	}
	for _, found := range []struct {
		pass      func(calibrate.OptionReport) bool
		one, many string
	}{
		{func(o calibrate.OptionReport) bool { return o.Backwards }, "%s is ticked at lower levels and left at higher ones", "%s are ticked at lower levels and left at higher ones"},
		{func(o calibrate.OptionReport) bool { return o.Nobody }, "no one chooses %s", "no one chooses %s"},
		{func(o calibrate.OptionReport) bool { return o.Everybody }, "everyone chooses %s", "everyone chooses %s"},
	} {
		switch ids := optionsThat(q, found.pass); len(ids) {
		case 0:
		case 1:
			why = append(why, fmt.Sprintf(found.one, ids[0]))
		default:
			why = append(why, fmt.Sprintf(found.many, report.List(ids)))
		}
	}
	return reasons(why)
}

// optionsThat are the options of a question that pass.
func optionsThat(q calibrate.QuestionReport, pass func(calibrate.OptionReport) bool) (ids []string) {
	for _, o := range q.Options {
		if pass(o) {
			ids = append(ids, o.ID)
		}
	}
	return ids
}
