package journal

import (
	"crypto/rand"
	"encoding/hex"
)

const (
	keyFile = "key.json"
	keySize = 32 // bytes
)

type storedKey struct {
	sealed
	Schema int    `json:"schema"`
	Key    string `json:"key"` // in hexadecimal
}

func (s *storedKey) consistent() bool { return len(s.bytes()) == keySize }

// bytes are the key; none where it is no hexadecimal number.
func (s *storedKey) bytes() []byte {
	key, err := hex.DecodeString(s.Key)
	if err != nil {
		return nil
	}
	return key
}

// Key is a random number of the person's own, which is never given to anyone: what others are given is derived from
// it. It is made when it is first asked for, which a journal that is only read refuses.
func (j *Journal) Key() ([]byte, error) {
	if j.guards == nil {
		if _, err := j.Load(); err != nil {
			return nil, err
		}
	}
	var s storedKey
	if j.load(keyFile, &s) {
		return s.bytes(), nil
	}
	key := make([]byte, keySize)
	_, _ = rand.Read(key) // never fails
	return key, j.write(keyFile, storedKey{Schema: schema, Key: hex.EncodeToString(key)}, true)
}
