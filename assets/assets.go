// Package assets embeds the wall's fonts and icon, so that a box without any
// font installed shows the same picture, the messages that people read, and the
// boards to begin with.
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

// Boards are those to begin with: boards/start.toml, boards/empty.toml, and one in
// boards/departments for each department.
//
//go:embed boards
var boards embed.FS

// The boards of no department.
const (
	Start = "start" // one of each way in which KPIs are written
	Empty = "empty" // without KPIs
)

// Board returns the config file of a board to begin with: [Start], [Empty] or one of
// [Departments]; false: there is none of that name.
func Board(name string) ([]byte, bool) {
	file := "boards/departments/" + name + ".toml"
	if name == Start || name == Empty {
		file = "boards/" + name + ".toml"
	}
	own, err := boards.ReadFile(file)
	if err != nil {
		return nil, false
	}
	head, err := boards.ReadFile("boards/head.toml")
	if err != nil {
		panic(err) // it is part of the program
	}
	return append(head, own...), true
}

// Departments returns the names of the departments that there is a board of, in
// alphabetical order.
func Departments() []string { return namesIn(boards, "boards/departments") }

// Languages returns the codes of the languages that there are messages of, such as
// "de" and "en", in alphabetical order.
func Languages() []string { return namesIn(Words, "words") }

// namesIn returns the names of the files in a folder, without .toml.
func namesIn(from embed.FS, folder string) []string {
	files, err := fs.ReadDir(from, folder)
	if err != nil {
		panic(err) // they are part of the program
	}
	var names []string
	for _, file := range files {
		names = append(names, strings.TrimSuffix(file.Name(), ".toml"))
	}
	return names
}
