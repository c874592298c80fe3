package quiz

import (
	"errors"

	"github.com/spf13/cobra"

	"waymark/quiz/locale"
	"waymark/quiz/report"
	"waymark/quiz/sheet"
	"waymark/stages"
)

func (a *app) teamCommand() *cobra.Command {
	to := target{command: "waymark team --share", example: "share.yaml"}
	var share, asJSON bool
	cmd := &cobra.Command{
		Use: "team [FOLDER]", Short: "Show what at least five people of a team share",
		Long: `Reads the shares in a folder (every file whose name ends in .yaml) and shows
what at least five of those people have in common: where their strands are,
what at work helps or holds them back, which steps they took on. It needs five
shares, and shows no one: numbers are rounded down to five, ten and so on.

With --share, it writes yours instead: no name, no answers, no notes. It's a
plain file: read it, then decide who gets it. The person who collects
the files can open each of them.`,
		Example: "  waymark team --share -o share.yaml\n  waymark team shares\n  waymark team shares --json",
		Args: func(cmd *cobra.Command, args []string) error {
			if share {
				return takes(0, 0)(cmd, args)
			}
			return takes(1, 1)(cmd, args)
		},
		ValidArgsFunction: completeDirs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			if share {
				return a.share(&to)
			}
			return a.team(args[0], asJSON)
		},
	}
	cmd.Flags().BoolVar(&share, "share", false, "write your own share")
	cmd.Flags().BoolVar(&asJSON, "json", false, "print it as JSON, for programs")
	to.flags(cmd)
	return cmd
}

// share writes what the person lets a team see.
func (a *app) share(to *target) (err error) {
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
	last, taken := opened.Results[stages.Stages]
	if !taken {
		return errNoResult
	}
	key, err := a.key(s.journal)
	if err != nil {
		return locale.Errorf("can't make a share: %s", err)
	}
	text, err := sheet.NewShare(sheet.PersonID(key, sheet.ForShares), last.Content, opened.Share()).Encode()
	if err != nil {
		return err
	}
	return a.writeTo(to, text)
}

func (a *app) team(folder string, asJSON bool) error {
	catalog, err := a.catalog()
	if err != nil {
		return err
	}
	shares, err := sheet.ReadShares(folder, catalog.Ref())
	if err != nil {
		return err
	}
	team, enough := stages.NewTeam(shares)
	switch {
	case !enough:
		return locale.Errorf("%s has %d of the %d shares needed; with fewer, people could be identified. Each person makes theirs with: waymark team --share -o share.yaml",
			stages.VisibleName(folder), len(shares), stages.TeamLeast)
	case asJSON:
		return printJSON(a.out, struct {
			Schema int `json:"schema"`
			stages.Team
		}{1, team})
	}
	return report.TeamText(a.out, a.textWidth(), catalog, team)
}
