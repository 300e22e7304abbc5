// kpiwall.com runs kpiwall.exe, which lies beside it, for whoever types "kpiwall" in
// a terminal: Windows looks for .com before .exe. The program itself is linked as one
// with a window, so that no console opens at a double click, and no shell waits for
// such a program. This one waits, and returns its exit status.
#include <windows.h>

// after returns what follows the program's name in a command line.
static const wchar_t *after(const wchar_t *line)
{
	int quoted = 0;
	for (; *line && (quoted || (*line != L' ' && *line != L'\t')); line++)
		if (*line == L'"')
			quoted = !quoted;
	return line;
}

static int fail(const char *what)
{
	DWORD written;
	WriteFile(GetStdHandle(STD_ERROR_HANDLE), what, lstrlenA(what), &written, NULL);
	return 1;
}

// Ctrl+C is for the program, which ends in order, and this one with it.
static BOOL WINAPI ignore(DWORD event) { return event == CTRL_C_EVENT || event == CTRL_BREAK_EVENT; }

int main(void)
{
	static wchar_t path[32768], line[65536];
	DWORD n = GetModuleFileNameW(NULL, path, 32768);
	const wchar_t *arguments = after(GetCommandLineW());
	STARTUPINFOW start = {.cb = sizeof start, .dwFlags = STARTF_USESTDHANDLES};
	PROCESS_INFORMATION child;
	DWORD status = 1;

	if (n < 5 || n >= 32768)
		return fail("kpiwall.com: where this program is cannot be told\r\n");
	lstrcpyW(path + n - 3, L"exe");
	if (lstrlenW(path) + lstrlenW(arguments) + 3 >= 65536)
		return fail("kpiwall.com: the command line is too long\r\n");
	lstrcpyW(line, L"\"");
	lstrcatW(line, path);
	lstrcatW(line, L"\"");
	lstrcatW(line, arguments);

	start.hStdInput = GetStdHandle(STD_INPUT_HANDLE);
	start.hStdOutput = GetStdHandle(STD_OUTPUT_HANDLE);
	start.hStdError = GetStdHandle(STD_ERROR_HANDLE);
	SetConsoleCtrlHandler(ignore, TRUE);
	if (!CreateProcessW(path, line, NULL, NULL, TRUE, 0, NULL, NULL, &start, &child))
		return fail("kpiwall.com: kpiwall.exe cannot be started; it belongs beside this file\r\n");
	WaitForSingleObject(child.hProcess, INFINITE);
	GetExitCodeProcess(child.hProcess, &status);
	return (int)status;
}
