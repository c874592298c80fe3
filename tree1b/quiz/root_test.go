package quiz

import (
	"bytes"
	"strings"
	"testing"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// every returns a command and all that are under it.
func every(cmd *cobra.Command) []*cobra.Command {
	all := []*cobra.Command{cmd}
	for _, c := range cmd.Commands() {
		all = append(all, every(c)...)
	}
	return all
}

// The help of each command fits a terminal of 80 columns, shows an example, and says what each flag takes.
func TestHelp(t *testing.T) {
	const widest = 79 // some terminals break a line that fills them
	all := every((&app{}).root())
	if len(all) < 16 {
		t.Errorf("%d commands only", len(all))
	}
	for _, cmd := range all {
		var help bytes.Buffer
		cmd.SetOut(&help)
		if err := cmd.Help(); err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(help.String()) {
			if n := len([]rune(strings.TrimRight(line, "\n"))); n > widest {
				t.Errorf("%s: %d columns: %s", cmd.CommandPath(), n, line)
			}
		}
		if !strings.Contains(cmd.Example, cmd.CommandPath()) || cmd.Short == "" || cmd.Long == "" {
			t.Errorf("%s lacks a text or an example", cmd.CommandPath())
		}
		cmd.Flags().VisitAll(func(f *pflag.Flag) {
			if kind := f.Value.Type(); kind != "bool" && kind != strings.ToUpper(kind) {
				t.Errorf("%s --%s takes a %s, which is no word of the help", cmd.CommandPath(), f.Name, kind)
			}
		})
	}
}

// The lists of commands stand under headings, and none is left out.
func TestCommandsAreGrouped(t *testing.T) {
	for _, cmd := range (&app{}).root().Commands() {
		if cmd.GroupID == "" {
			t.Errorf("%s stands under no heading", cmd.Name())
		}
	}
}

// The manual tells of every command and every flag that the help does.
func TestManualIsComplete(t *testing.T) {
	root := (&app{}).root()
	var page bytes.Buffer
	writeManual(&page, root)
	for _, cmd := range every(root) {
		if cmd.HasSubCommands() || cmd.Name() == "help" || cmd.Parent().Name() == "completion" {
			continue
		}
		if !strings.Contains(page.String(), "\n.SS "+roff(synopsis(cmd))+"\n") {
			t.Errorf("%s is left out", cmd.CommandPath())
		}
		cmd.LocalFlags().VisitAll(func(f *pflag.Flag) {
			if f.Name != "help" && !strings.Contains(page.String(), roff("--"+f.Name)+`\fR`) {
				t.Errorf("%s --%s is left out", cmd.CommandPath(), f.Name)
			}
		})
	}
}

func TestRoff(t *testing.T) {
	for text, want := range map[string]string{
		"a-b":           `a\-b`,
		`C:\x`:          `C:\ex`,
		"~/x ^ it's":    `\(ti/x \(ha it\(aqs`,
		".hidden":       `\&.hidden`,
		"see\n.hidden.": "see\n\\&.hidden.",
	} {
		if got := roff(text); got != want {
			t.Errorf("%q becomes %q, want %q", text, got, want)
		}
	}
}
