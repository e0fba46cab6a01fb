import { timeIn } from '../stated-time.ts';
import {
  commandAnswer,
  defineRecogniser,
  fileAnswer,
  placeOf,
  textOf,
  type Answer,
  type Line,
  type Page,
  type Recognition,
} from '../source.ts';

/** Names of systems as hostnamectl and lsb_release give them, with the ids of os-release(5). */
const SYSTEMS: readonly (readonly [RegExp, id: string, like: string])[] = [
  [/^Ubuntu\b/i, 'ubuntu', 'debian'],
  [/^Debian\b/i, 'debian', ''],
  [/^(Red ?Hat|RHEL)/i, 'rhel', 'fedora'],
  [/^Rocky/i, 'rocky', 'rhel centos fedora'],
  [/^Alma/i, 'almalinux', 'rhel centos fedora'],
  [/^CentOS/i, 'centos', 'rhel fedora'],
  [/^Oracle/i, 'ol', 'fedora'],
  [/^Fedora/i, 'fedora', ''],
  [/^Amazon Linux/i, 'amzn', 'fedora'],
  [/^SUSE Linux Enterprise/i, 'sles', 'suse'],
  [/^SUSE$/i, 'sles', 'suse'],
  [/^openSUSE/i, 'opensuse-leap', 'suse opensuse'],
  [/^openEuler/i, 'openEuler', ''],
  [/^Linux ?Mint/i, 'linuxmint', 'ubuntu debian'],
];

const FIELD = /^\s*(Operating System|Distributor ID|Description|Release|Kernel|Virtualization):\s+(\S.*?)\s*$/;

function fieldsOf(lines: readonly Line[]): ReadonlyMap<string, Line & { readonly value: string }> {
  const fields = new Map<string, Line & { readonly value: string }>();
  for (const line of lines) {
    const [, name = '', value = ''] = FIELD.exec(line.text.slice(0, 300)) ?? [];
    if (name !== '' && !fields.has(name)) fields.set(name, { ...line, value });
  }
  return fields;
}

function osRelease(name: string, id: string, version: string | undefined): Answer | undefined {
  const system = SYSTEMS.find(([pattern]) => pattern.test(id));
  if (!system) return undefined;
  const [, known, like] = system;
  const lines = [
    `ID=${known}`,
    `ID_LIKE="${like}"`,
    `PRETTY_NAME="${name}"`,
    ...(version ? [`VERSION_ID="${version}"`] : []),
  ];
  // The other place of that file: what somebody prints of /etc/os-release itself says more.
  return fileAnswer('/usr/lib/os-release', `${lines.join('\n')}\n`);
}

function kernelAnswers(kernel: string | undefined): readonly Answer[] {
  const release = /^Linux (\d+\.\d+\S*)$/.exec(kernel ?? '')?.[1];
  if (release === undefined) return [];
  return [
    commandAnswer('uname', `${release}\n`, (args) => args[0] === '-r'),
    fileAnswer('/proc/sys/kernel/osrelease', `${release}\n`),
  ];
}

const virtualisation = (word: string | undefined): readonly Answer[] =>
  word === undefined ? [] : [commandAnswer('systemd-detect-virt', `${word}\n`)];

function systemIn(page: Page): readonly Recognition[] {
  const fields = fieldsOf(page.lines);
  const of = (name: string): string | undefined => fields.get(name)?.value;
  const isHostnamectl = fields.has('Operating System');
  const line = fields.get('Operating System') ?? fields.get('Description');
  const id = of(isHostnamectl ? 'Operating System' : 'Distributor ID');
  if (!line || id === undefined) return [];
  const version = /\d+(?:\.\d+)?/.exec(of('Release') ?? line.value)?.[0];
  const release = osRelease(line.value, id, version);
  if (!release) return [];
  const answers = [release, ...kernelAnswers(of('Kernel')), ...virtualisation(of('Virtualization'))];
  return [{ what: isHostnamectl ? 'hostnamectl' : 'lsb_release -a', place: placeOf(page, line), answers }];
}

const CLOCK =
  /^\s*(Local time|Universal time|RTC time|System clock synchronized|NTP synchronized|NTP service|NTPSynchronized=(yes|no))/;

function clockIn(page: Page): readonly Recognition[] {
  const lines = page.lines.filter(({ text }) => CLOCK.test(text));
  const universal = lines.find(({ text }) => /^\s*Universal time:/.test(text));
  if (!lines.some(({ text }) => /synchronized|NTPSynchronized/.test(text)) && !universal) return [];
  const at = universal ? timeIn(universal.text) : null;
  const time: readonly Answer[] = at === null ? [] : [{ kind: 'time', at }];
  return [
    {
      what: 'timedatectl',
      place: placeOf(page, lines[0]),
      answers: [commandAnswer('timedatectl', textOf(lines)), ...time],
    },
  ];
}

export const systemName = defineRecogniser({
  what: 'hostnamectl, lsb_release, timedatectl',
  recognise: (page) => [...systemIn(page), ...clockIn(page)],
});
