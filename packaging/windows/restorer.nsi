; The installer for Windows: for one user, without an administrator. packaging/windows.py compiles it, and writes
; the lists of files.
Target amd64-unicode
Unicode true
SetCompressor /SOLID lzma
ManifestDPIAware true
RequestExecutionLevel user

!include MUI2.nsh
!include FileFunc.nsh
!include WinVer.nsh

!define UNINSTALL_KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\Restorer"

Name "Restorer"
OutFile "${OUTPUT}"
BrandingText "Restorer ${VERSION}"
InstallDir "$LOCALAPPDATA\Programs\Restorer"
InstallDirRegKey HKCU "Software\Restorer" "Folder"

VIProductVersion "${VERSION}.0"
VIAddVersionKey ProductName "Restorer"
VIAddVersionKey ProductVersion "${VERSION}"
VIAddVersionKey FileVersion "${VERSION}"
VIAddVersionKey FileDescription "Installs Restorer"
VIAddVersionKey LegalCopyright "Apache License 2.0"

!define MUI_ICON "${WORK}/icons/restorer.ico"
!define MUI_UNICON "${WORK}/icons/restorer.ico"
!define MUI_WELCOMEPAGE_TEXT "Restorer gives old and damaged photographs back to the people who love them.$\r$\n$\r$\nIt works offline and never changes an original. No administrator is needed."
!define MUI_FINISHPAGE_RUN "$INSTDIR\restorer.exe"
!define MUI_FINISHPAGE_RUN_TEXT "Open Restorer"
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "German"

LangString RUNNING ${LANG_ENGLISH} "Please close Restorer first."
LangString RUNNING ${LANG_GERMAN} "Bitte schließen Sie zuerst Restorer."
LangString TOO_OLD ${LANG_ENGLISH} "Restorer needs Windows 10 or newer, 64 bit."
LangString TOO_OLD ${LANG_GERMAN} "Restorer braucht Windows 10 oder neuer, 64 Bit."

Function .onInit
  ${IfNot} ${AtLeastWin10}  ; an installer of 64 bits does not even start on a system of 32
    MessageBox MB_ICONSTOP|MB_OK "$(TOO_OLD)" /SD IDOK
    Abort
  ${EndIf}
FunctionEnd

; A running program cannot be replaced: its file can then not be opened for writing.
!macro STOP_WHILE_RUNNING
  ${If} ${FileExists} "$INSTDIR\restorer.exe"
    ClearErrors
    FileOpen $0 "$INSTDIR\restorer.exe" a
    ${If} ${Errors}
      MessageBox MB_ICONEXCLAMATION|MB_OK "$(RUNNING)" /SD IDOK
      Abort
    ${EndIf}
    FileClose $0
  ${EndIf}
!macroend

Section "Restorer"
  !insertmacro STOP_WHILE_RUNNING
  ; What an older version left is taken away by its own list.
  ${If} ${FileExists} "$INSTDIR\uninstall.exe"
    ExecWait '"$INSTDIR\uninstall.exe" /S _?=$INSTDIR'
  ${EndIf}
  !include "${WORK}/install.nsh"
  SetOutPath $INSTDIR
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\Restorer.lnk" "$INSTDIR\restorer.exe"

  WriteRegStr HKCU "Software\Restorer" "Folder" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayName" "Restorer"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayIcon" "$INSTDIR\restorer.exe"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "Publisher" "The Restorer developers"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL_KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "EstimatedSize" ${KILOBYTES}
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoRepair" 1

  ; "Open with" lists the program for pictures; it does not become the usual one for any.
  WriteRegStr HKCU "Software\Classes\Applications\restorer.exe" "FriendlyAppName" "Restorer"
  WriteRegStr HKCU "Software\Classes\Applications\restorer.exe\shell\open\command" "" '"$INSTDIR\restorer.exe" "%1"'
  WriteRegStr HKCU "Software\Classes\Applications\restorer.exe\SupportedTypes" ".jpg" ""
  WriteRegStr HKCU "Software\Classes\Applications\restorer.exe\SupportedTypes" ".jpeg" ""
  WriteRegStr HKCU "Software\Classes\Applications\restorer.exe\SupportedTypes" ".png" ""
  WriteRegStr HKCU "Software\Classes\Applications\restorer.exe\SupportedTypes" ".tif" ""
  WriteRegStr HKCU "Software\Classes\Applications\restorer.exe\SupportedTypes" ".tiff" ""
  WriteRegStr HKCU "Software\Classes\Applications\restorer.exe\SupportedTypes" ".webp" ""
  WriteRegStr HKCU "Software\Classes\Applications\restorer.exe\SupportedTypes" ".heic" ""
  WriteRegStr HKCU "Software\Classes\Applications\restorer.exe\SupportedTypes" ".avif" ""
  ${RefreshShellIcons}
SectionEnd

; Settings and models of the user stay: they are in folders of their own.
Section "Uninstall"
  !insertmacro STOP_WHILE_RUNNING
  !include "${WORK}/remove.nsh"
  Delete "$INSTDIR\uninstall.exe"
  SetOutPath $TEMP
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\Restorer.lnk"
  DeleteRegKey HKCU "Software\Restorer"
  DeleteRegKey HKCU "Software\Classes\Applications\restorer.exe"
  DeleteRegKey HKCU "${UNINSTALL_KEY}"
  ${RefreshShellIcons}
SectionEnd
