package quiz

import (
	"runtime/debug"
	"testing"
)

func TestVersionOf(t *testing.T) {
	const commit = "4f0c3a1b2d5e6f708192a3b4c5d6e7f809182736"
	for _, tt := range []struct {
		name, module, commit, modified, want string
	}{
		{"a release", "v1.2.0", commit, "false", "1.2.0, commit 4f0c3a1b2d5e"},
		{"a release candidate", "v1.2.0-rc.1", commit, "false", "1.2.0-rc.1, commit 4f0c3a1b2d5e"},
		{"a release with changes", "v1.2.0+dirty", commit, "true", "1.2.0, commit 4f0c3a1b2d5e, with changes"},
		{"a commit with no tag", "v0.0.0-20261126060738-4f0c3a1b2d5e", commit, "false", "unreleased, commit 4f0c3a1b2d5e"},
		{"a commit after a tag, with changes", "v1.2.1-0.20261126060738-4f0c3a1b2d5e+dirty", commit, "true", "unreleased, commit 4f0c3a1b2d5e, with changes"},
		{"installed as a module", "v1.2.0", "", "", "1.2.0"},
		{"outside a repository", "(devel)", "", "", "unreleased"},
		{"without any of it", "", "", "", "unreleased"},
	} {
		info := &debug.BuildInfo{Main: debug.Module{Version: tt.module}}
		for key, value := range map[string]string{"vcs.revision": tt.commit, "vcs.modified": tt.modified} {
			if value != "" {
				info.Settings = append(info.Settings, debug.BuildSetting{Key: key, Value: value})
			}
		}
		if got := versionOf(info); got != tt.want {
			t.Errorf("%s: %q, not %q", tt.name, got, tt.want)
		}
	}
}
