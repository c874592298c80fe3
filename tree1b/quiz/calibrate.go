package quiz

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"waymark/content"
	"waymark/stages"
	"waymark/stages/calibrate"
)

// calibrateOptions are the flags of calibrate.
type calibrateOptions struct {
	json, suggest, options, people bool
	verbose, strict                bool
	seeds                          int
	draw                           uint64
	drawing                        bool // --draw was given
}

func (a *app) calibrateCommand() *cobra.Command {
	o := calibrateOptions{seeds: 5}
	cmd := &cobra.Command{
		Use: "calibrate [DIR]", Short: "See how well questions place people you know, and adjust anchors",
		Long: `Reads a study from DIR, or from the folder calibration inside the content in
use: people, the levels judges put them at, and the answers that readers, or
the people themselves, gave. It says whether people are placed where they're
judged to be, how each strand does, and which questions are the weakest. Where
the study fits the built-in questions too, it says how those do. With
--verbose, it prints every figure: how far judges and readers agree, how often
people are placed where they're judged to be, what holds back those who come
out too low, and which questions to look at. With --strict, the exit status is
1 if people are placed badly. People held out by --draw are scored, and used
for nothing else.

docs/calibration.md shows how to run a study, starting with an empty folder.`,
		Example: "  waymark content calibrate my-study --draw 7\n  waymark content calibrate my-study\n" +
			"  waymark content calibrate my-study --content my-questions --suggest",
		Args: takes(0, 1), ValidArgsFunction: completeDirs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			o.drawing = cmd.Flags().Changed("draw")
			if err := o.check(); err != nil {
				return usageError{err}
			}
			return a.calibrate(o, args)
		},
	}
	f := cmd.Flags()
	f.BoolVar(&o.json, "json", false, "all figures, for programs")
	f.BoolVar(&o.suggest, "suggest", false, "only the anchors to move, one per line")
	f.BoolVar(&o.options, "options", false, "every option: who chose it, and its anchors")
	f.BoolVar(&o.people, "people", false, "every person: where they're judged to be, and placed")
	f.BoolVar(&o.verbose, "verbose", false, "print every figure, too")
	f.BoolVar(&o.strict, "strict", false, "fail if people are placed badly")
	f.IntVar(&o.seeds, "seeds", o.seeds, "how many interviews to play for each reading")
	f.Uint64Var(&o.draw, "draw", 0, "pick the third to hold out, once, with this seed")
	nameValue(f, "seeds", "NUMBER")
	nameValue(f, "draw", "SEED")
	return cmd
}

func (o calibrateOptions) check() error {
	chosen := 0
	for _, on := range []bool{o.json, o.suggest, o.options, o.people, o.drawing, o.verbose} {
		if on {
			chosen++
		}
	}
	switch {
	case chosen > 1:
		return errors.New("--verbose, --json, --suggest, --options, --people and --draw each print something else; choose one")
	case o.seeds < 1:
		return fmt.Errorf("--seeds %d: ask for at least one", o.seeds)
	}
	return nil
}

func (a *app) calibrate(o calibrateOptions, args []string) error {
	c, err := a.catalog()
	if err != nil {
		return err
	}
	dir, err := a.studyFolder(args)
	if err != nil {
		return err
	}
	s, faults := content.LoadStudy(os.DirFS(dir), c)
	if err := faults.Err(); err != nil {
		return fmt.Errorf("the study in %s can't be used:\n%w", stages.VisibleName(dir), err)
	}
	for _, f := range faults {
		fmt.Fprintln(a.err, f)
	}
	if o.drawing {
		return a.drawHeldOut(dir, s, o.draw)
	}
	opt := calibrate.Options{Seeds: o.seeds, Progress: a.progress("readings")}
	r := calibrate.Run(stages.NewBank(c), s, opt)
	switch {
	case o.json:
		return printJSON(a.out, r)
	case o.suggest:
		return printMoves(a.out, r)
	case o.options:
		return printOptions(a.out, r)
	case o.people:
		return printPlaced(a.out, r)
	}
	v := calibrate.Assess(r, standardOf(dir, c, opt))
	if err := printStudyVerdict(a.out, r, v); err != nil {
		return err
	}
	if o.verbose {
		fmt.Fprintln(a.out)
		err = printCalibration(a.out, r)
	} else {
		_, err = fmt.Fprintln(a.out, "--verbose prints every figure")
	}
	if err == nil && o.strict && v.Bad() {
		err = a.placesBadly()
	}
	return err
}

// standardOf is what a study says of the built-in questions; nil where the content is those, or the study doesn't fit
// them.
func standardOf(dir string, c *stages.Catalog, opt calibrate.Options) *calibrate.Report {
	builtin, err := content.Builtin()
	if err != nil || builtin.SHA256 == c.SHA256 {
		return nil
	}
	s, faults := content.LoadStudy(os.DirFS(dir), builtin)
	if faults.Err() != nil {
		return nil
	}
	r := calibrate.Run(stages.NewBank(builtin), s, opt)
	if r.Compared == 0 {
		return nil
	}
	return &r
}

// studyFolder is the folder that was named, or the one in the content in force.
func (a *app) studyFolder(args []string) (string, error) {
	if len(args) > 0 {
		return args[0], nil
	}
	_, where := a.contentDir()
	dir := filepath.Join(where, content.StudyDir)
	if !isDir(dir) {
		return "", usageError{fmt.Errorf("there's no study in %s; name its folder, as in: waymark content calibrate my-study", stages.VisibleName(where))}
	}
	return dir, nil
}

// heldOutFile is what --draw writes.
const heldOutFile = "held-out.yaml"

// drawHeldOut draws who is held out. A draw that is there already stays: whoever has seen how the third
// set apart fares must not draw another.
func (a *app) drawHeldOut(dir string, s *calibrate.Study, seed uint64) error {
	name := filepath.Join(dir, heldOutFile)
	drawn := calibrate.Draw(s, seed)
	switch {
	case len(s.HeldOut.People) > 0:
		return fmt.Errorf("%d people are already held out, drawn with seed %d; a second draw would use up people the first one kept apart",
			len(s.HeldOut.People), s.HeldOut.Seed)
	case len(drawn.People) == 0:
		return errors.New("there aren't enough people to draw from: at least two need a judgement")
	}
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644) //nolint:gosec // colleagues read it
	if errors.Is(err, fs.ErrExist) {
		return fmt.Errorf("%s already exists and won't be overwritten; move it away", stages.VisibleName(name))
	} else if err != nil {
		return fmt.Errorf("can't write who's held out: %w", err)
	}
	_, err = fmt.Fprintf(f, `# Drawn by waymark content calibrate --draw %[1]d, before any anchor moved.
# These people are scored and used for nothing else: no anchor and no question is changed because of them.
held_out:
  seed: %[1]d
  people:
`, seed)
	for _, id := range drawn.People {
		if err == nil {
			_, err = fmt.Fprintf(f, "    - %s\n", id)
		}
	}
	if err = errors.Join(err, f.Close()); err != nil {
		return fmt.Errorf("can't write who's held out: %w", err)
	}
	_, err = fmt.Fprintf(a.out, "%d people are held out; their ids are in %s\n", len(drawn.People), stages.VisibleName(name))
	return err
}
