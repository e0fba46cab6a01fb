; An installer as electron-builder's is in what matters here: the same include, its files below one folder, an uninstaller that it
; writes itself and that takes the PATH out first, then the files.
Target amd64-unicode
Unicode true
SetCompress off
Name "GPU Guest Assistant"
OutFile "${OUT}"
RequestExecutionLevel admin
InstallDir "C:\Program Files\gpu-guest-assistant"
!include "${INCLUDE}"
!define KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\gpu-guest.assistant"
Page instfiles
UninstPage uninstConfirm
UninstPage instfiles
Section
  SetRegView 64
  SetOutPath "$INSTDIR"
  File /r "${FILES}\*.*"
  WriteUninstaller "$INSTDIR\Uninstall GPU Guest Assistant.exe"
  WriteRegStr HKLM "${KEY}" "QuietUninstallString" '"$INSTDIR\Uninstall GPU Guest Assistant.exe" /S'
  !insertmacro customInstall
SectionEnd
Section "un.Uninstall"
  SetRegView 64
  !insertmacro customUnInstall
  SetOutPath $TEMP
  RMDir /r "$INSTDIR"
  DeleteRegKey HKLM "${KEY}"
SectionEnd
