package main

import (
	"bytes"
	"io"
	"os"

	"golang.org/x/sys/windows"

	"kpiwall/data/command"
)

var attachConsole = windows.NewLazySystemDLL("kernel32.dll").NewProc("AttachConsole")

// parent stands for the console of whoever started the program.
const parent = ^uintptr(0)

// begun are the standard files of before: Go closes files that nobody holds.
var begun = [...]*os.File{os.Stdin, os.Stdout, os.Stderr}

// terminal connects the program with the terminal that it was started from. It is
// linked as one with a window, since Windows would open a console for it otherwise at
// each double click; so it has to take that of the terminal by itself. What was
// redirected stays so.
//
// Where there is none, errors go into a box on the screen that done shows if the
// program has failed: nobody would ever read them.
func terminal() (errs io.Writer, done func(status int)) {
	_, _, _ = attachConsole.Call(parent)
	os.Stdin = standard(windows.STD_INPUT_HANDLE, "CONIN$", os.Stdin)
	os.Stdout = standard(windows.STD_OUTPUT_HANDLE, "CONOUT$", os.Stdout)
	os.Stderr = standard(windows.STD_ERROR_HANDLE, "CONOUT$", os.Stderr)
	if usable(windows.STD_ERROR_HANDLE) {
		return os.Stderr, func(int) {}
	}
	var said bytes.Buffer
	return &said, func(status int) {
		if status != command.Done && said.Len() > 0 {
			box(said.String())
		}
	}
}

// standard returns a standard file, which is the console's where there was none. Go
// looks only when a file is made whether it is a console, which wants text in UTF-16.
func standard(which uint32, console string, was *os.File) *os.File {
	if !usable(which) {
		name, err := windows.UTF16PtrFromString(console)
		if err != nil {
			return was
		}
		const share = windows.FILE_SHARE_READ | windows.FILE_SHARE_WRITE
		h, err := windows.CreateFile(name, windows.GENERIC_READ|windows.GENERIC_WRITE, share, nil, windows.OPEN_EXISTING, 0, 0)
		if err != nil || windows.SetStdHandle(which, h) != nil {
			return was
		}
	}
	h, err := windows.GetStdHandle(which)
	if err != nil {
		return was
	}
	return os.NewFile(uintptr(h), was.Name())
}

// usable reports whether there is a file behind a standard handle.
func usable(which uint32) bool {
	h, err := windows.GetStdHandle(which)
	if err != nil || h == 0 || h == windows.InvalidHandle {
		return false
	}
	kind, err := windows.GetFileType(h)
	return err == nil && kind != windows.FILE_TYPE_UNKNOWN
}

// box shows text until somebody closes it.
func box(text string) {
	t, err := windows.UTF16PtrFromString(text)
	if err != nil {
		return
	}
	name, err := windows.UTF16PtrFromString("kpiwall")
	if err == nil {
		_, _ = windows.MessageBox(0, t, name, windows.MB_OK|windows.MB_ICONERROR)
	}
}
