package locale

// Catalog is the program's words in another language.
type Catalog struct {
	texts  map[string][]string // by key, the forms of a translation: one, or as many as the language has plurals
	plural func(n int) int     // which of the forms fits a number
	rule   string              // the same, as its file writes it
	below  *Catalog            // says what this one doesn't; or nil
}

// Over puts a catalog over another one, which says what it doesn't.
func (c *Catalog) Over(below *Catalog) *Catalog {
	over := *c
	over.below = below
	return &over
}

// holder is the catalog that translates a key: this one, one below it, or nil.
func (c *Catalog) holder(key string) *Catalog {
	for ; c != nil; c = c.below {
		if len(c.texts[key]) > 0 {
			return c
		}
	}
	return nil
}

// forms are the forms of a translation, or nil.
func (c *Catalog) forms(key string) []string {
	if c = c.holder(key); c == nil {
		return nil
	}
	return c.texts[key]
}

// Missing counts the program's texts that a catalog doesn't translate, and all there are.
func (c *Catalog) Missing() (missing, all int) {
	for _, e := range template() {
		if c.holder(e.id) == nil {
			missing++
		}
		all++
	}
	return missing, all
}
