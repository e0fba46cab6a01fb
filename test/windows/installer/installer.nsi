; What electron-builder's scripts do with the PATH, and nothing else; with REMOVE what its uninstaller does.
; For a wine without its 32-bit half; what electron-builder makes is x86-unicode, of the same script.
Target amd64-unicode
Unicode true
Name "gpu-guest"
OutFile "${OUT}"
RequestExecutionLevel admin
SilentInstall silent
InstallDir "C:\Program Files\gpu-guest-assistant"
!include "${INCLUDE}"
Section
  !ifdef REMOVE
    !insertmacro customUnInstall
  !else
    !insertmacro customInstall
  !endif
SectionEnd
