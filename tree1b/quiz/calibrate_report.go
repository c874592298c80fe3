package quiz

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"waymark/stages"
	"waymark/stages/calibrate"
)

// reportWidth is how many columns the report of a study takes.
const reportWidth = 80

// studyReport writes a report, and keeps the first error.
type studyReport struct {
	*bufio.Writer
	calibrate.Report
}

func newStudyReport(out io.Writer, r calibrate.Report) studyReport {
	return studyReport{bufio.NewWriter(out), r}
}

func (p studyReport) line(format string, args ...any) {
	fmt.Fprintln(p, strings.TrimRight(fmt.Sprintf(format, args...), " "))
}

// printCalibration writes all of a report but its options and people.
func printCalibration(out io.Writer, r calibrate.Report) error {
	p := newStudyReport(out, r)
	p.study()
	p.agreement()
	if r.Compared == 0 {
		p.line("\nNo one has both a judgement and a reading yet, so no one can be placed.")
		return p.Flush()
	}
	p.scores()
	p.strands()
	p.losses()
	p.questions()
	return p.Flush()
}

func (p studyReport) study() {
	p.line("%s %s: %d people, %d of them with a judgement and a reading", p.Content.ID, p.Content.Version, p.People, p.Compared)
	if p.Drawn != nil {
		p.line("%d are held out, drawn with seed %d; the others are used to calibrate", p.Drawn.People, p.Drawn.Seed)
	} else {
		p.line("no one is held out; --draw SEED sets a third aside before any anchor is changed")
	}
	p.line("judges: %s; readers: %s", raters(p.Judges.Raters), raters(p.Readers.Raters))
}

// raters says how many there are, and how many are no people.
func raters(list []calibrate.Rater) string {
	models := 0
	for _, r := range list {
		if r.Kind == calibrate.KindModel {
			models++
		}
	}
	if len(list) == 0 {
		return "none yet"
	}
	return fmt.Sprintf("%d (language models: %d)", len(list), models)
}

func (p studyReport) agreement() {
	p.line("\n%-35s %6s %8s %8s %8s %9s", "Agreement, mean over pairs", "pairs", "common", "κ", "same", "within 1")
	for _, row := range []struct {
		name string
		of   calibrate.Agreement
	}{{"judges, on levels", p.Judges}, {"readers, on answers", p.Readers}} {
		if a := row.of; a.Pairs == 0 {
			p.line("%-35s %6d", row.name, 0)
		} else {
			p.line("%-35s %6d %8.0f %8.3f %8.3f %9.3f", row.name, a.Pairs, a.Common, a.Kappa, a.Same, a.Adjacent)
		}
	}
	p.line("κ: weighted kappa (quadratic), of levels and of anchors")
}

func (p studyReport) scores() {
	p.line("\n%-23s %6s  %s    %s", "", "", "-- all answers ------", "-- interviews -------")
	p.line("%-23s %6s  %s    %s", "Placed", "people", "exact accepted   bias", "exact accepted   bias")
	p.group("calibration", p.Calibration)
	p.group("held out", p.HeldOut)
}

func (p studyReport) group(name string, g calibrate.Group) {
	if g.Full.People == 0 {
		return
	}
	p.row(name, g.Lengths)
	for _, l := range g.ByLevel {
		p.row(fmt.Sprintf("  level %d", l.Level), l.Lengths)
	}
	for _, w := range g.ByWork {
		p.row("  "+w.Work, w.Lengths)
	}
	p.line("  asked %.1f; interview and all answers differ %.3f; no option fits %.3f\n", g.Asked, g.Differ, g.NoneFits)
}

func (p studyReport) row(name string, l calibrate.Lengths) {
	if l.Full.People > 0 {
		p.line("%-23s %6d  %5.3f %8.3f  %+5.2f    %5.3f %8.3f  %+5.2f", name, l.Full.People,
			l.Full.Exact, l.Full.Accepted, l.Full.Bias, l.Adaptive.Exact, l.Adaptive.Accepted, l.Adaptive.Bias)
	}
}

func (p studyReport) strands() {
	p.line("%-28s %25s %25s", "Level on each strand,", "-- calibration ----------", "-- held out -------------")
	p.line("%-28s %12s %12s %12s %12s", "less the judged level", "all answers", "interviews", "all answers", "interviews")
	for i, s := range p.Calibration.ByStrand {
		h := p.HeldOut.ByStrand[i]
		p.line("  %-26s %+12.2f %+12.2f %+12.2f %+12.2f", cut(s.Strand, 26), s.Full, s.Adaptive, h.Full, h.Adaptive)
	}
}

func (p studyReport) losses() {
	for _, l := range []struct {
		name string
		by   []calibrate.Loss
	}{{"all answers", p.Losses.Full}, {"interviews", p.Losses.Adaptive}} {
		if len(l.by) > 0 {
			p.line("\n%-32s %7s %7s  %s", "Placed too low, "+l.name, "people", "levels", "strands that held them back")
		}
		for _, x := range l.by {
			p.line("  %-30s %7.1f %7.2f  %s", heldBy(x.By), x.People, x.Levels, cut(strandShares(x.Strands), 30))
		}
	}
}

func heldBy(by stages.CapKind) string {
	if by == calibrate.ByAnswers {
		return "no cap: their answers"
	}
	return cut(string(by), 26) + " cap"
}

// strandShares lists strands with the people that each holds back, most first.
func strandShares(by map[string]float64) string {
	ids := slices.Sorted(maps.Keys(by))
	slices.SortStableFunc(ids, func(a, b string) int { return cmp.Compare(by[b], by[a]) })
	for i, id := range ids {
		ids[i] = fmt.Sprintf("%s %.1f", id, by[id])
	}
	return strings.Join(ids, ", ")
}

// questions lists what to look at, and leaves out what has nothing to show.
func (p studyReport) questions() {
	p.line("\nQuestions to look at, going by the people used to calibrate")
	p.list("no option fits, in more than 1 of 20 answers", func(q calibrate.QuestionReport) (out []string) {
		if q.Unfitting() {
			out = append(out, fmt.Sprintf("%s %.2f", q.ID, q.NoneFits))
		}
		return out
	})
	p.list("tells hardly anyone apart (correlation with the judged level)", func(q calibrate.QuestionReport) (out []string) {
		if q.People > 0 && !q.Separating() {
			out = append(out, fmt.Sprintf("%s %.2f", q.ID, q.Correlation))
		}
		return out
	})
	p.list("order reversed: the first should be the lower one, and isn't", func(q calibrate.QuestionReport) (out []string) {
		for _, pair := range q.Reversed {
			out = append(out, fmt.Sprintf("%s %s/%s", q.ID, pair[0], pair[1]))
		}
		return out
	})
	p.list("ticked at lower levels, left at higher ones: reword it, or take it out", p.those(func(o calibrate.OptionReport) bool { return o.Backwards }))
	p.list("no one chooses it", p.those(func(o calibrate.OptionReport) bool { return o.Nobody }))
	p.list("everyone chooses it", p.those(func(o calibrate.OptionReport) bool { return o.Everybody }))
	if n := len(p.Moves()); n > 0 {
		p.line("\n%d anchors should move, all together by %+.2f levels: --suggest lists them", n, p.Shift)
	}
}

func (p studyReport) those(pass func(calibrate.OptionReport) bool) func(calibrate.QuestionReport) []string {
	return func(q calibrate.QuestionReport) (out []string) {
		for _, id := range optionsThat(q, pass) {
			out = append(out, q.ID+" "+id)
		}
		return out
	}
}

// list writes what is found under a title, as many to a line as there is room for.
func (p studyReport) list(title string, of func(calibrate.QuestionReport) []string) {
	var found []string
	for _, q := range p.Questions {
		for _, text := range of(q) {
			found = append(found, cut(text, reportWidth-6))
		}
	}
	if len(found) == 0 {
		return
	}
	p.line("  %s: %d", title, len(found))
	line := "   "
	for i, text := range found {
		if i < len(found)-1 {
			text += ","
		}
		if line != "   " && ansi.StringWidth(line+" "+text) > reportWidth {
			p.line("%s", line)
			line = "   "
		}
		line += " " + text
	}
	p.line("%s", line)
}

// printMoves writes the anchors to move.
func printMoves(out io.Writer, r calibrate.Report) error {
	p := newStudyReport(out, r)
	for _, m := range r.Moves() {
		p.line("%s %s %g → %g", m.Question, m.Option, m.From, m.To)
	}
	return p.Flush()
}

// printOptions writes who chose every option.
func printOptions(out io.Writer, r calibrate.Report) error {
	p := newStudyReport(out, r)
	for i, q := range r.Questions {
		if i > 0 {
			p.line("")
		}
		p.line("%s", cut(q.ID, reportWidth))
		p.line("  %.1f people; correlation %.2f; skipped %.2f; no option fits %.2f", q.People, q.Correlation, q.Skipped, q.NoneFits)
		p.line("  %-32s %6s %7s %6s %7s %12s", "option", "anchor", "people", "mean", "spread", "suggested")
		for _, o := range q.Options {
			p.line("  %-32s %6.1f %7.1f %6.2f %7.2f %6.1f ± %.1f", cut(o.ID, 32), o.Anchor, o.People, o.Mean, o.Spread, o.Suggested, o.Error)
		}
		for _, pair := range q.Reversed {
			p.line("%s", cut(fmt.Sprintf("  reversed: %s, %s", pair[0], pair[1]), reportWidth))
		}
		for _, note := range q.Notes {
			p.line("%s", ansi.Wrap("  none fits: "+note, reportWidth, ""))
		}
	}
	return p.Flush()
}

// printPlaced writes where everybody is placed.
func printPlaced(out io.Writer, r calibrate.Report) error {
	p := newStudyReport(out, r)
	p.line("%-38s %6s %8s %11s %10s", "person", "judged", "accepted", "all answers", "interviews")
	for _, x := range r.Placed {
		held := ""
		if x.HeldOut {
			held = "*"
		}
		p.line("%-38s %6d %8s %11.2f %10.2f %s", cut(x.Person, 38), x.Level, fmt.Sprintf("%d–%d", x.Low, x.High), x.Full, x.Adaptive, held)
	}
	p.line("* held out")
	return p.Flush()
}

// cut shortens an id to what its column has.
func cut(text string, columns int) string { return ansi.Truncate(text, columns, "…") }
