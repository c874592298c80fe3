package quiz

import (
	"cmp"
	"fmt"
	"runtime/debug"
	"strings"

	"github.com/spf13/cobra"
)

// version says which build this is, by what the Go toolchain has put into it.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		info = &debug.BuildInfo{}
	}
	return versionOf(info)
}

// versionOf returns the version of a build, its commit and whether files differed from that commit:
// "1.2.0, commit 4f0c3a1b2d5e, with changes". A build outside a repository knows no commit.
func versionOf(info *debug.BuildInfo) string {
	set := map[string]string{}
	for _, s := range info.Settings {
		set[s.Key] = s.Value
	}
	commit := set["vcs.revision"]
	commit = commit[:min(len(commit), 12)]
	module, _, _ := strings.Cut(strings.TrimPrefix(info.Main.Version, "v"), "+dirty")
	if module == "(devel)" || commit != "" && strings.HasSuffix(module, "-"+commit) { // no version was tagged
		module = ""
	}
	out := cmp.Or(module, "unreleased")
	if commit != "" {
		out += ", commit " + commit
	}
	if set["vcs.modified"] == "true" {
		out += ", with changes"
	}
	return out
}

func versionCommand() *cobra.Command {
	return &cobra.Command{
		Use: "version", Short: "Print the version", Long: "Prints the version, and the commit it was built from.", Example: "  waymark version",
		Args: takes(0, 0), ValidArgsFunction: cobra.NoFileCompletions,
		RunE: func(cmd *cobra.Command, _ []string) error {
			_, err := fmt.Fprintln(cmd.OutOrStdout(), "waymark", version())
			return err
		},
	}
}
