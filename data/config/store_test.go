package config_test

import (
	"testing"
	"time"

	. "kpiwall/data/config"
)

func TestStore_IsOnesOwnUnlessTheFileSaysOtherwise(t *testing.T) {
	for text, want := range map[string]Store{
		"":                                  {Own, 10 * time.Minute},
		`role = "own"`:                      {Own, 10 * time.Minute},
		`role = "source"`:                   {Source, 10 * time.Minute},
		`role = "copy"`:                     {Copy, 10 * time.Minute},
		`stale_after = "3d", role = "copy"`: {Copy, 72 * time.Hour},
	} {
		if got := mustParse(t, "store = { "+text+" }\n"+small).Store; got != want {
			t.Errorf("%q is %+v, want %+v", text, got, want)
		}
	}
}

// What was typed beside a copy would be lost with the next one.
func TestStore_ACopyTakesNoEntries(t *testing.T) {
	if c := mustParse(t, "entry = { ask_name = true }\nstore = { role = \"copy\" }\n"+small); !c.Entry.Off {
		t.Error("values can be entered beside a copy")
	}
	if c := mustParse(t, "store = { role = \"source\" }\n"+small); c.Entry.Off {
		t.Error("no values can be entered where a copy is made from")
	}
}
