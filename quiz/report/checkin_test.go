package report_test

import (
	"strings"
	"testing"
	"time"

	"waymark/quiz/report"
	"waymark/quiz/session"
	"waymark/stages"
)

// asking is a check-in 30 days after a step was taken on, which takes four weeks, at a question about something.
func asking(topic session.Topic, p session.Plan) session.Session {
	s := session.New(stages.NewBank(catalog()), session.Saved{Plan: p})
	s.Checking = &session.Checking{Topic: topic, Step: "craft-to-2", Asked: 1}
	return s
}

// TestCheckInWords are those of every question, and of every reply with what it does to the plan.
func TestCheckInWords(t *testing.T) {
	now := day.AddDate(0, 0, 30)
	p := planned(0, 1)
	p.Mentor = "Ruth"
	about := "Show your next design yourself: overdue since 9 April."
	for _, row := range []struct {
		topic      session.Topic
		ask, about string
		replies    string
	}{
		{session.TopicStep, "How did it go?", about,
			"It's done: add what happened|It's under way: add what happened; moves to 25 April|I haven't started: say why|Drop it: removed from your plan|Not now: ask again on 18 April"},
		{session.TopicEvidence, "What happened, and who noticed?", about, ""},
		{session.TopicInTheWay, "What's in the way?", about, "Nothing, it takes time: moves to 25 April|No time: moves to 9 May|" +
			"No chance to do it: moves to 25 April|The workplace: moves to 25 April|It's not the right step: removed from your plan"},
		{session.TopicMentor, "Have you and your mentor talked?", "Mentor: Ruth.", "Yes: next talk on 25 April|Yes: next talk on 9 May|" +
			"Yes: no date for the next talk|Not yet: next talk on 18 April|Not yet: no date for the next talk"},
		{session.TopicNext, "When's your next check-in?", "", "25 April: in two weeks|9 May: in four weeks|6 June: in eight weeks|4 July: in twelve weeks|No date: no reminder"},
	} {
		s := asking(row.topic, p)
		ask, about := report.CheckInAsk(s, now)
		var replies []string
		for _, r := range s.Replies(now) {
			name, detail := report.ReplyText(s, r, now)
			replies = append(replies, name+": "+detail)
		}
		if got := strings.Join(replies, "|"); ask != row.ask || about != row.about || got != row.replies {
			t.Errorf("%s: %q %q\n%s, want\n%s", row.topic, ask, about, got, row.replies)
		}
	}
}

// TestReplyWithoutRoomToAskWhy is late in a check-in that still asks about the mentor: "say why" would promise a question
// that isn't asked.
func TestReplyWithoutRoomToAskWhy(t *testing.T) {
	p := planned(0, 1)
	p.Mentor = "Ruth"
	for asked, want := range []string{"say why", "say why", "", ""} {
		s := asking(session.TopicStep, p)
		s.Checking.Asked = asked
		if _, got := report.ReplyText(s, session.Reply{Says: session.StepNotBegun}, day); got != want {
			t.Errorf("after %d questions %q, want %q", asked, got, want)
		}
	}
}

// TestReplySaysWhereItMoves of a step that's due, where there's no room to ask what is in its way.
func TestReplySaysWhereItMoves(t *testing.T) {
	p := planned(0, 1)
	p.Mentor = "Ruth"
	for _, row := range []struct {
		asked, after int // questions, days
		want         string
	}{
		{0, 30, "add what happened|add what happened|say why"},
		{1, 30, "add what happened|add what happened; moves to 25 April|say why"},
		{1, 20, "add what happened|add what happened|say why"}, // not due yet
		{2, 30, "|moves to 25 April|moves to 25 April"},
		{2, 20, "||"},
	} {
		s, now := asking(session.TopicStep, p), day.AddDate(0, 0, row.after)
		s.Checking.Asked = row.asked
		var replies []string
		for _, r := range s.Replies(now)[:3] {
			_, detail := report.ReplyText(s, r, now)
			replies = append(replies, detail)
		}
		if got := strings.Join(replies, "|"); got != row.want {
			t.Errorf("after %d questions and %d days %s, want %s", row.asked, row.after, got, row.want)
		}
	}
}

// TestLeftForNext says at the last question how many steps there was no room to ask about.
func TestLeftForNext(t *testing.T) {
	for steps, want := range map[int]string{4: "", 5: "One more step is due. It comes first next time.", 6: "Two more steps are due. They come first next time."} {
		s := session.New(stages.NewBank(catalog()), session.Saved{})
		for n := range steps {
			s.Plan.Items = append(s.Plan.Items, session.Item{Step: stages.Step{ID: string(rune('a' + n))}, Added: day})
		}
		s, _ = session.Do(s, session.StartCheckIn{At: day})
		for s.Checking.Topic != session.TopicNext {
			s, _ = session.Do(s, session.ReplyTo{Reply: s.Replies(day)[0], At: day})
		}
		if _, got := report.CheckInAsk(s, day); got != want {
			t.Errorf("of %d steps %q, want %q", steps, got, want)
		}
	}
}

func TestReplySwaps(t *testing.T) {
	s := asking(session.TopicInTheWay, planned(0, 1))
	swap := advice("craft", 3)
	for _, row := range []struct {
		reply          session.Reply
		detail, advice string
	}{
		{session.Reply{Says: session.NoChanceYet, Swap: &swap}, `swaps it for "Show your next design yourself"`, "If you'd rather keep this step: Ask another team for theirs."},
		{session.Reply{Says: session.PlaceInWay, Swap: &swap}, `swaps it for "Show your next design yourself"`, "If you'd rather keep this step: Ask who may show designs, and why."},
		{session.Reply{Says: session.NothingInWay}, "keeps the same date", ""},
	} {
		if _, detail := report.ReplyText(s, row.reply, day); detail != row.detail || report.ReplyAdvice(s, row.reply) != row.advice {
			t.Errorf("%q, %q; want %q, %q", detail, report.ReplyAdvice(s, row.reply), row.detail, row.advice)
		}
	}
}

// TestReplyInBrief is what a reply comes to where there's no room for its words.
func TestReplyInBrief(t *testing.T) {
	swap, later := advice("craft", 3), day
	for want, reply := range map[string]session.Reply{"another step": {Says: session.NoChanceYet, Swap: &swap}, "drops it": {Says: session.WrongStep},
		"same date": {Says: session.NothingInWay}, "now by 12 March": {Says: session.StepNotBegun, On: &later}, "": {Says: session.NothingInWay, On: &later}} {
		if got := report.ReplyInBrief(reply); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

// TestAskOnTheWay asks how a step goes that isn't due yet, and how one went that is.
func TestAskOnTheWay(t *testing.T) {
	s := asking(session.TopicStep, planned(0, 1))
	due := s.Plan.Items[s.Plan.Item(session.StepRow("craft-to-2"))].Due()
	for days, want := range map[int]string{-1: "How's it going?", 0: "How did it go?", 1: "How did it go?"} {
		if got, _ := report.CheckInAsk(s, due.AddDate(0, 0, days)); got != want {
			t.Errorf("%d days after it's due: %q", days, got)
		}
	}
}

func TestCheckInFact(t *testing.T) {
	first := taking(stages.Stages, -1)
	first.Plan = planned(0, 1)
	for _, row := range []struct {
		after int // days
		fact  string
	}{{0, ""}, {30, "question 1, at most 5"}} {
		s, _ := session.Do(first, session.StartCheckIn{At: day.AddDate(0, 0, row.after)})
		if got := report.CheckInFact(s.Checking); got != row.fact {
			t.Errorf("after %d days %q", row.after, got)
		}
	}
	s, _ := session.Do(first, session.StartCheckIn{At: day.AddDate(0, 0, 30)})
	s, _ = session.Do(s, session.ReplyTo{Reply: session.Reply{Says: session.StepUnderWay}, At: day})
	if got := report.CheckInFact(s.Checking); got != "question 2, at most 5" { // its line of evidence
		t.Error(got)
	}
	s, _ = session.Do(s, session.WriteEvidence{At: day})
	if got := report.CheckInFact(s.Checking); got != "question 3, at most 5" {
		t.Error(got)
	}
}

// TestCheckedIn tells an earlier check-in in a line.
func TestCheckedIn(t *testing.T) {
	yes, no := true, false
	for _, row := range []struct {
		in    session.CheckedIn
		words string
	}{
		{session.CheckedIn{Talked: &yes}, "Talked with your mentor."},
		{session.CheckedIn{Talked: &no}, "No talk with your mentor yet."},
		{session.CheckedIn{Steps: []session.CheckedStep{{Title: "One", Went: session.StepDone}, {Title: "Two", Went: session.StepUnderWay, InTheWay: session.NothingInWay}}, Talked: &yes},
			"One: done. Two: under way. Talked with your mentor."},
		{session.CheckedIn{Steps: []session.CheckedStep{{Title: "One", Went: session.StepNotBegun, InTheWay: session.NoTime, Moved: &day}}}, "One: not started, no time; moved to 12 March 2026."},
		{session.CheckedIn{Steps: []session.CheckedStep{{Title: "One", Went: session.StepUnwanted}, {Title: "Two", Went: session.StepNotBegun, InTheWay: session.WrongStep}}}, "One: dropped. Two: not started, not the right step, so dropped."},
		{session.CheckedIn{Steps: []session.CheckedStep{{Title: "One", Went: session.StepNotBegun, InTheWay: session.NoChanceYet, SwappedFor: "Two"}}}, `One: not started, no chance to do it; now "Two".`},
		{session.CheckedIn{Steps: []session.CheckedStep{{Title: "One", Went: session.StepUnderWay, InTheWay: session.PlaceInWay, SwappedFor: "Two"}}}, `One: under way, the workplace was in the way; now "Two".`},
	} {
		if got := report.CheckedIn(row.in); got != row.words {
			t.Errorf("%q, want %q", got, row.words)
		}
	}
}

func TestCheckInOver(t *testing.T) {
	if got := report.CheckInOver(session.Plan{CheckIn: &day}, day.AddDate(0, 0, -14)); got != "Saved. Your next check-in is on 12 March, in two weeks." {
		t.Error(got)
	}
	if got := report.CheckInOver(session.Plan{}, day); got != "Saved. There's no date for your next check-in." {
		t.Error(got)
	}
}

// TestPlanPast tells what was dropped with what was noted of it, and the last three check-ins. They say what is in
// the way at work, so they leave the computer only where that is asked for.
func TestPlanPast(t *testing.T) {
	talked := true
	p := planned(0, 1)
	p.Items[0].Begun, p.Talk, p.Mentor = &day, &day, "Ruth"
	p.Dropped = []session.Item{{Step: advice("trust", 2), Evidence: "Asked Ada"}}
	for month := range 4 {
		p.CheckIns = append(p.CheckIns, session.CheckedIn{At: day.AddDate(0, month, 0), Talked: &talked})
	}
	e := exported(catalog(), example)
	e.Plan = p
	var out strings.Builder
	if err := e.PlanText(&out, 100, day); err != nil {
		t.Fatal(err)
	}
	text := out.String()
	for _, want := range []string{"by 9 April 2026. Under way since 12 March. This week: Ask", "- Mentor: Ruth; talk on 12 March, today\n", "Dropped\n\n  - Show your next design yourself\n    > Asked Ada\n",
		"Check-ins\n\n  - 12 June 2026: Talked with your mentor.\n  - 12 May 2026:", "  - 12 April 2026:"} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in\n%s", want, text)
		}
	}
	if strings.Contains(text, "12 March 2026: Talked") {
		t.Errorf("four check-ins:\n%s", text)
	}
	for part, want := range map[string]bool{"": false, report.PartName: false, report.PartSurroundings: true} {
		shared := e.With(part)
		shared.Surveys = nil
		if got := strings.Contains(markdown(t, shared), "Talked with your mentor"); got != want || (len(shared.Plan.CheckIns) > 0) != want {
			t.Errorf("with %q check-ins are there: %v", part, got)
		}
	}
	e.Surveys = nil
	if left := e.With(report.PartName, report.PartAnswers).LeftOut; len(left) != 1 || left[0] != report.PartSurroundings {
		t.Errorf("left out %v", left)
	}
}

// TestPlanExtraDue says what is due of what carries a plan.
func TestPlanExtraDue(t *testing.T) {
	p := session.Plan{Mentor: "Ruth", Talk: &day, CheckIn: &day}
	for _, row := range []struct {
		now             time.Time
		mentor, checkIn string
	}{
		{day.AddDate(0, 0, -14), "Ruth; talk on 12 March, in two weeks", "12 March 2026, in two weeks"},
		{day, "Ruth; talk on 12 March, today", "due today"},
		{day.AddDate(0, 0, 1), "Ruth; talk due since 12 March 2026", "due since 12 March 2026"},
		{time.Time{}, "Ruth; talk on 12 March 2026", "12 March 2026"},
	} {
		_, mentor := report.PlanExtra(p, session.Mentor, row.now)
		_, checkIn := report.PlanExtra(p, session.CheckIn, row.now)
		if mentor != row.mentor || checkIn != row.checkIn {
			t.Errorf("on %v: %q, %q; want %q, %q", row.now, mentor, checkIn, row.mentor, row.checkIn)
		}
	}
	late := planned(0, 1)
	for after, want := range map[int]string{20: "no date yet", 30: "due now"} {
		if _, got := report.PlanExtra(late, session.CheckIn, day.AddDate(0, 0, after)); got != want {
			t.Errorf("after %d days %q, want %q", after, got, want)
		}
	}
	if _, got := report.PlanExtra(late, session.CheckIn, time.Time{}); got != "no date yet" {
		t.Error(got)
	}
	s := taken(withPlan(taking(stages.Stages, -1), p), stages.Stages)
	if name, detail := report.ChoiceText(s, session.ChooseCheckIn, day); name != "Check-in due" || detail != "about two minutes" {
		t.Error(name, detail)
	}
	for now, want := range map[time.Time]string{day: "due today", day.AddDate(0, 0, 1): "due since 12 March 2026"} {
		if name, detail := report.ChoiceText(s, session.ChooseTalk, now); name != "Talk with your mentor" || detail != want || report.ChoiceBrief(s, session.ChooseTalk, now) != want {
			t.Error(name, detail)
		}
	}
	if _, detail := report.ChoiceText(s, session.ChoosePlan, day); detail != "steps to take on and tick off" { // it has a row of its own
		t.Error(detail)
	}
}
