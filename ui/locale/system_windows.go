package locale

import (
	"strings"
	"unsafe"

	"golang.org/x/sys/windows"
)

var getUserDefaultLocaleName = windows.NewLazySystemDLL("kernel32.dll").NewProc("GetUserDefaultLocaleName")

// system is the language, and the way to write numbers, that the user has chosen in
// Windows, such as de_DE. A variable of the environment goes before it, as elsewhere.
func system() string {
	name := make([]uint16, 85) // LOCALE_NAME_MAX_LENGTH
	n, _, _ := getUserDefaultLocaleName.Call(uintptr(unsafe.Pointer(&name[0])), uintptr(len(name)))
	if n == 0 {
		return "en_US"
	}
	tag, _, _ := strings.Cut(windows.UTF16ToString(name), "_") // behind it is an order of sorting
	return strings.ReplaceAll(tag, "-", "_")
}
