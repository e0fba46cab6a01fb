import type { Mask } from './mask.ts';
import { WINDOWS_HOMES, WINDOWS_NAMES } from './windows.ts';

/** Hosts that everybody's packages, drivers and documents come from: they name nobody, and say which repository fails. */
const PUBLIC_HOST =
  /(?:^|\.)(?:ubuntu\.com|debian\.(?:org|net)|nvidia\.(?:com|cn)|canonical\.com|redhat\.com|fedoraproject\.org|centos\.org|rockylinux\.org|almalinux\.org|oracle\.com|opensuse\.org|suse\.com|kernel\.org|gnu\.org|github\.com|githubusercontent\.com|gitlab\.com|gitlab\.freedesktop\.org|launchpad\.net|launchpadcontent\.net|freedesktop\.org|x\.org|snapcraft\.io|microsoft\.com|google\.com|googleapis\.com|docker\.com|amd\.com|intel\.com|vmware\.com|proxmox\.com|python\.org|nodejs\.org|w3\.org|apache\.org|mozilla\.org|gnome\.org|kde\.org|systemd\.io)$/i;

/** Words that are also names of hosts or users: as such they tell nothing, and replaced they would spoil the text. */
const ORDINARY =
  /^(?:root|localhost|localdomain|local|linux|ubuntu|debian|centos|fedora|rocky|almalinux|rhel|redhat|suse|opensuse|oracle|ec2-user|cloud-user|azureuser|opc|vagrant|admin|administrator|user|users|guest|test|nvidia|nouveau|cuda|grid|gpu|vgpu|vm|node|host|hostname|server|client|kernel|version|systemd|driver|license|licence|service|system|daemon|nobody|none|null|unknown|name|data|home|info|debug|warn|warning|error|notice|true|false|yes|the|for|and|from|public|default|bios|uefi|pci|module|modules|amd64|arm64|i386|x86_64|aarch64|noarch|all|main|none|python|docker|jenkins|runner|video|render|tesla|quadro|geforce|rtx|[abglmpthv]\d{1,3}s?|[a-z]{1,2}\d?)$/i;

export const isOrdinary = (name: string): boolean => ORDINARY.test(name) || name.startsWith('<');

const LABEL = '[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?';
const SURE = 'com|net|org|edu|gov|mil|local|localdomain|internal|intranet|lan|corp|example|invalid';
/** Also ends of file names and of words: only with three parts or more. */
const UNSURE =
  'test|home|io|cloud|dev|tech|systems|ai|eu|us|uk|de|fr|nl|it|es|pt|se|fi|dk|ch|at|be|cz|hu|gr|ie|jp|cn|kr|tw|hk|sg|au|nz|ca|br|mx|ru|tr|ae|za|arpa';
const FULL_NAME = `(?:(?:${LABEL}\\.)+(?:${SURE})|(?:${LABEL}\\.){2,}(?:${UNSURE}))`;

const isPublic = (host: string): boolean =>
  PUBLIC_HOST.test(host) || host === 'rc.local' || host === 'localhost.localdomain';
const keepHost = (host: string): boolean =>
  isPublic(host) || /^[\d.:-]+$/.test(host) || isOrdinary(host) || /^[A-Z]+$/.test(host);
const keepUser = (user: string): boolean => user === 'root' || user.startsWith('<') || /^\d+$/.test(user);

const host = (before: string, flags: string, it = '[A-Za-z0-9][\\w.-]*'): Mask => ({
  kind: 'host',
  pattern: new RegExp(`(?<before>${before})(?<it>${it})`, flags),
  keep: keepHost,
  learns: true,
});
const user = (before: string, flags: string, it = '[A-Za-z_][\\w.-]*'): Mask => ({
  kind: 'user',
  pattern: new RegExp(`(?<before>${before})(?<it>${it})`, flags),
  keep: keepUser,
  learns: true,
});

const STAMP =
  '(?:[A-Z][a-z]{2} [ \\d]\\d(?: \\d{4})? \\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?|\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d[\\d.,]*(?:Z|[+-]\\d\\d:?\\d\\d)?)';

export const HOMES: Mask = user('(?:/home/|/Users/)', 'g', '[^/\\\\\\s:\'"<>,;)]+');

/** Who, and on which machine. */
export const NAMES: readonly Mask[] = [
  {
    kind: 'email',
    pattern: new RegExp(`(?<![\\w.])[A-Za-z0-9][\\w.+-]*@${FULL_NAME}(?![\\w-])`, 'g'),
    keep: (found) => isPublic(found.slice(found.indexOf('@') + 1)),
  },
  WINDOWS_HOMES,
  HOMES,
  ...WINDOWS_NAMES,
  // A prompt, or ssh: alice@gpu01:~$
  user(
    '(?<![\\w.@/])',
    'g',
    '[a-z_][\\w-]{0,31}(?=@(?![\\w.:-]*\\.(?:service|socket|mount|timer|slice|scope|target))[A-Za-z0-9][\\w.-]*(?:[: ][^\\n@]{0,80}[#$%>\\]]|$))',
  ),
  host(
    '(?<![\\w.@/-])[a-z_<][\\w-]{0,31}>?@',
    'g',
    '(?![\\w.:-]*\\.(?:service|socket|mount|timer|slice|scope|target))[A-Za-z0-9][\\w.-]*(?=(?:[: ][^\\n@]{0,80}[#$%>\\]]|$))',
  ),
  user(
    '\\b(?:session (?:opened|closed) for user|[Ii]nvalid user|USER(?:NAME)?=|LOGNAME=|SUDO_USER=|Requested-By:|Accepted \\w+ for|Failed \\w+ for) *"?',
    'g',
    '[A-Za-z_][\\w.-]*(?![\\w.-]|\\s*=)',
  ),
  user('\\bsudo(?:\\[\\d+\\])?: +', 'g', '[A-Za-z_][\\w.-]*(?= : )'),
  user('\\b[ug]id=\\d+\\(', 'g'),
  host(`^(?:<\\d+>)?${STAMP} `, 'gm', '[A-Za-z0-9][\\w.-]*(?= [\\w./@()-]+(?:\\[\\d+\\])?: )'),
  host('^Linux (?!version )', 'gm', '[A-Za-z0-9][\\w.-]*(?= \\d+\\.\\d+)'),
  host(
    '\\b(?:(?:Static |Transient |Pretty )?host ?name|HOSTNAME|nodename|(?:Backup)?Server_?Address|license server(?: host)?|DNS Domain|Domain Name)["\']? *[:=] *["\']?',
    'gi',
  ),
  host('\\b[a-z][a-z0-9+.-]{1,11}://(?:[^\\s/@]+@)?', 'gi', '[A-Za-z0-9][\\w.-]*'),
  { kind: 'host', pattern: new RegExp(`(?<![\\w.@<-])${FULL_NAME}(?![\\w-]|\\.\\w)`, 'g'), keep: keepHost },
  // apt's lists are called after the host: mirror.corp.lan_ubuntu_dists_jammy_InRelease
  { kind: 'host', pattern: new RegExp(`(?<![\\w.@<-])${FULL_NAME}(?=_\\w)`, 'g'), keep: keepHost },
];
