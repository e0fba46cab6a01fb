/** How a CUDA toolkit of this version is taken off a Windows guest. */
import type { Command } from '../../domain/machine.ts';

/**
 * NVIDIA's setup registers each of its packages under `{B2FE1952-…}_NAME_12.6` and takes it away by a function of its own library
 * (`UninstallString`). The driver's packages carry no version of CUDA in their names. No double quotes: they would have to pass two readers.
 */
export function uninstallCuda(version: string): Command {
  const suffix = `_${version.replace('.', '\\.')}$`;
  const folder = `C:\\Program Files\\NVIDIA GPU Computing Toolkit\\CUDA\\v${version}`;
  const script = [
    `$ErrorActionPreference='Stop';$q=[string][char]34;`,
    `$at='Registry::HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Uninstall';`,
    `$keys=@(Get-ChildItem -LiteralPath $at|Where-Object{$_.PSChildName -match '^\\{[0-9A-F-]+\\}_\\w+${suffix}'});`,
    `foreach($key in $keys){$name=$key.PSChildName -replace '^\\{[^}]*\\}_','';`,
    `if((Get-ItemProperty -LiteralPath $key.PSPath).UninstallString -match '([A-Z]:[^,]*NVI2\\.DLL)'){`,
    `$dll=$Matches[1].Trim($q);`,
    `Start-Process -Wait -FilePath ($env:SystemRoot+'\\System32\\rundll32.exe') -ArgumentList ($q+$dll+$q+',UninstallPackage '+$name+' -silent -noreboot')}}`,
    `if(Test-Path -LiteralPath '${folder}\\bin\\nvcc.exe'){exit 1}`,
  ].join('');
  return ['powershell.exe', '-NoProfile', '-NonInteractive', '-Command', script];
}
