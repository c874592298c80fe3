package quiz_test

import (
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// module is one that is linked into the program, on some system.
type module struct{ Path, Version, Dir string }

// linked returns the packages and the modules that are in the program for Linux, macOS or Windows.
func linked(t *testing.T) (packages []string, modules []module) {
	t.Helper()
	for _, system := range []string{"linux", "darwin", "windows"} {
		for _, p := range goList[struct {
			ImportPath string
			Module     *struct {
				module
				Replace *module // what go.mod puts in its place
			}
		}](t, []string{"GOOS=" + system, "CGO_ENABLED=0"}, "-deps", "-json=ImportPath,Module", "waymark") {
			packages = append(packages, p.ImportPath)
			if p.Module == nil || p.Module.Path == "waymark" {
				continue
			}
			if m := *cmp.Or(p.Module.Replace, &p.Module.module); !slices.Contains(modules, m) {
				modules = append(modules, m)
			}
		}
	}
	slices.SortFunc(modules, func(a, b module) int { return cmp.Compare(a.Path, b.Path) })
	return packages, modules
}

// TestNoNetwork holds what the README says of privacy: nothing in the program can speak HTTP or TLS.
func TestNoNetwork(t *testing.T) {
	packages, _ := linked(t)
	if !slices.Contains(packages, "waymark/quiz") {
		t.Fatalf("go list finds only %v", packages)
	}
	for _, p := range packages {
		if p == "net/http" || p == "crypto/tls" || p == "net/smtp" || p == "net/rpc" {
			t.Errorf("%s is linked; go list -deps says by what", p)
		}
	}
}

// TestLicences holds docs/licences.md and docs/licences.txt to what is linked. With -update it writes both.
func TestLicences(t *testing.T) {
	_, modules := linked(t)
	table := strings.Builder{}
	table.WriteString("# Licences\n\nThese modules are part of the program, on one system or another. What their licences say is in\n" +
		"[licences.txt](licences.txt), which comes with every release. `go test ./quiz -run Licences -update` writes both files.\n\n" +
		"| module | version | licence |\n|---|---|---|\n| Go's runtime and standard library | of the compiler | BSD-3-Clause |\n")
	var texts []string
	holders := map[string][]string{}
	for _, m := range modules {
		text := notices(t, m)
		fmt.Fprintf(&table, "| %s | %s | %s |\n", m.Path, m.Version, licence(t, m, text))
		if holders[text] == nil {
			texts = append(texts, text)
		}
		holders[text] = append(holders[text], m.Path)
		if m.Path == "golang.org/x/sys" { // by the same people, under the same words
			holders[text] = append(holders[text], "Go's runtime and standard library")
		}
	}
	var full strings.Builder
	full.WriteString("The licences of what is part of Waymark. Its own is in the file LICENSE.\n")
	for _, text := range texts {
		fmt.Fprintf(&full, "\n%s\n%s\n\n%s\n", strings.Repeat("=", 80), strings.Join(holders[text], "\n"), text)
	}
	for name, want := range map[string]string{"../docs/licences.md": table.String(), "../docs/licences.txt": full.String()} {
		if *update {
			if err := os.WriteFile(name, []byte(want), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		if got, err := os.ReadFile(name); err != nil || string(got) != want {
			t.Errorf("%s is not of what is linked (%v): go test ./quiz -run Licences -update", name, err)
		}
	}
}

// notices are what a module asks to be passed on: its licence, and its notice where it has one.
func notices(t *testing.T, m module) string {
	t.Helper()
	files, err := os.ReadDir(m.Dir)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, f := range files {
		name := strings.ToUpper(f.Name())
		if strings.HasPrefix(name, "LICEN") || strings.HasPrefix(name, "COPYING") || strings.HasPrefix(name, "NOTICE") {
			text, err := os.ReadFile(filepath.Join(m.Dir, f.Name()))
			if err != nil {
				t.Fatal(err)
			}
			out = append(out, strings.TrimSpace(strings.ReplaceAll(string(text), "\r\n", "\n")))
		}
	}
	return strings.Join(out, "\n\n")
}

// licence names the licence of a text, by the words that only it has. All of these allow passing the program on.
func licence(t *testing.T, m module, text string) string {
	t.Helper()
	words := strings.ReplaceAll(strings.Join(strings.Fields(text), " "), ",", "")
	var found []string
	for _, l := range [][2]string{
		{"MIT", "Permission is hereby granted free of charge"},
		{"Apache-2.0", "Apache License Version 2.0"},
		{"ISC", "Permission to use copy modify and/or distribute this software"},
		{"BSD-3-Clause", "Neither the name of"},
		{"MPL-2.0", "Mozilla Public License Version 2.0"},
	} {
		if strings.Contains(words, l[1]) {
			found = append(found, l[0])
		}
	}
	if len(found) == 0 && strings.Contains(words, "Redistribution and use in source and binary forms") {
		found = append(found, "BSD-2-Clause")
	}
	if len(found) == 0 {
		t.Errorf("%s has no licence that is known here: look at %s", m.Path, m.Dir)
	}
	return strings.Join(found, " and ")
}
