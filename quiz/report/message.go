package report

import (
	"errors"
	"io/fs"
	"syscall"

	"waymark/quiz/locale"
	"waymark/quiz/session"
	"waymark/stages"
)

// Message puts into words what came of an action.
func Message(m session.Message) string {
	switch m {
	case session.OtherWindow:
		return locale.Text("This is open in another window. Continue there, or just read here.")
	case session.Kept:
		return locale.Text("Your answers are saved. Carry on whenever you like.")
	case session.NothingTicked:
		return locale.Text("Tick what's true, or choose None of these yet.")
	case session.FirstQuestion:
		return locale.Text("This is the first question.")
	case session.NoLongerAsked:
		return locale.Text("This question isn't asked any more. Your answer stays with the result.")
	case session.BegunAnew:
		return locale.Text("You've started a new interview since then. Finish that one, or change its answers.")
	case session.OneMore:
		return locale.Text("Skipped. You'll get one more question instead.")
	case session.AllObserved:
		return locale.Text("That was the last question. Every answer is in the sheet.")
	case session.NoteDrafted:
		return locale.Text("Noted. It'll be saved with your answer.")
	case session.NoteSaved:
		return locale.Text("Saved.")
	case session.StepTaken:
		return locale.Text("Added to your plan.")
	case session.StepDropped:
		return locale.Text("Removed from your plan.")
	case session.StepFinished:
		return locale.Text("This step is done, so it stays in your plan.")
	case session.StepNoted:
		return locale.Text("This step has a note of yours, so it stays. You can remove it in your plan.")
	case session.ItemDone:
		return locale.Text("Done.")
	case session.DateMoved:
		return locale.Text("Moved.")
	case session.HaveCheckedIn:
		return locale.Text("Checked in.")
	case session.CheckInMoved:
		return locale.Text("Moved. You can check in any time, from your plan.")
	case session.DateStays:
		return locale.Text("You can move it from today up to a year ahead.")
	}
	return ""
}

// GoOnAnyTime is what the shell shows after someone left an interview that a command opens.
func GoOnAnyTime(command string) string {
	return locale.Sprintf("Saved. Continue any time: %s", command)
}

// NotKept says what a store could not keep, why, and what to do, which ends in how to try again.
func NotKept(err error, again string) string {
	why := hint(err, again)
	var undone session.NotKept
	if errors.As(err, &undone) {
		switch undone.Action.(type) {
		case session.Begin:
			return locale.Sprintf("Not started: %s", why)
		case session.Restart:
			return locale.Sprintf("Not archived: %s", why)
		case session.Finish:
			return locale.Sprintf("The result wasn't saved: %s", why)
		}
	}
	return locale.Sprintf("Not saved: %s", why)
}

func hint(err error, again string) string {
	switch {
	case errors.Is(err, syscall.ENOSPC):
		return locale.Sprintf("the disk is full. Free up some space, then %s.", again)
	case errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.EROFS):
		return locale.Sprintf("Waymark isn't allowed to write to its folder. Change that, then %s.", again)
	}
	return stages.OneLine(locale.Reason(err)) + "."
}
