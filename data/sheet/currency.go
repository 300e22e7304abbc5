package sheet

import (
	"regexp"
	"strings"
	"unicode"

	"golang.org/x/text/currency"
)

// code is what may be the ISO code of a currency beside a number.
var code = regexp.MustCompile(`^(-?)([A-Z]{3}) ?([0-9.].*)$|^(.*[0-9]) ?([A-Z]{3})$`)

// withoutCurrency takes the sign or the code of any currency from a number.
func withoutCurrency(s string) string {
	without := strings.TrimSpace(strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Sc, r) {
			return -1
		}
		return r
	}, s))
	if without != s {
		return without
	}
	if m := code.FindStringSubmatch(s); m != nil {
		if _, err := currency.ParseISO(m[2] + m[5]); err == nil {
			return m[1] + m[3] + m[4]
		}
	}
	return s
}
