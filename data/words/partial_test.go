package words

import (
	"strings"
	"testing"

	"kpiwall/data/finding"
	"kpiwall/data/kpi"
)

var (
	full    = finding.Finding{Code: "file.full"}    // which only the terminal says
	noSpace = finding.Finding{Code: "backup.space"} // which the wall says too
)

// A sentence is in one language, also where another one is part of it.
func TestSay_SaysASentenceInOneLanguage(t *testing.T) {
	fr, since := In("fr"), finding.Args{"Since": now}
	for _, row := range []struct {
		f    finding.Finding
		want string
	}{
		{finding.Finding{Code: "backup.failing"}.With(since).With(finding.Args{"Cause": noSpace}), "aucune sauvegarde depuis le 21 novembre : pas assez de place ; libérer de la place sur le disque de la base"},
		{finding.Finding{Code: "backup.failing"}.With(since).With(finding.Args{"Cause": full}), "no backup since 21 November: disk is full; free some space and try again"},
		{finding.Finding{Code: "kpi.doubtful", Subject: "mrr", Args: finding.Args{"Cause": finding.Finding{Code: "value.no_hour", Args: finding.Args{"At": "2026-11-30"}}}}, "mrr: a value dated 2026-11-30 does not say which hour; check `kpiwall history mrr`, then withdraw or correct it"},
		{finding.Finding{Code: "store.rejected", Args: finding.Args{"Why": finding.New("record.sentence", nil)}}, "valeur refusée : un avis demande une phrase, en note"},
		{finding.Finding{Code: "store.rejected", Args: finding.Args{"Why": finding.New("file.full", nil)}}, "value was refused: disk is full; free some space and try again"},
	} {
		if got := strings.ReplaceAll(fr.Line(row.f), nbsp, " "); got != row.want {
			t.Errorf("%q, want %q", got, row.want)
		}
	}
	if got := fr.Say("config.unread", Args{"Why": finding.New("row.none", nil)}); got != "it cannot be read: there is no such row; see the history for its number" {
		t.Errorf("%q", got)
	}
	if got := fr.Severity(finding.Finding{Code: "doctor.sound", Severity: finding.Warning}); got != "warning" {
		t.Errorf("a finding in English is %q", got)
	}
	if got := fr.Severity(finding.Finding{Code: "store.locked", Severity: finding.Warning}); got != "attention" {
		t.Errorf("a finding in French is %q", got)
	}
}

// What a language leaves to English is written with the numbers of the board.
func TestSay_LeavesNumbersAsTheyAre(t *testing.T) {
	f := finding.Finding{Code: "import.more", Args: finding.Args{"Figure": kpi.Figure{Number: 12345}}}
	if got, want := tongue(t, "fr-FR").Finding(f), "… and 12"+nbsp+"345 more like this"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

// The wall speaks its language only: what that has no words for, the terminal explains.
func TestWall_LeavesWhatItCannotSayToTheTerminal(t *testing.T) {
	for language, want := range map[string]string{
		"fr": "c.toml, ligne 3 : stay : erreur, expliquée par `kpiwall check` · version affichée : 09:30",
		"pl": "c.toml, wiersz 3: stay: błąd, który wyjaśnia `kpiwall check` · pokazana wersja: 09:30",
		"de": "c.toml Zeile 3: stay: 20 hat keine Einheit; mit Einheit und in Anführungszeichen schreiben, etwa \"20s\" · gezeigter Stand: 09:30",
	} {
		got := strings.ReplaceAll(In(language).Wall(unit.With(finding.Args{"VersionOf": now}), now), nbsp, " ")
		if got != want {
			t.Errorf("%s: %q, want %q", language, got, want)
		}
	}
}
