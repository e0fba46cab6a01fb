/** Who a Windows machine and its people are. */
import type { Observer } from '../../domain/machine.ts';
import { ifObservable } from '../../probes/if-observable.ts';
import { registryValues } from '../../probes/windows/reg-query.ts';
import type { Known } from '../../report/redact.ts';

const PLACES: readonly (readonly [key: string, kind: string, names: readonly string[]])[] = [
  ['HKLM\\SYSTEM\\CurrentControlSet\\Control\\ComputerName\\ComputerName', 'host', ['computername']],
  [
    'HKLM\\SYSTEM\\CurrentControlSet\\Services\\Tcpip\\Parameters',
    'host',
    ['hostname', 'nv hostname', 'domain', 'nv domain', 'dhcpdomain', 'searchlist'],
  ],
  ['HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion', 'user', ['registeredowner', 'registeredorganization']],
  ['HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion', 'id', ['productid']],
  ['HKLM\\SOFTWARE\\Microsoft\\Cryptography', 'id', ['machineguid']],
  ['HKLM\\SYSTEM\\CurrentControlSet\\Control\\SystemInformation', 'id', ['computerhardwareid']],
];

/** What every Windows says there, unless somebody has written a name of their own. */
const NOBODY = /^(?:windows user|user name|organization|n\/a|)$/i;
const EVERYBODYS_FOLDER = /^(?:public|default|default user|all users|desktop\.ini|defaultuser\d+)$/i;

/** Read to be hidden: no answer to these questions is part of a capture. */
export async function namesOnWindows(machine: Observer): Promise<readonly Known[]> {
  const told = await Promise.all(
    PLACES.map(async ([key, kind, names]): Promise<readonly Known[]> => {
      const said = await ifObservable(machine.run(['reg.exe', 'query', key]));
      const values = registryValues(said?.stdout ?? '');
      return names.flatMap((name) => (values.get(name) ?? '').split(',').map((text) => ({ kind, text: text.trim() })));
    }),
  );
  const folders = (await ifObservable(machine.list('C:\\Users'))) ?? [];
  const people = folders.filter((name) => !EVERYBODYS_FOLDER.test(name)).map((text) => ({ kind: 'user', text }));
  return [...told.flat(), ...people].filter(({ text }) => !NOBODY.test(text));
}
