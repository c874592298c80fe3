package sheet

import (
	"bytes"
	"encoding/json"
	"reflect"
	"strings"
	"testing"

	"waymark/stages"
)

// FuzzSheet reads anything as a sheet and as a share, as it stands and with the checksum that fits it. What is read
// comes back as it was when it's written, and steers no terminal; nor does what is said of the rest.
func FuzzSheet(f *testing.F) {
	for _, s := range []Sheet{blank(), blank().answered(stages.Interview{}.With("a", stages.Answer{Options: []string{"led"}, Evidence: "Lyon\n工場"}), "2026-03-14")} {
		data, err := s.Encode("sheet.yaml")
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	share, err := NewShare("p", content, stages.Share{Strands: map[string]int{"craft": 3}, Steps: []string{"one"}}).Encode()
	if err != nil {
		f.Fatal(err)
	}
	f.Add(share)
	f.Fuzz(func(t *testing.T, data []byte) {
		for _, text := range [][]byte{data, resigned(data)} {
			if s, err := Decode(text); err == nil {
				back, err := s.Encode("sheet.yaml")
				again, unread := Decode(back)
				if err != nil || unread != nil || !reflect.DeepEqual(again, s) {
					t.Errorf("%+v\nis written as\n%s\nand read as %+v, %v, %v", s, back, again, err, unread)
				}
				unsteered(t, s)
			} else {
				unsteered(t, err.Error())
			}
			if s, err := DecodeShare(text); err == nil {
				back, err := s.Encode()
				again, unread := DecodeShare(back)
				for _, list := range []*[]string{&s.Helps, &s.Against, &s.Steps} { // an empty one is written as none
					*list = append([]string(nil), *list...)
				}
				if len(s.Strands) == 0 {
					s.Strands = nil
				}
				if err != nil || unread != nil || !reflect.DeepEqual(again, s) {
					t.Errorf("%+v is read again as %+v, %v, %v", s, again, err, unread)
				}
				unsteered(t, s)
			}
		}
	})
}

// resigned is a file with the checksum that fits it.
func resigned(data []byte) []byte {
	if at := bytes.LastIndex(data, []byte(sumField)); at >= 0 {
		return signed(strings.ReplaceAll(string(data), "\r\n", "\n"))
	}
	return data
}

func unsteered(t *testing.T, v any) {
	t.Helper()
	data, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	var text any
	if err := json.Unmarshal(data, &text); err != nil {
		t.Fatal(err)
	}
	walk(text, func(s string) {
		if strings.ContainsFunc(s, stages.Steers) {
			t.Errorf("this could steer a terminal: %q", s)
		}
	})
}

func walk(v any, see func(string)) {
	switch v := v.(type) {
	case string:
		see(v)
	case []any:
		for _, one := range v {
			walk(one, see)
		}
	case map[string]any:
		for key, one := range v {
			see(key)
			walk(one, see)
		}
	}
}
