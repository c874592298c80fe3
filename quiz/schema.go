package quiz

import (
	"github.com/spf13/cobra"

	"waymark/content"
)

func (a *app) schemaCommand() *cobra.Command {
	var extend bool
	cmd := &cobra.Command{
		Use: "schema", Short: "Print the JSON Schema of content files",
		Long: `Prints the JSON Schema (2020-12) of content files. Editors that know the YAML
language server complete fields and mark mistakes by it, in files that begin
with this line, as those of waymark content init do:

  # yaml-language-server: $schema=waymark.schema.json

With --extend, it's the schema for a folder that extends the built-in content,
where an entry needs its id only.`,
		Example: "  waymark content schema > my-questions/waymark.schema.json",
		Args:    takes(0, 0), ValidArgsFunction: cobra.NoFileCompletions,
		RunE: func(*cobra.Command, []string) error {
			_, err := a.out.Write(content.Schema(extend))
			return err
		},
	}
	cmd.Flags().BoolVar(&extend, "extend", false, "for a folder that extends the built-in content")
	return cmd
}
