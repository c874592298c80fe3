package report_test

import (
	"errors"
	"fmt"
	"io/fs"
	"syscall"
	"testing"

	"waymark/quiz/report"
	"waymark/quiz/session"
)

// Every message has words of its own, and nothing has none.
func TestMessages(t *testing.T) {
	seen := map[string]session.Message{}
	for m := session.OtherWindow; m <= session.DateStays; m++ {
		words := report.Message(m)
		if other, said := seen[words]; said || words == "" {
			t.Errorf("message %d says %q, as message %d does", m, words, other)
		}
		seen[words] = m
	}
	for m, words := range map[session.Message]string{
		session.Nothing: "", session.Kept: "Your answers are saved. Carry on whenever you like.", session.NoteDrafted: "Noted. It'll be saved with your answer.", session.NoteSaved: "Saved.",
		session.StepTaken: "Added to your plan.", session.StepDropped: "Removed from your plan.", session.StepFinished: "This step is done, so it stays in your plan.",
		session.StepNoted:     "This step has a note of yours, so it stays. You can remove it in your plan.",
		session.OtherWindow:   "This is open in another window. Continue there, or just read here.",
		session.NoLongerAsked: "This question isn't asked any more. Your answer stays with the result.",
		session.BegunAnew:     "You've started a new interview since then. Finish that one, or change its answers.",
		session.NothingTicked: "Tick what's true, or choose None of these yet.", session.FirstQuestion: "This is the first question.",
		session.ItemDone: "Done.", session.DateMoved: "Moved.", session.DateStays: "You can move it from today up to a year ahead.",
	} {
		if got := report.Message(m); got != words {
			t.Errorf("%q, want %q", got, words)
		}
	}
}

func TestNotKept(t *testing.T) {
	for _, row := range []struct {
		err   error
		words string
	}{
		{session.NotKept{Action: session.Answer{}, Err: fmt.Errorf("interview.json: %w", syscall.ENOSPC)}, "Not saved: the disk is full. Free up some space, then press the key again."},
		{session.NotKept{Action: session.Begin{}, Err: syscall.ENOSPC}, "Not started: the disk is full. Free up some space, then press the key again."},
		{session.NotKept{Action: session.Restart{}, Err: fs.ErrPermission}, "Not archived: Waymark isn't allowed to write to its folder. Change that, then press the key again."},
		{session.NotKept{Action: session.Finish{}, Err: syscall.EACCES}, "The result wasn't saved: Waymark isn't allowed to write to its folder. Change that, then press the key again."},
		{session.NotKept{Action: session.Answer{}, Err: syscall.EROFS}, "Not saved: Waymark isn't allowed to write to its folder. Change that, then press the key again."},
		{session.NotKept{Action: session.Answer{}, Err: errors.New("open \x1b[2Jx")}, "Not saved: open [2Jx."},
		{session.NotKept{Action: session.WritePlan{}, Err: errors.New("no such device")}, "Not saved: no such device."},
		{errors.New("no such device"), "Not saved: no such device."},
		{fmt.Errorf("the last one: %w", session.NotKept{Action: session.Begin{}, Err: syscall.EIO}), "Not started: the last one: input/output error."},
	} {
		if got := report.NotKept(row.err, "press the key again"); got != row.words {
			t.Errorf("%q, want %q", got, row.words)
		}
	}
}
