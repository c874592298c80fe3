package report

import (
	"errors"
	"fmt"
	"io/fs"
	"syscall"

	"waymark/quiz/session"
	"waymark/stages"
)

// Message puts into words what came of an action.
func Message(m session.Message) string {
	switch m {
	case session.OtherWindow:
		return "This is open in another window. Continue there, or just read here."
	case session.Kept:
		return "Your answers are saved. Carry on whenever you like."
	case session.NothingTicked:
		return "Tick what's true, or choose None of these yet."
	case session.FirstQuestion:
		return "This is the first question."
	case session.NoLongerAsked:
		return "This question isn't asked any more. Your answer stays with the result."
	case session.BegunAnew:
		return "You've started a new one since then. Finish that one, or change its answers."
	case session.OneMore:
		return "Skipped, so one more question comes in its place."
	case session.AllObserved:
		return "That was the last question. Every answer is in the sheet."
	case session.NoteDrafted:
		return "Noted. It'll be saved with your answer."
	case session.NoteSaved:
		return "Saved."
	case session.StepTaken:
		return "Added to your plan."
	case session.StepDropped:
		return "Removed from your plan."
	case session.StepFinished:
		return "This step is done, so it stays in your plan."
	case session.ItemDone:
		return "Done."
	case session.DateMoved:
		return "Moved."
	case session.HaveCheckedIn:
		return "Checked in."
	case session.CheckInMoved:
		return "Moved. You can check in any time, from your plan."
	case session.DateStays:
		return "You can move it from today up to a year ahead."
	}
	return ""
}

// GoOnAnyTime is what the shell shows after someone left an interview that a command opens.
func GoOnAnyTime(command string) string { return "Saved. Continue any time: " + command }

// NotKept says what a store could not keep, why, and what to do, which ends in how to try again.
func NotKept(err error, again string) string {
	what := "Not saved"
	var undone session.NotKept
	if errors.As(err, &undone) {
		switch undone.Action.(type) {
		case session.Begin:
			what = "Not started"
		case session.Restart:
			what = "Not archived"
		case session.Finish:
			what = "The result wasn't saved"
		}
	}
	return what + ": " + hint(err, again)
}

func hint(err error, again string) string {
	switch {
	case errors.Is(err, syscall.ENOSPC):
		return fmt.Sprintf("the disk is full. Free up some space, then %s.", again)
	case errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.EROFS):
		return fmt.Sprintf("Waymark can't write to its folder. Allow it, then %s.", again)
	}
	return stages.OneLine(err.Error()) + "."
}
