package sheet

import (
	"bytes"
	"errors"
	"reflect"
	"testing"

	"waymark/stages"
)

// Wherever a sheet or a share is damaged, at each byte where it's cut short and at each bit, it's refused by what it
// is, or it's read as it was: what ends its lines doesn't count.
func TestEveryDamageIsNoticed(t *testing.T) {
	sheet := bytesOf(t, blank().answered(stages.Interview{}.With("a", stages.Answer{Options: []string{"led"}, Evidence: "Lyon — 工場"}), "2026-03-14"))
	share, err := NewShare("p", content, stages.Share{Strands: map[string]int{"craft": 3}, Steps: []string{"one"}}).Encode()
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		data []byte
		read func([]byte) (any, error)
		none error
	}{
		"sheet": {sheet, func(data []byte) (any, error) { return Decode(data) }, ErrNoSheet},
		"share": {share, func(data []byte) (any, error) { return DecodeShare(data) }, ErrNoShare},
	} {
		want, err := c.read(c.data)
		if err != nil {
			t.Fatal(err)
		}
		tried := func(damaged []byte, at int) {
			got, err := c.read(damaged)
			told := errors.Is(err, c.none) || errors.Is(err, ErrChanged) || errors.Is(err, ErrNewer)
			if !told && (err != nil || !reflect.DeepEqual(got, want)) {
				t.Errorf("%s, byte %d: %v, %+v", name, at, err, got)
			}
		}
		for i := range c.data {
			tried(c.data[:i], i)
			for bit := range 8 {
				flipped := bytes.Clone(c.data)
				flipped[i] ^= 1 << bit
				tried(flipped, i)
			}
		}
		t.Logf("%s: %d ways to damage %d bytes", name, 9*len(c.data), len(c.data))
	}
}
