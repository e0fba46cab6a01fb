/*
 * Stands in for powershell.exe, pnputil.exe, nvidia-smi.exe, setup programs … under wine, which has none of them that answers.
 * C:\stand-in\NAME.txt: a line for each answer, `EXIT CODE|FILE|STATES|BATCH|what the command line holds`; the first that fits is given.
 * A state is a file in C:\stand-in\state, `!` in front of it says that it is not there; a batch file changes the machine before the answer.
 * Like the originals it writes in the console's code page (Nls\CodePage\OEMCP), and PowerShell in UTF-8 where its script sets that.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <windows.h>

static char *contents(const char *path, DWORD *length) {
  HANDLE file = CreateFileA(path, GENERIC_READ, FILE_SHARE_READ, NULL, OPEN_EXISTING, 0, NULL);
  if (file == INVALID_HANDLE_VALUE) return NULL;
  DWORD size = GetFileSize(file, NULL);
  char *bytes = HeapAlloc(GetProcessHeap(), HEAP_ZERO_MEMORY, size + 1);
  ReadFile(file, bytes, size, length, NULL);
  CloseHandle(file);
  return bytes;
}

static UINT consoleCodePage(void) {
  char page[16] = "437";
  DWORD size = sizeof page;
  RegGetValueA(HKEY_LOCAL_MACHINE, "SYSTEM\\CurrentControlSet\\Control\\Nls\\CodePage", "OEMCP", RRF_RT_REG_SZ, NULL, page, &size);
  return (UINT)atoi(page);
}

static void say(const char *text, DWORD length, BOOL asUtf8) {
  DWORD written;
  HANDLE out = GetStdHandle(STD_OUTPUT_HANDLE);
  if (asUtf8) {
    WriteFile(out, text, length, &written, NULL);
    return;
  }
  int wide = MultiByteToWideChar(CP_UTF8, 0, text, (int)length, NULL, 0);
  WCHAR *middle = HeapAlloc(GetProcessHeap(), 0, (wide + 1) * sizeof(WCHAR));
  MultiByteToWideChar(CP_UTF8, 0, text, (int)length, middle, wide);
  UINT page = consoleCodePage();
  int narrow = WideCharToMultiByte(page, 0, middle, wide, NULL, 0, NULL, NULL);
  char *bytes = HeapAlloc(GetProcessHeap(), 0, narrow + 1);
  WideCharToMultiByte(page, 0, middle, wide, bytes, narrow, NULL, NULL);
  WriteFile(out, bytes, (DWORD)narrow, &written, NULL);
}

static const char *ownName(void) {
  static char path[MAX_PATH];
  GetModuleFileNameA(NULL, path, sizeof path);
  char *name = strrchr(path, '\\') + 1;
  *strrchr(name, '.') = '\0';
  return name;
}

/* What the licensing service finds by itself: `@token`, `@feature` (what a vGPU asks for). `@raised`: the program that asks was started
 * with raised rights, of which wine knows nothing: an environment that programs of ours hand on says so. Else a state. */
static BOOL is(const char *state) {
  char place[MAX_PATH];
  DWORD value = 0, size = sizeof value;
  char around[MAX_PATH] = "";
  if (strcmp(state, "@raised") == 0)
    return GetEnvironmentVariableA("PUBLIC", around, sizeof around) > 0 && strstr(around, "Raised") != NULL;
  if (strcmp(state, "@feature") == 0)
    return RegGetValueA(HKEY_LOCAL_MACHINE, "SYSTEM\\CurrentControlSet\\Services\\nvlddmkm\\Global\\GridLicensing", "FeatureType", RRF_RT_REG_DWORD, NULL, &value, &size) == 0 && value == 1;
  if (strcmp(state, "@token") == 0)
    snprintf(place, sizeof place, "C:\\Program Files\\NVIDIA Corporation\\vGPU Licensing\\ClientConfigToken\\*.tok");
  else
    snprintf(place, sizeof place, "C:\\stand-in\\state\\%s", state);
  WIN32_FIND_DATAA found;
  HANDLE search = FindFirstFileA(place, &found);
  if (search == INVALID_HANDLE_VALUE) return FALSE;
  FindClose(search);
  return TRUE;
}

static BOOL areAll(char *states) {
  char *rest = NULL;
  for (char *one = strtok_r(states, " ", &rest); one; one = strtok_r(NULL, " ", &rest))
    if (is(*one == '!' ? one + 1 : one) == (*one == '!')) return FALSE;
  return TRUE;
}

static void change(const char *batch) {
  char line[MAX_PATH];
  STARTUPINFOA start = {.cb = sizeof start};
  PROCESS_INFORMATION process;
  snprintf(line, sizeof line, "cmd.exe /d /c C:\\stand-in\\%s", batch);
  if (!CreateProcessA(NULL, line, NULL, NULL, FALSE, CREATE_NO_WINDOW, NULL, "C:\\", &start, &process)) return;
  WaitForSingleObject(process.hProcess, INFINITE);
}

/* The field up to `|`, which is cut off; what follows is in `rest`. */
static char *field(char **rest) {
  char *start = *rest, *end = strchr(start, '|');
  *end = '\0';
  *rest = end + 1;
  return start;
}

int main(void) {
  static char line[32768], place[MAX_PATH];
  WideCharToMultiByte(CP_UTF8, 0, GetCommandLineW(), -1, line, sizeof line, NULL, NULL);
  BOOL asUtf8 = strstr(line, "[Console]::OutputEncoding=[Text.Encoding]::UTF8") != NULL;
  DWORD length = 0;
  snprintf(place, sizeof place, "C:\\stand-in\\%s.txt", ownName());
  char *answers = contents(place, &length);
  for (char *one = answers ? strtok(answers, "\n") : NULL; one; one = strtok(NULL, "\n")) {
    char *rest = one;
    const int code = (int)strtoul(field(&rest), NULL, 10);
    const char *file = field(&rest);
    char *states = field(&rest);
    const char *batch = field(&rest);
    if (strstr(line, rest) == NULL || !areAll(states)) continue;
    if (*batch) change(batch);
    snprintf(place, sizeof place, "C:\\stand-in\\%s", file);
    char *text = contents(place, &length);
    if (text) say(text, length, asUtf8);
    return code;
  }
  return 87;
}
