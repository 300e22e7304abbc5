package sheet

import (
	"regexp"
	"strings"

	"golang.org/x/text/currency"
)

// code is what may be the ISO code of a currency beside a number.
var code = regexp.MustCompile(`^(-?)([A-Z]{3}) ?([0-9.].*)$|^(.*[0-9]) ?([A-Z]{3})$`)

// sign is that of a currency, with the country before it: US$.
var sign = regexp.MustCompile(`[A-Z]{0,2}\p{Sc}`)

// withoutCurrency takes the sign or the code of any currency from a number.
func withoutCurrency(s string) string {
	if without := strings.TrimSpace(sign.ReplaceAllString(s, "")); without != s {
		return without
	}
	if m := code.FindStringSubmatch(s); m != nil {
		if _, err := currency.ParseISO(m[2] + m[5]); err == nil {
			return m[1] + m[3] + m[4]
		}
	}
	return s
}
