// Package assets embeds the wall's fonts and icon, so that a box without any
// font installed shows the same picture, and the messages that people read.
package assets

import (
	"embed"
	"io/fs"
	"strings"
)

// SemiBold is the face of numbers and headings: IBM Plex Sans Condensed, whose
// digits are tabular and whose 1, 7, 3 and 8 stay apart at a distance.
//
//go:embed fonts/IBMPlexSansCondensed-SemiBold.ttf
var SemiBold []byte

// Medium is the face of everything else.
//
//go:embed fonts/IBMPlexSansCondensed-Medium.ttf
var Medium []byte

// Words are the messages: words/en.toml, and one file for each further language.
//
//go:embed words/*.toml
var Words embed.FS

// Languages returns the codes of the languages that there are messages of, such as
// "de" and "en", in alphabetical order.
func Languages() []string {
	files, err := fs.ReadDir(Words, "words")
	if err != nil {
		panic(err) // they are part of the program
	}
	var codes []string
	for _, file := range files {
		codes = append(codes, strings.TrimSuffix(file.Name(), ".toml"))
	}
	return codes
}
