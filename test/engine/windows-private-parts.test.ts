/** What of a Windows stays away from a capture, and what of it must stay in. */
import { describe, expect, it } from 'vitest';
import { copyName } from '../../src/domain/capture.ts';
import { textOf } from '../../src/engine/capture/bytes.ts';
import { trimmedFile, trimmedOutput } from '../../src/engine/capture/private-parts.ts';

const lines = (...all: readonly string[]): string => all.map((line) => `${line}\r\n`).join('');

describe('of what Windows answers', () => {
  it('the edition stays, and who bought it does not', () => {
    const query = ['reg.exe', 'query', 'HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion'];
    const key = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion';
    const ours = ['', key, '    ProductName    REG_SZ    Windows 10 Pro', '    CurrentBuildNumber    REG_SZ    22631'];
    const theirs = ['    RegisteredOwner    REG_SZ    Alice', '    DigitalProductId    REG_BINARY    A40000005EC2'];
    expect(trimmedOutput(query, lines(...ours, ...theirs))).toEqual({ text: lines(...ours), withheld: 'serial-number' });
  });

  it('display devices stay, and phones do not', () => {
    const listing = ['pnputil.exe', '/enum-devices', '/connected', '/ids'];
    const display = lines('インスタンス ID:   PCI\\VEN_10DE&DEV_1EB8\\3&1', '問題コード:   28 (0x1C)', '');
    const adapter = lines('ID:   VMBUS\\A\\B', 'GUID:   {4d36e968-e325-11ce-bfc1-08002be10318}', '');
    const phone = lines('ID:   USB\\VID_05AC&PID_12A8\\00008101000E', 'Name:   Alice’s phone', '');
    expect(trimmedOutput(listing, display + phone + adapter)).toEqual({ text: display + adapter, withheld: 'other-devices' });
  });

  it('the integrity level stays, and the groups of the account do not', () => {
    const level = '"Obligatorische Beschriftung\\Hoch","Label","S-1-16-12288",""\r\n';
    const group = '"CORP\\Finance","Group","S-1-5-21-1-2-3-1001",""\r\n';
    expect(trimmedOutput(['whoami.exe', '/groups', '/fo', 'csv', '/nh'], group + level)).toEqual({ text: level, withheld: 'accounts' });
  });

  it.each([
    ['7783-7084-3265-9085-8269-3286-77', '7783-7084-3265-9085-8269-3286-77'],
    ['Amazon EC2', 'Amazon EC2'],
    ['i-0abcdef1234567890', 'i-00000000000000000'],
    ['INV-2291', '<withheld>'],
    ['', ''],
  ])('an asset tag %j becomes %j', (tag, shown) => {
    const said = (text: string): string => JSON.stringify({ CsModel: 'x', ChassisAssetTag: text, BiosVersion: '1' });
    expect(trimmedOutput(['powershell.exe'], said(tag)).text).toBe(said(shown));
  });

  it('of setupapi.dev.log stays what is said of NVIDIA’s devices', () => {
    const head = lines('[Device Install Log]');
    const ours = lines('>>>  [Device Install - PCI\\VEN_10DE&DEV_1EB8]', '!!!  dvi: 0xe0000247', '<<<  [Exit status: FAILURE]');
    const theirs = lines('>>>  [Device Install - USB\\VID_0951\\60A44C3F]', '<<<  [Exit status: SUCCESS]');
    const { text, withheld } = trimmedFile('C:\\Windows\\INF\\setupapi.dev.log', head + theirs + ours);
    expect([text.replace(/\s+/g, ' '), withheld]).toEqual([(head + ours).replace(/\s+/g, ' '), 'other-log-lines']);
  });
});

describe('a file of Windows', () => {
  it('lies in the capture where the zip unpacks on any system', () => {
    expect(copyName('C:\\Users\\<user-1>\\tokens\\a.tok')).toBe('files/C/Users/(user-1)/tokens/a.tok');
    expect(copyName('/etc/nvidia/gridd.conf')).toBe('files/etc/nvidia/gridd.conf');
  });

  it('is text in UTF-16 and in an old code page, of which the ASCII stays', () => {
    const wide = Buffer.from('\ufeffClass=Display', 'utf16le');
    expect(textOf('C:\\Windows\\INF\\oem1.inf', wide)).toBe('Class=Display');
    const old = Buffer.from([...Buffer.from('cmd: '), 0xd5, 0xc5, ...Buffer.from(' 0xe0000247')]);
    expect(textOf('C:\\Windows\\INF\\setupapi.dev.log', old)).toMatch(/^cmd: \ufffd+ 0xe0000247$/);
    expect(textOf('/sys/bus/pci/devices/x/config', old)).toBeUndefined();
  });
});
