package content

import (
	"bytes"
	"errors"
	"fmt"
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
	if err := writeNew(name, data); err != nil || whole.Words.File == "" {
		return err
	}
	return writeNew(wordsBeside(name), whole.Words.Data)
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
