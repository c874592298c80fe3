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
		return "This interview is open in another window. Go on there, or read here."
	case session.Kept:
		return "Kept. Go on whenever you like."
	case session.NothingTicked:
		return "Tick what is true, or choose None of these yet."
	case session.FirstQuestion:
		return "This is the first question."
	case session.NoLongerAsked:
		return "This question is no longer asked. Your answer stays with the result."
	case session.BegunAnew:
		return "You've started another interview since. Finish that one, or change its answers."
	case session.NoteDrafted:
		return "Noted. It is saved with your answer."
	case session.NoteSaved:
		return "Saved."
	case session.StepTaken:
		return "In your plan."
	case session.StepDropped:
		return "Out of your plan."
	case session.StepFinished:
		return "This step is done, and stays in your plan."
	case session.ItemDone:
		return "Done."
	case session.DateMoved:
		return "Moved."
	case session.DateStays:
		return "It can be moved from today to a year ahead."
	}
	return ""
}

// NotKept says what a store could not keep, why, and what to do, which ends in how to try again.
func NotKept(err error, again string) string {
	what := "Not saved"
	var undone session.NotKept
	if errors.As(err, &undone) {
		switch undone.Action.(type) {
		case session.Begin:
			what = "Not begun"
		case session.Restart:
			what = "Not set aside"
		case session.Finish:
			what = "The result was not saved"
		}
	}
	return what + ": " + hint(err, again)
}

func hint(err error, again string) string {
	switch {
	case errors.Is(err, syscall.ENOSPC):
		return fmt.Sprintf("the disk is full. Free some room, then %s.", again)
	case errors.Is(err, fs.ErrPermission), errors.Is(err, syscall.EROFS):
		return fmt.Sprintf("the folder can't be written to. Allow it, then %s.", again)
	}
	return stages.OneLine(err.Error()) + "."
}
