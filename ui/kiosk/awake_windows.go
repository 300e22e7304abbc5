package kiosk

import "golang.org/x/sys/windows"

var setThreadExecutionState = windows.NewLazySystemDLL("kernel32.dll").NewProc("SetThreadExecutionState")

// What SetThreadExecutionState is asked for.
const (
	untilTold       = 0x80000000
	systemRequired  = 0x00000001
	displayRequired = 0x00000002
)

// keepAwake keeps screen and computer from going to sleep for want of somebody at
// the keyboard. Fyne asks for the screen alone. It holds for the thread that asks,
// which is that of the window, so that Windows takes it back by itself when the
// wall ends, however it ends.
func keepAwake() {
	_, _, _ = setThreadExecutionState.Call(untilTold | systemRequired | displayRequired)
}
