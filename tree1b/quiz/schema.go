package quiz

import (
	"github.com/spf13/cobra"

	"waymark/content"
)

func (a *app) schemaCommand() *cobra.Command {
	var extend, study bool
	cmd := &cobra.Command{
		Use: "schema", Short: "Print the JSON Schema of content files",
		Long: `Prints the JSON Schema (2020-12) of content files. Editors that know the YAML
language server complete fields and mark mistakes by it, in files that begin
with this line, as those of waymark content init do:

  # yaml-language-server: $schema=waymark.schema.json

With --extend, it's the schema for a folder that extends the built-in content,
where an entry needs its id only. With --calibration, it's the one for files of
a study, which waymark content calibrate reads.`,
		Example: "  waymark content schema > my-questions/waymark.schema.json",
		Args:    takes(0, 0), ValidArgsFunction: cobra.NoFileCompletions,
		RunE: func(*cobra.Command, []string) error {
			schema := content.Schema(extend)
			if study {
				schema = content.StudySchema()
			}
			_, err := a.out.Write(schema)
			return err
		},
	}
	cmd.Flags().BoolVar(&extend, "extend", false, "for a folder that extends the built-in content")
	cmd.Flags().BoolVar(&study, "calibration", false, "for the files of a study")
	cmd.MarkFlagsMutuallyExclusive("extend", "calibration")
	return cmd
}
