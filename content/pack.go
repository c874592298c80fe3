package content

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"waymark/stages"
)

// Pack writes the content of a folder into a new file, which [ReadPath] reads as the same content. Comments stay; how
// texts are wrapped may not. A translation of the program's words goes into a second file beside it. Content with
// errors is refused, and what's too large for one file.
func Pack(dir, name string) error {
	if !isYAML(name) {
		return fmt.Errorf("%s must end in .yaml to be read as content", stages.VisibleName(name))
	}
	whole := ReadPath(dir)
	if err := whole.Faults.Err(); err != nil {
		return fmt.Errorf("the content in %s can't be used:\n%w", stages.VisibleName(dir), err)
	}
	data, err := asOne(whole.from.files)
	if err != nil {
		return fmt.Errorf("can't make one file of the content: %w", err)
	}
	if len(data) > maxFileSize {
		return fmt.Errorf("the content is larger than %d MiB, too large for one file; keep the folder", maxFileSize>>20)
	}
	packed := read(&folder{files: []file{{name: name, data: data}}, found: 1})
	packed.SHA256 = whole.SHA256 // which depends on the names of the files
	if packed.Faults.Err() != nil || !reflect.DeepEqual(packed.Catalog, whole.Catalog) {
		return errors.New("this content can't be put into one file without changing it; is an &anchor given twice?")
	}
	return writePacked(name, data, whole.Words)
}

// writePacked writes the one file, and the translation beside it if there's one: both or none. Another file in the place
// of the translation is refused, since it would be read as that.
func writePacked(name string, data []byte, words Words) error {
	beside := wordsBeside(name)
	if _, err := os.Lstat(beside); err == nil {
		return fmt.Errorf("%s is there already, and would be read as the translation that belongs to %s; move it away, or choose another name",
			stages.VisibleName(beside), stages.VisibleName(filepath.Base(name)))
	}
	if err := writeNew(name, data); err != nil || words.File == "" {
		return err
	}
	if err := writeNew(beside, words.Data); err != nil {
		return errors.Join(err, os.Remove(name))
	}
	return nil
}

// asOne is what files hold together, without the built-in ones.
func asOne(files []file) ([]byte, error) {
	r, head, rest := newReader(), &yaml.Node{Kind: yaml.MappingNode}, &yaml.Node{Kind: yaml.MappingNode}
	r.head = names(r.fieldsOf(reflect.TypeFor[settings]()))
	files = slices.DeleteFunc(slices.Clone(files), func(f file) bool { return strings.HasPrefix(f.name, builtinDir) })
	for _, root := range r.parse(files) {
		r.join(head, r.split(root), reflect.TypeFor[settings](), "")
		r.join(rest, root, reflect.TypeFor[stages.Catalog](), "")
	}
	head.Content = append(head.Content, rest.Content...)
	var out bytes.Buffer
	enc := yaml.NewEncoder(&out)
	enc.SetIndent(2)
	err := errors.Join(enc.Encode(head), enc.Close())
	return out.Bytes(), err
}
