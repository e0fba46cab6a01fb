/** A prompt of Windows's shells, its folders, or the name that its licensing service's log has. */
const SIGNS =
  /^\s*(?:PS )?[A-Z]:\\[^>\n]{0,200}>|\bC:\\(?:Windows|Program ?Files|ProgramData|Users)\\|\bNVDisplay\.Container|\bNvidiaLogging\b/im;
/** Somebody may have come to a Linux guest from a Windows of their own: `C:\Users\me> ssh guest`. */
const LINUX = /^\s*\[?[\w.-]+@[\w.-]+[: ][^\n]{0,200}[#$] |\/(?:etc|usr|proc|sys|var)\/\w|\b(?:sudo|systemctl|journalctl)\s/m;

/** What stands beside it was said on Windows, though it reads the same on Linux. */
export const hasWindowsSigns = (text: string): boolean => SIGNS.test(text) && !LINUX.test(text);
