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
		session.Nothing: "", session.Kept: "Kept. Go on whenever you like.", session.NoteDrafted: "Noted. It is saved with your answer.", session.NoteSaved: "Saved.",
		session.StepTaken: "In your plan.", session.StepDropped: "Out of your plan.", session.StepFinished: "This step is done, and stays in your plan.",
		session.OtherWindow:   "This interview is open in another window. Go on there, or read here.",
		session.NoLongerAsked: "This question is no longer asked. Your answer stays with the result.",
		session.BegunAnew:     "You've started another interview since. Finish that one, or change its answers.",
		session.NothingTicked: "Tick what is true, or choose None of these yet.", session.FirstQuestion: "This is the first question.",
		session.ItemDone: "Done.", session.DateMoved: "Moved.", session.DateStays: "It can be moved from today to a year ahead.",
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
		{session.NotKept{Action: session.Answer{}, Err: fmt.Errorf("interview.json: %w", syscall.ENOSPC)}, "Not saved: the disk is full. Free some room, then press the key again."},
		{session.NotKept{Action: session.Begin{}, Err: syscall.ENOSPC}, "Not begun: the disk is full. Free some room, then press the key again."},
		{session.NotKept{Action: session.Restart{}, Err: fs.ErrPermission}, "Not set aside: the folder can't be written to. Allow it, then press the key again."},
		{session.NotKept{Action: session.Finish{}, Err: syscall.EACCES}, "The result was not saved: the folder can't be written to. Allow it, then press the key again."},
		{session.NotKept{Action: session.Answer{}, Err: syscall.EROFS}, "Not saved: the folder can't be written to. Allow it, then press the key again."},
		{session.NotKept{Action: session.Answer{}, Err: errors.New("open \x1b[2Jx")}, "Not saved: open [2Jx."},
		{session.NotKept{Action: session.WritePlan{}, Err: errors.New("no such device")}, "Not saved: no such device."},
		{errors.New("no such device"), "Not saved: no such device."},
		{fmt.Errorf("the last one: %w", session.NotKept{Action: session.Begin{}, Err: syscall.EIO}), "Not begun: the last one: input/output error."},
	} {
		if got := report.NotKept(row.err, "press the key again"); got != row.words {
			t.Errorf("%q, want %q", got, row.words)
		}
	}
}
