// Package pin hashes and checks the PIN that guards the entry of values. A PIN
// keeps a passer-by from changing numbers; it does not protect the files.
package pin

import (
	"crypto/pbkdf2"
	"crypto/rand"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/base64"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"kpiwall/data/finding"
)

// The parameters of a new hash: PBKDF2 with HMAC-SHA-256 and the iterations
// that OWASP recommends for it (2023).
const (
	scheme     = "pbkdf2-sha256"
	iterations = 600_000
	saltBytes  = 16
	keyBytes   = 32
)

// A PIN's length. Only digits are taken, which a remote control can type too.
const (
	MinDigits = 4
	MaxDigits = 12
)

// Hash returns the text that stands for a PIN in a config file. It takes some
// tenths of a second, on purpose.
func Hash(pin string) (string, error) {
	if len(pin) < MinDigits || len(pin) > MaxDigits || strings.Trim(pin, "0123456789") != "" {
		return "", finding.New("pin.digits", finding.Args{"Low": MinDigits, "High": MaxDigits})
	}
	salt := make([]byte, saltBytes)
	rand.Read(salt) // never fails
	key, err := pbkdf2.Key(sha256.New, pin, salt, iterations, keyBytes)
	if err != nil {
		return "", fmt.Errorf("hash the PIN: %w", err)
	}
	return fmt.Sprintf("%s$%d$%s$%s", scheme, iterations, encode(salt), encode(key)), nil
}

// Matches reports whether pin is the one that hash was made of. It takes as
// long as Hash, so that it does not belong on the interface's goroutine.
func Matches(hash, pin string) bool {
	n, salt, want, err := parse(hash)
	if err != nil {
		return false
	}
	got, err := pbkdf2.Key(sha256.New, pin, salt, n, len(want))
	return err == nil && subtle.ConstantTimeCompare(got, want) == 1
}

// Check returns an error for a text that is no hash.
func Check(hash string) error {
	_, _, _, err := parse(hash)
	return err
}

var errForm = errors.New("no PIN hash")

func parse(hash string) (n int, salt, key []byte, err error) {
	parts := strings.Split(hash, "$")
	if len(parts) != 4 || parts[0] != scheme {
		return 0, nil, nil, errForm
	}
	n, err = strconv.Atoi(parts[1])
	if err != nil || n < 1000 || n > 10_000_000 {
		return 0, nil, nil, errForm
	}
	salt, saltErr := base64.RawStdEncoding.DecodeString(parts[2])
	key, keyErr := base64.RawStdEncoding.DecodeString(parts[3])
	if saltErr != nil || keyErr != nil || len(salt) < 8 || len(key) < 16 {
		return 0, nil, nil, errForm
	}
	return n, salt, key, nil
}

func encode(b []byte) string { return base64.RawStdEncoding.EncodeToString(b) }
