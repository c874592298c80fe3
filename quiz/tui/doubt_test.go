package tui

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"waymark/quiz/report"
	"waymark/stages"
)

// unsettled is a result whose answers point in different directions: some fit the rest least, and all were given fast.
func unsettled(t *testing.T, width, height int) Model {
	m, _ := openAt(width, height)
	m = finished(t, m)
	r := m.session.Results[stages.Stages]
	r.Placement.Warnings = []stages.Warning{{Kind: stages.WarnInconsistent, Questions: r.Placement.Asked[1:4]}, {Kind: stages.WarnHasty, Questions: r.Placement.Asked}}
	m.session.Results[stages.Stages] = r
	return m.openResult()
}

// Where a result is in doubt, the second look that it advises is a row, the one under the cursor, or a key where there are
// no rows. It leads to the answers that don't fit, which are marked.
func TestUnclearResultLeadsToASecondLook(t *testing.T) {
	for size, shows := range map[[2]int]string{{40, 12}: "  Near level 2.\n\n› 1  Look again at what doesn't fit\n", {80, 24}: "› 1  Look again at the answers that don't fit", {120, 40}: "› 1  Look again"} {
		for _, key := range []string{"1", "enter"} {
			m := unsettled(t, size[0], size[1])
			if text := plain(m); !strings.Contains(text, shows) || size[0] > 40 && !strings.Contains(text, "┼ level 3  ┄ could be either") {
				t.Errorf("%v shows no %q:\n%s", size, shows, text)
			}
			m = press(m, key)
			if m.on != onReview || strings.Count(plain(press(m, "down")), markLook) == 0 {
				t.Errorf("%v, %s leads to %s", size, key, where(m))
			}
			if q := m.review.asked[m.review.list.cursor]; len(m.review.look) != 3 || !strings.Contains(strings.Join(m.review.look, " "), q.ID) {
				t.Errorf("%v: the cursor is on %s of %v", size, q.ID, m.review.look)
			}
		}
	}
}

// The reasons to look at many answers again have one row, and a row of why is marked before a key is pressed.
func TestOneRowForManyAnswers(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {120, 40}, {160, 50}} {
		m := whyTab(unsettled(t, size[0], size[1]))
		text := plain(m)
		if strings.Count(text, "1  Look again at the answers that don't fit") != 1 ||
			!strings.Contains(text, "in different directions") || !strings.Contains(text, "less than two") {
			t.Errorf("%v:\n%s", size, text)
		}
		if strings.Count(text, markCursor) != 1 || !strings.Contains(text, "What moved your result") {
			t.Errorf("%v marks no row, or doesn't say what of:\n%s", size, text)
		}
		if got := len(columns(m)); got > 2 {
			t.Errorf("%v has %d columns", size, got)
		}
	}
}

// disagreeing is an unsettled result of which two answers, or several, disagree as well.
func disagreeing(t *testing.T, width, height int, pairs ...[]string) Model {
	m := unsettled(t, width, height)
	r := m.session.Results[stages.Stages]
	for _, pair := range pairs {
		r.Placement.Warnings = append(r.Placement.Warnings, stages.Warning{Kind: stages.WarnContradiction, Questions: pair})
	}
	m.session.Results[stages.Stages] = r
	return m.openResult()
}

// Where both answers that disagree are along one strand, their heading names it, and no row does.
func TestHeadingNamesTheStrand(t *testing.T) {
	for _, width := range []int{80, 120} {
		m := disagreeing(t, width, 24, []string{"craft-ladder", "craft-boxes"})
		if text := plain(m); !strings.Contains(text, markLook+" Two answers on craft disagree") {
			t.Errorf("%d columns:\n%s", width, text)
		}
		m = disagreeing(t, width, 24, []string{"craft-ladder", "craft-boxes"}, []string{"design-ladder", "design-boxes"})
		if text := plain(m); strings.Contains(text, " on craft disagree") || strings.Contains(text, " on design disagree") {
			t.Errorf("%d columns, one strand over answers along two:\n%s", width, text)
		}
	}
}

// Under a heading that names the strand, an answer has the column of the strands on why. On where it stands over what's said of them.
func TestAnswersUnderTheirStrand(t *testing.T) {
	m := disagreeing(t, 120, 40, []string{"craft-ladder", "craft-boxes"})
	above := strings.Split(columns(m)[0], "\n")
	if answer, strand := columnOf(above, "a design expected to fail"), columnOf(above, "craft"); answer < 0 || answer != strand {
		t.Errorf("an answer in column %d, what's said of its strand in %d:\n%s", answer, strand, plain(m))
	}
	for _, of := range whyTab(m).pairs() {
		q := m.result.shown.Result.Question(of.questions[0])
		if got := ansi.Strip(m.disagreeLines(of, q, false)[0].text); strings.TrimSpace(ansi.Cut(got, 0, questionColumn)) != q.Name() || strings.HasPrefix(ansi.Cut(got, questionColumn, 99), " ") {
			t.Errorf("%q doesn't have its answer in column %d", got, questionColumn)
		}
	}
}

// columnOf is the column in which the last part of a row begins that starts so.
func columnOf(rows []string, start string) int {
	for _, r := range rows {
		if r = strings.TrimSpace(r); strings.HasPrefix(r, start+"  ") {
			return lipgloss.Width(r[:strings.LastIndex(r, "  ")+2])
		}
	}
	return -1
}

// Answers that disagree, to questions that the result doesn't know any more, have no row.
func TestPairOfUnknownQuestionsHasNoRow(t *testing.T) {
	if pairs := disagreeing(t, 80, 24, []string{"gone", "gone-too"}).pairs(); len(pairs) != 0 {
		t.Errorf("%d rows", len(pairs))
	}
}

// A pair of answers that disagree has one mark, at its heading, wherever the cursor is, which is on one of them at a time. The row to
// look again has a number, which is a key, and the headline is the one line of the page that's bold beside it.
func TestOneMarkForAPair(t *testing.T) {
	for _, size := range [][2]int{{40, 12}, {80, 23}, {80, 24}, {120, 40}, {160, 50}} {
		m := whyTab(disagreeing(t, size[0], size[1], []string{"craft-ladder", "design-ladder"}))
		text := plain(m)
		if strings.Count(text, markLook+" ") != 1 || !strings.Contains(text, markLook+" Two answers disagree\n"+strings.Repeat(" ", m.layout.left)) && !m.layout.wide {
			t.Errorf("%v has no mark at the pair:\n%s", size, text)
		}
		if size[0] > 40 && !strings.Contains(text, "Your answers point different ways. Most answers took under two seconds.") {
			t.Errorf("%v: why isn't in one line:\n%s", size, text)
		}
		_, reasons := m.reasons()
		bold := 0
		for _, r := range append(m.reasonRows(reasons, nowhere.cursor, answersAll), row{lines: m.page().head}) {
			for _, l := range r.lines {
				bold += strings.Count(l.text, m.palette.focal.Render(ansi.Strip(report.FirstSentence(ansi.Strip(l.text)))))
			}
		}
		if head := m.palette.focal.Render("Your answers point different ways."); bold != 1 || !strings.Contains(fmt.Sprint(m.page().head, m.page().rows), head) {
			t.Errorf("%v has %d bold lines, and not only %q", size, bold, head)
		}
		to := "up"
		if !m.layout.tall {
			to = "down"
		}
		for down := range 2 {
			m = press(m, to)
			if text := plain(m); strings.Count(text, markLook+" Two answers disagree") != 1 || strings.Count(text, markLook+" ") != 1 {
				t.Errorf("%v, %d down:\n%s", size, down, text)
			}
			if lines := onBar(m); len(lines) != 1 && size[0] > 40 || len(lines) > 2 {
				t.Errorf("%v, %d down: the bar is behind %q", size, down, lines)
			}
		}
		if m = press(m, "1"); m.on != onReview || len(m.review.look) != 5 {
			t.Errorf("%v: 1 leads to %s", size, where(m))
		}
	}
}

// The strand of both answers stands beside their heading on a small layout, where that has room for it; else each has its own beside the
// answer.
func TestStrandOfAPairOnASmallLayout(t *testing.T) {
	for second, want := range map[string]string{"craft-boxes": "! Two answers disagree            craft\n", "design-ladder": "! Two answers disagree\n"} {
		text := plain(whyTab(disagreeing(t, 40, 12, []string{"craft-ladder", second})))
		own := strings.Count(text, "  craft\n") - strings.Count(want, "craft")
		if !strings.Contains(text, want) || own != 1-strings.Count(want, "craft") {
			t.Errorf("%s:\n%s", second, text)
		}
	}
	m := whyTab(disagreeing(t, 40, 12, []string{"craft-ladder", "craft-boxes"}))
	craft := &m.snapshot().Strands[0]
	defer func(name string) { craft.Name = name }(craft.Name)
	craft.Name = "knowing the trade"
	if text := plain(m); !strings.Contains(text, "! Two answers disagree\n") {
		t.Errorf("no room:\n%s", text)
	}
}

// The row to look again, which the cursor starts on, is below the answers it's about, as it is on the tab before, with a blank line above
// it and one under the headline. A small layout has it alone right under that, so that both that disagree have room below.
func TestSecondLookIsBelowWhatItIsAbout(t *testing.T) {
	pair := []string{"craft-ladder", "design-ladder"}
	for _, size := range [][2]int{{40, 12}, {80, 20}, {80, 23}, {80, 24}, {120, 40}, {160, 50}} {
		for _, pairs := range [][][]string{nil, {pair}} {
			m := whyTab(disagreeing(t, size[0], size[1], pairs...))
			rows := strings.Split(plain(m), "\n")
			headed := regexp.MustCompile(`under two seconds\.|read them again\.`)
			from := slices.IndexFunc(rows, headed.MatchString)
			at := slices.IndexFunc(rows, func(row string) bool { return strings.Contains(row, markCursor+" 1  Look again at") })
			want := []bool{false, true} // whether a line is blank, from the headline on
			switch {
			case !m.layout.tall:
				want = []bool{false}
			case len(pairs) > 0:
				want = []bool{false, true, false, false, false, true}
			}
			var blank []bool
			for _, row := range rows[max(0, from):max(0, at)] {
				list, _, _ := strings.Cut(row, lineUpright)
				blank = append(blank, strings.TrimSpace(list) == "")
			}
			if !slices.Equal(blank, want) {
				t.Errorf("%v with %d pairs:\n%s", size, len(pairs), plain(m))
			}
			if m = press(m, "down"); len(pairs) > 0 && m.layout.tall && rowOf(m, markCursor+" ") < at {
				t.Errorf("%v: down leads up:\n%s", size, plain(m))
			}
		}
	}
}

// The answer under a row is that of the one under the cursor, where not all have theirs. On another row its place stays free above the
// replay, which stays where it is.
func TestAnswerOnlyUnderTheCursor(t *testing.T) {
	for _, height := range []int{23, 24} {
		m := disagreeing(t, 80, height, []string{"craft-ladder", "design-ladder"})
		r := m.session.Results[stages.Stages]
		for _, id := range r.Placement.Asked[:4] {
			r.Placement.Why = append(r.Placement.Why, stages.Influence{Question: id, Weight: .1})
		}
		m.session.Results[stages.Stages] = r
		m = press(whyTab(m.openResult()), "home")
		below, headline := rowOf(m, "Replay it"), rowOf(m, "under two seconds.")
		_, rows := m.reasons()
		for i, on := range rows {
			told := 0
			for _, row := range strings.Split(plain(m), "\n") {
				if strings.HasPrefix(row, "      ") && strings.TrimSpace(row) != "" {
					told++
				}
			}
			if under := rowOf(m, markCursor+" ") + 1; on.weighed != (told == 1) || on.weighed && !strings.HasPrefix(strings.Split(plain(m), "\n")[under], "      ") {
				t.Errorf("%d rows, on %d, with %d answers:\n%s", height, i, told, plain(m))
			}
			if rowOf(m, "Replay it") != below || rowOf(m, "under two seconds.") != headline {
				t.Errorf("%d rows, on %d, what stands moves:\n%s", height, i, plain(m))
			}
			m = press(m, "down")
		}
	}
}

// onBar are the lines of the row under the cursor.
func onBar(m Model) []string {
	var out []string
	for _, l := range m.layout.body(m.page(), *m.palette) {
		if l.chosen() {
			out = append(out, ansi.Strip(l.text))
		}
	}
	return out
}

// The names of the strands stand in one column, beside the bars as beside answers that disagree, which say one of both once.
func TestStrandsOfWhyInOneColumn(t *testing.T) {
	m := whyTab(disagreeing(t, 80, 24, []string{"craft-ladder", "design-ladder"}))
	pair := m.disagreeing([]string{"craft-ladder", "design-ladder"})
	if pair[0].strand != "craft" || pair[1].strand != "design" {
		t.Errorf("%v", pair)
	}
	if pair = m.disagreeing([]string{"craft-ladder", "craft-ladder"}); len(pair) != 1 {
		t.Errorf("one question has %d rows", len(pair))
	}
	q := m.result.shown.Result.Question("craft-ladder")
	for _, l := range []line{m.disagreeLines(reason{strand: "craft"}, q, false)[0], m.forceLines(q, 1, false, false)[0]} {
		if at := strings.Index(ansi.Strip(l.text), "craft"); at != questionColumn {
			t.Errorf("the strand is in column %d of %q", at, ansi.Strip(l.text))
		}
	}
	m.layout = newLayout(40, 12)
	if l := m.disagreeLines(reason{strand: "craft"}, q, false)[1].text; !strings.HasSuffix(ansi.Strip(l), "  craft") || lipgloss.Width(l) != m.layout.text {
		t.Errorf("%q doesn't end with the strand", ansi.Strip(l))
	}
}

// Beside the result in doubt stand the bars of its answers: in a pane that has room, as in the list of why, else small ones, with what
// they mean under their heading.
func TestBarsInAPaneAsInTheList(t *testing.T) {
	for size, half := range map[[2]int]int{{120, 40}: 0, {143, 40}: 0, {144, 40}: 9, {160, 50}: roomyForce} {
		m := disagreeing(t, size[0], size[1])
		_, rows := m.reasons()
		pane := m.whyIn(m.layout.pane, false)
		at := slices.IndexFunc(pane, func(l line) bool { return strings.Contains(l.text, "What moved your result") })
		head := ansi.Strip(pane[at+1].text)
		if head != "left: held back   right: moved up" && half == 0 {
			t.Errorf("%v: %q doesn't say what its bars mean", size, head)
		}
		rows = slices.DeleteFunc(rows, func(of reason) bool { return !of.weighed })
		if len(rows) == 0 {
			t.Fatal("no answer has a force")
		}
		for i, of := range rows {
			bar := ansi.Strip(pane[at+1+i].text)
			before, _, _ := strings.Cut(bar, crossAhead)
			axis := lipgloss.Width(before)
			if half > 0 && (axis != questionColumn+strandColumn+half || !strings.HasPrefix(ansi.Strip(ansi.Cut(head, axis, 99)), crossAhead)) {
				t.Errorf("%v: %q isn't under the axis of %q", size, bar, head)
			}
			if list := m.forceLines(m.result.shown.Result.Question(of.questions[0]), of.push, false, false)[0].text; half == roomyForce && pane[at+1+i].text != list {
				t.Errorf("%v: %q isn't %q as in the list", size, bar, list)
			}
			if lipgloss.Width(head) > m.layout.pane || lipgloss.Width(bar) > m.layout.pane {
				t.Errorf("%v: %q or %q is wider than the pane", size, head, bar)
			}
		}
	}
}

// Two answers side by side start on one line, however long their questions are.
func TestAnswersSideBySideStartTogether(t *testing.T) {
	short, long := lines("A?", "", "yes"), lines("A question", "of three", "lines?", "", "no")
	if got := lowered(short, long); len(got) != len(long) || got[4].text != "yes" || got[0].text != "A?" {
		t.Errorf("%v", got)
	}
	if got := lowered(long, short); !slices.Equal(got, long) {
		t.Errorf("%v", got)
	}
}

// Each kind of answers to look at again has a heading with its mark, with a blank line between the groups; a few that were given fast
// are told with the many where there are such.
func TestKindsOfDoubtStandApart(t *testing.T) {
	m := disagreeing(t, 120, 40, []string{"craft-ladder", "design-ladder"})
	r := m.session.Results[stages.Stages]
	fast := stages.Warning{Kind: stages.WarnHasty, Questions: r.Placement.Asked[:2]}
	unlike, disagree := r.Placement.Warnings[0], r.Placement.Warnings[2]
	for many, headings := range map[int][]string{2: {report.WarningText(unlike.Kind), report.WarningText(fast.Kind), "Two answers disagree"}, 3: {"Two answers disagree"}} {
		r.Placement.Warnings = []stages.Warning{{Kind: unlike.Kind, Questions: unlike.Questions[:many]}, fast, disagree}
		m.session.Results[stages.Stages] = r
		m = m.openResult()
		inked := *m.palette
		inked.quiet = inked.quiet.Underline(true)
		m.palette = &inked
		head := m.resultPage().head
		for _, heading := range headings { // no label: it's what's to be done something about
			at := slices.Index(head, line{gutter: markLook, heads: true, text: m.palette.plain.Render(heading)})
			if at < 1 || !head[at-1].empty() {
				t.Errorf("%q is in no line of its own:\n%s", heading, plain(m))
			}
		}
		if marked := len(slices.DeleteFunc(slices.Clone(head), func(l line) bool { return l.gutter != markLook })); marked != len(headings) {
			t.Errorf("%d marks for %q:\n%s", marked, headings, plain(m))
		}
	}
}

// Where the answers that disagree have no room above the strips, the path has, with the names of its levels.
func TestPathInDoubtHasItsNames(t *testing.T) {
	pair := []string{"craft-ladder", "design-ladder"}
	for _, height := range []int{23, 24} {
		text := plain(disagreeing(t, 80, height, pair, pair, pair))
		if strings.Contains(text, "disagree") || !strings.Contains(text, "○\n    Problem Solver  Focal Point") {
			t.Errorf("%d rows:\n%s", height, text)
		}
	}
}

// Where rows run short above the strips, the blank line above the row of a second look goes before the one under the headline.
func TestHeadlineInDoubtKeepsItsAir(t *testing.T) {
	closer := 0
	for height := 20; height <= 24; height++ {
		text := plain(disagreeing(t, 80, height, []string{"craft-ladder", "design-ladder"}))
		headline, look := strings.Contains(text, "more.\n  "+markLook), strings.Contains(text, "answer at 2\n  "+markCursor)
		if headline && !look {
			t.Errorf("%d rows:\n%s", height, text)
		}
		if look && !headline {
			closer++
		}
	}
	if closer == 0 {
		t.Error("at no height is only one of them gone")
	}
}

// Where a row is missing for what's said of a strand, that's right below the strips: the row to look again keeps the blank line above
// it, nothing moves, and the text is no row to choose.
func TestStripsInDoubtStay(t *testing.T) {
	const shown = "You turned a request into a need"
	m := disagreeing(t, 80, 22, []string{"craft-ladder", "design-ladder"})
	look := rowOf(m, "1  Look again at")
	if look < 1 || strings.Split(plain(m), "\n")[look-1] != "" {
		t.Errorf("no blank line above the row:\n%s", plain(m))
	}
	near := 0
	for range m.placement().Strands {
		m = press(m, "down")
		rows, at := strings.Split(plain(m), "\n"), rowOf(m, shown)
		if at < 1 || rowOf(m, "1  Look again at") != look {
			t.Fatalf("the strips move, or nothing's said:\n%s", plain(m))
		}
		if long := !strings.Contains(rows[at+1], lineLight); long == (rows[at-1] == "") {
			t.Errorf("a blank line above two lines, or none above one:\n%s", plain(m))
		} else if long {
			near++
			if clickOn(t, m, shown).on != onResult {
				t.Errorf("what's said of a strand is a row:\n%s", plain(m))
			}
		}
	}
	if m = press(m, "down"); near != 1 || !strings.Contains(plain(m), markCursor+" reach") {
		t.Errorf("%d texts are near:\n%s", near, plain(m))
	}
}

// Where the page of why scrolls, the answer that's told so that nothing moves is hidden before the rows are: none is cut or counted for it.
func TestWhyScrollsItsFreeLineAway(t *testing.T) {
	pair := []string{"craft-ladder", "design-ladder"}
	m := whyTab(disagreeing(t, 80, 20, pair, pair))
	if text := plain(m); !strings.Contains(text, "━━━\n\n    r  Replay it, answer by answer\n") {
		t.Errorf("%s", text)
	}
	m = whyTab(disagreeing(t, 80, 20, pair, pair, pair, pair))
	if text := plain(m); !strings.Contains(text, "    ↓ 3 more rows\n") || strings.Contains(text, "moved up") { // no heading without a row
		t.Errorf("%s", text)
	}
	for _, replayable := range []bool{true, false} { // below the answers is the way into it, or nothing
		m.result.replayable = replayable
		_, rows := m.reasons()
		weighed := slices.IndexFunc(rows, func(of reason) bool { return of.weighed })
		if here, there := m.reasonRows(rows, 0, answerKept), m.reasonRows(rows, weighed, answerKept); height(nil, nil, here, nil, false, false) != height(nil, nil, there, nil, false, false) {
			t.Errorf("replayable %t: %v, then %v", replayable, here, there)
		}
	}
}

// A line stays free below the path of a low screen, rather than above the keys, and the last line of what's said has room rather than a
// blank one above the row of a second look.
func TestSecondLookMovesUpForASentence(t *testing.T) {
	m := unsettled(t, 40, 12)
	for height, want := range map[int]struct{ gap, air, free bool }{11: {gap: true, air: true, free: true}, 10: {gap: true, air: true}, 9: {air: true}, 8: {}} {
		m.layout.height = height
		p := m.wherePage(page{})
		look := slices.IndexFunc(p.rows, func(r row) bool { return r.lines[0].chosen() })
		path := slices.IndexFunc(p.rows, func(r row) bool { return strings.Contains(ansi.Strip(r.lines[0].text), markAhead+lineLight) })
		fits := m.layout.whole(p, m.layout.room(p))
		if p.rows[look-1].lines[0].empty() != want.air || p.rows[path+1].lines[0].empty() != want.gap || fits == nil || len(fits) < m.layout.room(p) != want.free {
			t.Errorf("%d rows high:\n%v", height, p.rows)
		}
	}
}

// Someone between two levels is said to be between them where no words stand at the numbers, and the headline keeps the air above it.
func TestBetweenTwoLevels(t *testing.T) {
	for _, height := range []int{12, 23, 24} {
		width := 80
		if height == 12 {
			width = 40
		}
		m := unsettled(t, width, height)
		r := m.result.shown.Result
		r.Placement.Held = []float64{0, .5, .5, 0, 0}
		m.result.shown.Result = r
		text := plain(m)
		if height == 12 && !strings.Contains(text, "1       2  you  3       4       5\n  ●━━━━━━━◇┄┄┄┄┄┄┄◇───────○───────○\n\n") {
			t.Errorf("%d rows:\n%s", height, text)
		}
		if height > 12 && strings.Split(text, "\n")[2] != "" {
			t.Errorf("%d rows:\n%s", height, text)
		}
	}
}

// A text that's cut short has its mark in its own ink, and one of sentences is cut after one.
func TestCutInItsInk(t *testing.T) {
	m, _ := openAt(40, 12)
	if got, want := cutShort(m.palette.quiet.Render("so it goes"), 2), m.palette.quiet.Render("so"+ellipsis); got != want {
		t.Errorf("%q, want %q", got, want)
	}
	r := row{lines: m.sentences("Your answers point different ways. Most of all the answers took under two seconds.", true), parts: true}
	if got := begun(r, 2); len(got) != 1 || !strings.HasSuffix(ansi.Strip(got[0].text), "ways.") {
		t.Errorf("it's cut to %v", got)
	}
}
