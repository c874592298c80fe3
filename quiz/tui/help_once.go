package tui

import (
	"slices"
	"strings"

	"waymark/quiz/locale"
)

// together are keys with those that do the same in one row.
func together(keys []choice) []choice {
	var out []choice
	for _, k := range keys {
		if k.detail == locale.Text("the same") && len(out) > 0 {
			out[len(out)-1].name += ", " + k.name
			continue
		}
		out = append(out, k)
	}
	return out
}

// untold are the keys of each screen that this one says nothing of. Digits choose a row on all of them, but for a 9 that this one takes.
func untold(here []choice) []choice {
	told, digits := map[string]bool{}, false
	for _, k := range here {
		for name := range strings.SplitSeq(k.name, ", ") {
			told[name], digits = true, digits || strings.HasPrefix(name, "1")
		}
	}
	all := everywhere()
	if i := slices.IndexFunc(all, func(k choice) bool { return strings.HasPrefix(k.name, "1") }); told["9"] {
		all[i].name = locale.Sprintf("1–%d", 8)
	}
	return slices.DeleteFunc(all, func(k choice) bool { return told[k.name] || digits && strings.HasPrefix(k.name, "1") })
}

// groupLines are the lines of rows for a pane, with a blank one before each group but the first.
func groupLines(rows []row) []line {
	var out []line
	for i, r := range rows {
		if r.apart && i > 0 {
			out = append(out, line{})
		}
		out = append(out, r.lines...)
	}
	return out
}
