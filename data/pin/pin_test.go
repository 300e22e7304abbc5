package pin

import "testing"

func TestMatches_OnlyThePINThatWasHashed(t *testing.T) {
	hash, err := Hash("2468")
	if err != nil {
		t.Fatal(err)
	}
	if err := Check(hash); err != nil {
		t.Errorf("Check(%q): %v", hash, err)
	}
	for pin, want := range map[string]bool{"2468": true, "2467": false, "": false, "24680": false} {
		if Matches(hash, pin) != want {
			t.Errorf("%q matches: %v", pin, !want)
		}
	}
}

func TestHash_OfOnePINIsNeverTheSame(t *testing.T) {
	a, _ := Hash("2468")
	b, _ := Hash("2468")
	if a == b {
		t.Error("two hashes share their salt")
	}
}

func TestHash_TakesFourToTwelveDigits(t *testing.T) {
	for _, pin := range []string{"", "123", "1234567890123", "12a4", "12 4", "１２３４"} {
		if h, err := Hash(pin); err == nil {
			t.Errorf("%q became %q", pin, h)
		}
	}
}

func TestCheck_RefusesWhatIsNoHash(t *testing.T) {
	good, _ := Hash("2468")
	for _, hash := range []string{"", "2468", "pbkdf2-sha256$1$AA$AA", "md5" + good[len(scheme):], good[:len(good)-40], good + "$x"} {
		if Check(hash) == nil || Matches(hash, "2468") {
			t.Errorf("%q passes as a hash", hash)
		}
	}
}
