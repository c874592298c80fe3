package quiz

import (
	"cmp"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"time"

	"github.com/charmbracelet/x/ansi"
	"github.com/spf13/cobra"

	"waymark/quiz/journal"
	"waymark/quiz/locale"
	"waymark/quiz/report"
	"waymark/quiz/session"
	"waymark/quiz/sheet"
	"waymark/stages"
)

func (a *app) askCommand() *cobra.Command {
	to := target{command: "waymark ask", example: "sheet.yaml"}
	var name string
	cmd := &cobra.Command{
		Use: "ask", Short: "Make a sheet that asks a mentor or manager about you",
		Long: `Writes a sheet with questions about you, for someone who has seen you at work.
They're the questions of your last result; if you have none yet, all of them.
The sheet has your name, so that the questions can speak of you, but none of
your answers or notes. It's a plain file: read it, then send it.

They answer with: waymark --for FILE
You set the answers beside yours with: waymark compare FILE`,
		Example: "  waymark ask -o sheet.yaml\n  waymark ask --name Ada -o for-ruth.yaml",
		Args:    takes(0, 0), ValidArgsFunction: cobra.NoFileCompletions,
		RunE: func(*cobra.Command, []string) error { return a.ask(&to, name) },
	}
	cmd.Flags().StringVar(&name, "name", "", "what they call you; without it, the name in your profile")
	nameValue(cmd.Flags(), "name", "NAME")
	to.flags(cmd)
	return cmd
}

// nameLimit is how long a name in a sheet may be, in columns: it stands in every question.
const nameLimit = 30

// oneName is a name that can stand in a sentence; empty where there is none.
func oneName(flag, name string) (string, error) {
	name = stages.OneLine(name)
	if ansi.StringWidth(name) > nameLimit {
		return "", usageError{locale.Errorf("the name %q takes %d columns, but sheets have room for %d; give a shorter one: %s", name, ansi.StringWidth(name), nameLimit, flag)}
	}
	return name, nil
}

func (a *app) ask(to *target, name string) (err error) {
	s, err := a.open()
	defer func() { err = errors.Join(err, s.close()) }()
	if err != nil {
		return err
	}
	opened, err := s.load()
	if err != nil {
		return err
	}
	a.tell(s.journal.Notices)
	last := opened.Results[stages.Stages]
	name, err = oneName("--name NAME", cmp.Or(stages.OneLine(name), last.Profile.Name, opened.Setup.Profile.Name))
	switch {
	case err != nil:
		return err
	case name == "":
		return locale.Error("the sheet needs your name, and there's none in your profile; add it: waymark ask --name NAME")
	}
	key, err := a.key(s.journal)
	if err != nil {
		return locale.Errorf("can't make a sheet: %s", err)
	}
	bank := opened.Bank
	blank := sheet.New(name, sheet.PersonID(key, sheet.ForSheets), clock().Format(time.DateOnly), bank.Catalog().Ref(), askedOf(bank, last, name))
	file := to.example
	if to.toFile() {
		file = filepath.Base(to.file)
	}
	text, err := blank.Encode(file)
	if err != nil {
		return err
	}
	if err := a.writeTo(to, text); err != nil || !to.toFile() {
		return err
	}
	_, err = fmt.Fprintln(a.out, locale.Sprintf("It asks %d questions about %s. Read it, then send it to someone who has seen you at work.", len(blank.Questions), name))
	return err
}

// key is the person's own. What is wrong with its file is told.
func (a *app) key(j *journal.Journal) ([]byte, error) {
	before := len(j.Notices)
	key, err := j.Key()
	a.tell(j.Notices[before:])
	return key, err
}

// askedOf are the questions of a result that the content still has, or all of them; each worded about someone. They
// come in the order of the content: that of the interview would tell something of the answers.
func askedOf(bank *stages.Bank, last session.Result, name string) []stages.Question {
	var all, some []string
	for _, q := range bank.Catalog().Questions {
		all = append(all, q.ID)
		if slices.Contains(last.Interview.Asked, q.ID) {
			some = append(some, q.ID)
		}
	}
	if len(some) > 0 {
		return observed(bank, some, name)
	}
	return observed(bank, all, name)
}

// observed are those of some questions that the content has, worded about someone.
func observed(bank *stages.Bank, ids []string, name string) []stages.Question {
	var out []stages.Question
	for _, id := range ids {
		if q := bank.Question(id); q != nil {
			out = append(out, *report.Observed(bank.Catalog(), bank.Catalog().Serves.Worded(q, ""), name))
		}
	}
	return out
}
