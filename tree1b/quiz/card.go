package quiz

import (
	"bytes"

	"github.com/spf13/cobra"

	"waymark/quiz/report"
	"waymark/quiz/tui"
)

// The formats of a card.
const (
	formatText = "txt"
	formatSVG  = "svg"
)

func (a *app) cardCommand() *cobra.Command {
	to := target{command: "waymark card", example: "card"}
	var format string
	var with []string
	cmd := &cobra.Command{
		Use: "card", Short: "Make a card of your result to share, as text or a picture",
		Long: `Writes a small card of your last result: the date, your level on the path and
how sure it is, your strands as bars, and the next step of your plan.

It shows no answers or examples, nothing about your workplace or your
crossroads, and your name only with --with name.

Text (txt) is in a frame; the picture (svg) is one file that needs no network,
light or dark as its reader prefers. Only you can read the file, and an
existing file is left alone unless you add --force.`,
		Example: "  waymark card\n  waymark card -o card.svg\n  waymark card --with name --format svg > card.svg",
		Args:    takes(0, 0), ValidArgsFunction: cobra.NoFileCompletions,
		RunE: func(*cobra.Command, []string) error { return a.card(&to, format, with) },
	}
	cmd.Flags().StringVar(&format, "format", "", "write txt or svg; without it FILE's name decides")
	nameValue(cmd.Flags(), "format", "FORMAT")
	completeFlag(cmd, "format", "txt\ttext in a frame", "svg\ta picture")
	withFlag(cmd, &with, "add your name: name", []string{report.PartName})
	to.flags(cmd)
	return cmd
}

func (a *app) card(to *target, format string, with []string) error {
	format, err := to.format(format, formatText, formatSVG)
	if err != nil {
		return err
	}
	parts, err := partsOf(with, []string{report.PartName})
	if err != nil {
		return err
	}
	whole, there, err := a.load()
	switch {
	case err != nil:
		return err
	case !there:
		return errNoResult
	}
	var text bytes.Buffer
	if format == formatSVG {
		err = whole.CardSVG(&text, len(parts) > 0)
	} else {
		err = whole.CardText(&text, len(parts) > 0)
	}
	if err != nil {
		return err
	}
	card := text.Bytes()
	if format == formatText && !utf8Locale() {
		card = []byte(tui.ASCII(text.String()))
	}
	return a.writeTo(to, card)
}
