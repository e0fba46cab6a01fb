; Puts the folder of the command line into the machine's PATH, and takes it out again. The value is handled in memory of its own, as
; strings of NSIS are cut off (at 1024 or 8192 characters); its type (REG_EXPAND_SZ, REG_SZ) and every other character of it are kept.
!include LogicLib.nsh

!define PATH_KEY "SYSTEM\CurrentControlSet\Control\Session Manager\Environment"
!define PATH_RIGHTS 0x103 ; KEY_QUERY_VALUE, KEY_SET_VALUE, KEY_WOW64_64KEY

; Writes the text behind the first semicolon of $4 with type $3, and tells the programs that run.
!macro writeMachinePath
  IntPtrOp $5 $4 + 2
  System::Call 'kernel32::lstrlenW(p r5) i .r7'
  IntOp $7 $7 * 2
  IntOp $7 $7 + 2
  System::Call 'advapi32::RegSetValueExW(p r0, w "Path", i 0, i r3, p r5, i r7) i .r8'
  System::Call 'user32::SendMessageTimeoutW(p 0xffff, i 0x1a, p 0, w "Environment", i 2, i 5000, *p .r5)'
!macroend

; MODE: add or remove. $0 key, $1 the entry with its semicolon, $2 bytes, $3 type, $4 buffer `;value;`, $5 found, $6 $7 lengths, $8 outcome.
!macro machinePath MODE FOLDER
  Push $0
  Push $1
  Push $2
  Push $3
  Push $4
  Push $5
  Push $6
  Push $7
  Push $8
  StrCpy $1 ";${FOLDER}"
  StrCpy $0 0
  StrCpy $4 0
  System::Call 'advapi32::RegOpenKeyExW(p 0x80000002, w "${PATH_KEY}", i 0, i ${PATH_RIGHTS}, *p .r0) i .r8'
  ${If} $8 = 0
    StrCpy $2 0
    System::Call 'advapi32::RegQueryValueExW(p r0, w "Path", p 0, *i .r3, p 0, *i .r2) i .r8'
    ${If} $8 = 0
    ${AndIf} $3 <= 2
    ${AndIf} $3 >= 1
      StrLen $6 $1
      IntOp $7 $6 * 2
      IntOp $7 $7 + $2
      IntOp $7 $7 + 16
      System::Alloc $7
      Pop $4
    ${EndIf}
  ${EndIf}
  ${If} $4 P<> 0
    ; Memory from System::Alloc is zero: whatever is read stands between semicolons, and ends.
    System::Call 'kernel32::lstrcpyW(p r4, w ";")'
    IntPtrOp $5 $4 + 2
    System::Call 'advapi32::RegQueryValueExW(p r0, w "Path", p 0, p 0, p r5, *i r2) i .r8'
    System::Call 'kernel32::lstrlenW(p r4) i .r7'
    System::Call 'kernel32::lstrcatW(p r4, w ";")'
    System::Call 'shlwapi::StrStrIW(p r4, w "$1;") p .r5'
    !if "${MODE}" == "add"
      ${If} $8 = 0
      ${AndIf} $5 P= 0
        ; Over the closing semicolon; an empty PATH needs none before its first entry.
        IntOp $5 $7 * 2
        IntPtrOp $5 $4 + $5
        ${If} $7 = 1
          System::Call 'kernel32::lstrcpyW(p r4, w r1)'
        ${Else}
          System::Call 'kernel32::lstrcpyW(p r5, w r1)'
        ${EndIf}
        !insertmacro writeMachinePath
      ${EndIf}
    !else
      ${If} $8 = 0
      ${AndIf} $5 P<> 0
        ; What stands behind the entry moves to where it began, with the closing semicolon, which then ends the text.
        IntOp $6 $6 * 2
        IntPtrOp $6 $5 + $6
        System::Call 'kernel32::lstrlenW(p r6) i .r7'
        IntOp $7 $7 * 2
        IntOp $7 $7 + 2
        System::Call 'kernel32::RtlMoveMemory(p r5, p r6, p r7)'
        System::Call 'kernel32::lstrlenW(p r4) i .r7'
        IntOp $7 $7 - 1
        IntOp $5 $7 * 2
        IntPtrOp $5 $4 + $5
        System::Call '*$5(&i2 0)'
        !insertmacro writeMachinePath
      ${EndIf}
    !endif
    System::Free $4
  ${EndIf}
  ${If} $0 P<> 0
    System::Call 'advapi32::RegCloseKey(p r0)'
  ${EndIf}
  Pop $8
  Pop $7
  Pop $6
  Pop $5
  Pop $4
  Pop $3
  Pop $2
  Pop $1
  Pop $0
!macroend

; What electron-builder's scripts call.
!macro customInstall
  !insertmacro machinePath add "$INSTDIR\resources\cli"
!macroend
!macro customUnInstall
  !insertmacro machinePath remove "$INSTDIR\resources\cli"
!macroend
