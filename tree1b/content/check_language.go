package content

import "golang.org/x/text/language"

// language checks that the language of the texts is one, in the form that the program looks for.
func (k *checker) language() {
	const fix = "write its BCP 47 tag, such as de or pt-BR"
	tag, err := language.Parse(k.Language)
	switch name := tag.String(); {
	case k.Language == "":
	case err != nil:
		k.wrong("language", CodeUnknown, sprintf("there's no language %q", k.Language), fix)
	case name != k.Language:
		k.addAt("language", Fault{Code: CodeUnknown, What: sprintf("there's no language %q", k.Language), Meant: name, Fix: sprintf("did you mean %q?", name)})
	}
}
