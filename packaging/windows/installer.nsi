; The installer for Windows, for one user and without an administrator's rights. Config
; and values are not its business: it neither makes nor removes them. The build defines
; VERSION, NUMBERS, FILES (a folder) and OUT.
Target amd64-unicode
ManifestSupportedOS all
ManifestDPIAware true
SetCompressor /SOLID lzma
RequestExecutionLevel user
Name "kpiwall"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\kpiwall"
InstallDirRegKey HKCU "Software\kpiwall" "Folder"
VIProductVersion "${NUMBERS}"
VIAddVersionKey ProductName "kpiwall"
VIAddVersionKey FileDescription "kpiwall installer"
VIAddVersionKey FileVersion "${VERSION}"
VIAddVersionKey ProductVersion "${VERSION}"
VIAddVersionKey CompanyName "The kpiwall team"
VIAddVersionKey LegalCopyright "licences.txt"

!include MUI2.nsh
!include FileFunc.nsh
!include LogicLib.nsh
!define MUI_ICON "${FILES}/../kpiwall.ico"
!define MUI_UNICON "${FILES}/../kpiwall.ico"
!define MUI_FINISHPAGE_RUN "$INSTDIR\kpiwall.exe"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "German"

LangString running ${LANG_ENGLISH} "kpiwall is running: close the wall (q, then Enter), and try again."
LangString running ${LANG_GERMAN} "kpiwall läuft: die Wand schließen (q, dann Enter) und noch einmal versuchen."
LangString commands ${LANG_ENGLISH} "kpiwall commands"
LangString commands ${LANG_GERMAN} "kpiwall-Befehle"

!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\kpiwall"

; refuseWhileRunning ends where the program cannot be replaced, since it runs.
!macro refuseWhileRunning
	${If} ${FileExists} "$INSTDIR\kpiwall.exe"
		ClearErrors
		FileOpen $0 "$INSTDIR\kpiwall.exe" a
		${If} ${Errors}
			MessageBox MB_OK|MB_ICONEXCLAMATION "$(running)" /SD IDOK
			SetErrorLevel 2
			Quit
		${EndIf}
		FileClose $0
	${EndIf}
!macroend

Section
	!insertmacro refuseWhileRunning
	SetOutPath "$INSTDIR"
	File /r "${FILES}/*.*"
	WriteUninstaller "$INSTDIR\uninstall.exe"
	CreateDirectory "$SMPROGRAMS\kpiwall"
	CreateShortcut "$SMPROGRAMS\kpiwall\kpiwall.lnk" "$INSTDIR\kpiwall.exe"
	SetOutPath "$PROFILE"
	CreateShortcut "$SMPROGRAMS\kpiwall\$(commands).lnk" "$SYSDIR\cmd.exe" '/k "set PATH=$INSTDIR;%PATH%& kpiwall --help"' "$INSTDIR\kpiwall.exe"
	WriteRegStr HKCU "Software\kpiwall" "Folder" "$INSTDIR"
	WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "kpiwall"
	WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
	WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\kpiwall.exe"
	WriteRegStr HKCU "${UNINSTALL}" "Publisher" "The kpiwall team"
	WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
	WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
	WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
	WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
	${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
	IntFmt $0 "0x%08X" $0
	WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" "$0"
SectionEnd

Section Uninstall
	!insertmacro refuseWhileRunning
	nsExec::Exec '"$INSTDIR\kpiwall.exe" autostart off'
	Pop $0
	Delete "$INSTDIR\kpiwall.exe"
	Delete "$INSTDIR\kpiwall.com"
	Delete "$INSTDIR\*.md"
	Delete "$INSTDIR\.docs\*.md"
	RMDir "$INSTDIR\.docs"
	Delete "$INSTDIR\assets\*.png"
	RMDir "$INSTDIR\assets"
	Delete "$INSTDIR\config.example.toml"
	Delete "$INSTDIR\licences.txt"
	Delete "$INSTDIR\uninstall.exe"
	RMDir "$INSTDIR"
	Delete "$SMPROGRAMS\kpiwall\*.lnk"
	RMDir "$SMPROGRAMS\kpiwall"
	DeleteRegKey HKCU "${UNINSTALL}"
	DeleteRegKey HKCU "Software\kpiwall"
SectionEnd
