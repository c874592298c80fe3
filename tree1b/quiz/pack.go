package quiz

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"waymark/content"
	"waymark/stages"
)

func (a *app) packCommand() *cobra.Command {
	var file string
	cmd := &cobra.Command{
		Use: "pack DIR", Short: "Make one file of a folder, to send or to keep",
		Long: `Writes the content in DIR into one YAML file, which works wherever the folder
does: --content, check, simulate and the rest. Comments stay. An existing file
isn't overwritten.`,
		Example: "  waymark content pack my-questions -o my-questions.yaml\n  waymark --content my-questions.yaml",
		Args:    takes(1, 1), ValidArgsFunction: completeDirs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			if file == "" {
				return usageError{errors.New("name the file to write, as in: -o my-questions.yaml")}
			}
			if err := content.Pack(args[0], file); err != nil {
				return err
			}
			_, err := fmt.Fprintf(a.out, "%[1]s holds all of it; try: waymark content check %[1]s\n", stages.VisibleName(file))
			return err
		},
	}
	cmd.Flags().StringVarP(&file, "output", "o", "", "the file to write")
	nameValue(cmd.Flags(), "output", "FILE")
	return cmd
}
