package sheet

import (
	"archive/zip"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

func TestRead_TextOfManyEncodings(t *testing.T) {
	const text = "Datum;mrr;Notiz\r\n2026-10;1\u00a0234,5;Straße für 5 €\r\n"
	for name, encode := range map[string]func(string) (string, error){
		"UTF-8":                           func(s string) (string, error) { return s, nil },
		"UTF-8 with a mark":               func(s string) (string, error) { return "\ufeff" + s, nil },
		"little-endian UTF-16":            unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM).NewEncoder().String,
		"little-endian UTF-16, with mark": unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String,
		"big-endian UTF-16":               unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM).NewEncoder().String,
		"big-endian UTF-16, with mark":    unicode.UTF16(unicode.BigEndian, unicode.UseBOM).NewEncoder().String,
		"Windows-1252":                    charmap.Windows1252.NewEncoder().String,
		"lines of an old Macintosh":       func(s string) (string, error) { return strings.ReplaceAll(s, "\r\n", "\r"), nil },
	} {
		encoded, err := encode(text)
		if err != nil {
			t.Fatal(err)
		}
		read := 0
		for v, err := range readCSV(strings.NewReader(encoded), testConfig(t, "de-DE")) {
			if err == nil && v.Number == 1234.5 && v.Note == "Straße für 5 €" {
				read++
			}
		}
		if read != 1 {
			t.Errorf("%s: the value was not read as it is", name)
		}
	}
}

func TestRead_NamesWhatIsNoTable(t *testing.T) {
	for text, want := range map[string]string{
		"<!DOCTYPE html>\n<html><body>date,mrr":                     "a web page",
		"\n  <html><head>":                                          "a web page",
		"<?xml version=\"1.0\"?><a/>":                               "XML",
		"{\"error\": 1}":                                            "JSON",
		"[{\"date\": 1}]":                                           "JSON",
		"%PDF-1.7\n":                                                "a PDF",
		"PK\x03\x04\x14\x00[Content_Types].xml":                     "the workbook cannot be read",
		zipped(t, "mimetype", "content.xml"):                        "an OpenDocument workbook",
		zipped(t, "[Content_Types].xml", "xl/workbook.bin"):         "an old workbook",
		zipped(t, "[Content_Types].xml", "word/document.xml"):       "packed",
		zipped(t, "values.csv"):                                     "packed",
		"\xd0\xcf\x11\xe0\xa1\xb1":                                  "an old workbook",
		"\x1f\x8b\x08":                                              "packed",
		"date,mrr\n2026-10,\x00\x01\x02\n":                          "of no encoding",
		"date,kpi,value,note\n2026-10,mrr,1,Stra\xdfe und Straße\n": "of no encoding",
	} {
		values, problems := readAll(testConfig(t, "en-US"), text)
		if len(values) > 0 || len(problems) != 1 || !strings.Contains(problems[0], want) {
			t.Errorf("%q: %q and %q, want %q", text, values, problems, want)
		}
	}
}

// zipped returns a packed file of empty ones.
func zipped(t *testing.T, names ...string) string {
	t.Helper()
	var b strings.Builder
	z := zip.NewWriter(&b)
	for _, name := range names {
		if _, err := z.Create(name); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}
