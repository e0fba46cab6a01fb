import { commandAnswer, defineRecogniser, placeOf, type Line, type Page, type Recognition } from '../source.ts';

/** Lists of packages in the words of the tools above dpkg and rpm. */
type Row = { readonly line: Line; readonly text: string };

/** `apt list --installed`: `nvidia-driver-535/jammy-updates,now 535.161.07-0ubuntu0.22.04.1 amd64 [installed,automatic]` */
const APT =
  /^\s*([a-z0-9][\w.+-]{1,100})\/\S+\s+(\S*\d\S*)\s+(amd64|arm64|all|i386)\s+\[(?:[^\]]*,)?(?:installed|已安装|已安裝|インストール済み)/;
/** `apt-cache policy`: the name with a colon, and below it what is installed. */
const POLICY = /^\s*([a-z0-9][\w.+-]{1,100}):\s*$/;
const INSTALLED = /^\s+(?:Installed|已安装|已安裝|インストールされているバージョン)[:：]\s*(\S*\d\S*)\s*$/;
/** `dnf list installed`, `yum list`: `nvidia-driver.x86_64   3:550.54.15-1.el9   @cuda-rhel9-x86_64` */
const DNF =
  /^\s*([A-Za-z0-9][\w.+-]{1,100})\.(x86_64|aarch64|noarch|i686)\s+((?:\d+:)?\d[\w.+~^]*-[\w.+~^]+)\s+@\S+\s*$/;
/** `zypper se -is`: `i+ | nvidia-compute-G06 | package | 550.54.15-1.1 | x86_64 | cuda` */
const ZYPPER =
  /^\s*i[+l]?\s*\|\s*([A-Za-z0-9][\w.+-]{1,100})\s*\|\s*(?:package|软件包|パッケージ)\s*\|\s*(\d\S*)\s*\|\s*(x86_64|aarch64|noarch)\s*\|/;

const dpkgRow = (name: string, version: string, arch: string): string => `ii  ${name}  ${version}  ${arch}  -\n`;
const rpmRow = (name: string, version: string, arch: string): string => `${name}\t${version}\t${arch}\n`;

function aptListed(line: Line): readonly Row[] {
  const [, name, version = '', arch = ''] = APT.exec(line.text.slice(0, 400)) ?? [];
  return name === undefined ? [] : [{ line, text: dpkgRow(name, version, arch) }];
}

function aptPolicy(line: Line, before: Line | undefined): readonly Row[] {
  const [, installed] = INSTALLED.exec(line.text) ?? [];
  const [, name] = POLICY.exec(before?.text ?? '') ?? [];
  return installed === undefined || name === undefined ? [] : [{ line, text: dpkgRow(name, installed, 'amd64') }];
}

const apt = (line: Line, before: Line | undefined): readonly Row[] => [...aptListed(line), ...aptPolicy(line, before)];

const rpm = (line: Line): readonly Row[] => {
  const [, dnfName, dnfArch = '', dnfVersion = ''] = DNF.exec(line.text.slice(0, 400)) ?? [];
  if (dnfName !== undefined) return [{ line, text: rpmRow(dnfName, dnfVersion, dnfArch) }];
  const [, name, version = '', arch = ''] = ZYPPER.exec(line.text.slice(0, 400)) ?? [];
  return name === undefined ? [] : [{ line, text: rpmRow(name, version, arch) }];
};

function found(page: Page, what: string, program: 'dpkg' | 'rpm', rows: readonly Row[]): readonly Recognition[] {
  if (rows.length === 0) return [];
  const asks = program === 'dpkg' ? '-l' : '-qa';
  const answer = commandAnswer(program, rows.map(({ text }) => text).join(''), (args) => args[0] === asks);
  return [{ what, place: placeOf(page, rows[0]?.line), answers: [answer] }];
}

export const packageLists = defineRecogniser({
  what: 'apt list, apt-cache policy, dnf list, zypper search',
  recognise: (page) => [
    ...found(
      page,
      'apt list',
      'dpkg',
      page.lines.flatMap((line, at) => apt(line, page.lines[at - 1])),
    ),
    ...found(page, 'dnf list', 'rpm', page.lines.flatMap(rpm)),
  ],
});
