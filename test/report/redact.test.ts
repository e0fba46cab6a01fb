import { describe, expect, it } from 'vitest';
import { redaction, redactor, withoutPasswords } from '../../src/report/redact.ts';

const JWT = 'eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCJ9.eyJpc3MiOiJOTFMgU2VydmljZSBJbnN0YW5jZSJ9.c2lnbmF0dXJl_-x';

describe('redaction', () => {
  it.each([
    ['a token', `token ${JWT} end`, 'token <token-1> end'],
    ['a token that was cut off', `tok=${JWT.slice(0, 40)}`, 'tok=<token-1>'],
    ['a registry’s password', 'auth = "dXNlcjpwYXNzd29yZA=="', 'auth = "<secret-1>"'],
    ['a registry’s token', '"identitytoken": "abc.def-1234"', '"identitytoken": "<secret-1>"'],
    ['a GPU UUID', 'GPU UUID : GPU-a1b2c3d4-0000-1111-2222-333344445555', 'GPU UUID : <gpu-uuid-1>'],
    ['a MAC address', 'ether 52:54:00:12:34:56 up', 'ether <mac-1> up'],
    ['a serial number', 'Serial Number : 1234567890', 'Serial Number : <serial-1>'],
    ['a public address', 'Info: 84.12.9.7; NVIDIA', 'Info: <address-1>; NVIDIA'],
    ['one behind another placeholder', 'C:\\Users\\bob 84.12.9.7', 'C:\\Users\\<user-1> <address-1>'],
    ['a home folder', '/home/alice/nv', '/home/<user-1>/nv'],
    ['a password in an address', 'http://me:geheim@mirror/x', 'http://<secret-1>@mirror/x'],
    ['a key', '-----BEGIN PRIVATE KEY-----\nMIIE\n-----END PRIVATE KEY-----', '<private-key-1>'],
  ])('replaces %s', (_, text, expected) => {
    expect(redactor()(text)).toBe(expected);
  });

  it.each([
    '525.105.17',
    'Acquiring license. (Info: 10.20.30.46; NVIDIA Virtual Compute Server)',
    '0000:00:05.0',
    'Serial Number : N/A',
    '5.15.0-105-generic',
    'pci 10de:1eb8',
    'asks for a password for root',
  ])('leaves %s as it is', (text) => {
    expect(redactor()(text)).toBe(text);
  });

  it('gives one thing one name throughout, and hides what it is told to', () => {
    const redact = redactor(['gpu-host-7']);
    expect(redact('52:54:00:12:34:56 52:54:00:12:34:57')).toBe('<mac-1> <mac-2>');
    expect(redact('52:54:00:12:34:57 on gpu-host-7')).toBe('<mac-2> on <name-1>');
  });

  it('keeps a one-time password out of what is written down', () => {
    expect(
      withoutPasswords('One-time password for the next start (also in /x/one-time-password): 12345678'),
    ).not.toContain('12345678');
  });
});

describe('of Windows', () => {
  it.each([
    ['a home folder, its name with a blank', 'C:\\Users\\Alice Wonder\\x', 'C:\\Users\\<user-1>\\x'],
    ['one with Chinese letters, in JSON', '"C:\\\\Users\\\\张 三丰\\\\bin;C:\\\\y"', '"C:\\\\Users\\\\<user-1>\\\\bin;C:\\\\y"'],
    ['one with an apostrophe', "C:\\USERS\\O'Brien\\tok", 'C:\\USERS\\<user-1>\\tok'],
    ['one that the console could not print', 'C:\\Users\\? ??\\tokens', 'C:\\Users\\<user-1>\\tokens'],
    ['one with nothing behind it', 'cd C:\\Users\\bob and go', 'cd C:\\Users\\<user-1> and go'],
    ['an account', '(A;ID;FR;;;S-1-5-21-3623811015-3361044348-30300820-1001)', '(A;ID;FR;;;<sid-1>)'],
    ['a product id', 'ProductId    REG_SZ    00330-80000-00000-AA217', 'ProductId    REG_SZ    <id-1>'],
    ['one of a maker', '00330-OEM-8992662-00400', '<id-1>'],
    ['a product key', 'ABCDE-12345-FGHIJ-67890-KLMNO', '<secret-1>'],
    ['a licence server', '    ServerAddress    REG_SZ    licsrv\r\n', '    ServerAddress    REG_SZ    <host-1>\r\n'],
    ['a serial number', '    SystemSerialNumber    REG_SZ    VM 77\r\n', '    SystemSerialNumber    REG_SZ    <serial-1>\r\n'],
    ['a file server', 'cmd: \\\\fs01\\drivers\\setup.exe', 'cmd: \\\\<host-1>\\drivers\\setup.exe'],
    ['one in JSON', '"\\\\\\\\fs01\\\\drivers"', '"\\\\\\\\<host-1>\\\\drivers"'],
    ['a machine that nobody named', 'on DESKTOP-7KQ2ZP1.', 'on <host-1>.'],
    ['a network card', 'Physical Address: 52-54-00-CA-FE-42', 'Physical Address: <mac-1>'],
  ])('replaces %s', (_, text, expected) => {
    expect(redaction([]).redact(text)).toBe(expected);
  });

  it('learns no name of which the console printed no letter', () => {
    const { learn, redact } = redaction([]);
    learn('C:\\Users\\?? ??\\x');
    expect(redact('3D ??? ???????')).toBe('3D ??? ???????');
  });

  it('knows a name of two letters where they are no Latin ones', () => {
    expect(redaction([{ kind: 'user', text: '张三' }]).redact('张三 signed in')).toBe('<user-1> signed in');
  });

  it.each([
    'C:\\Users\\Public\\Documents\\NvidiaLogging',
    '"C:\\\\Windows\\\\System32" %SystemRoot%\\System32 "PCI\\\\VEN_10DE\\\\3&1"',
    'S-1-5-18 S-1-5-32-544 S-1-16-12288',
    '{4d36e968-e325-11ce-bfc1-08002be10318}',
    '"DriverVersion":"9.17.8.9"',
    '    DriverVersion    REG_SZ    9.17.8.9',
    '    ServerAddress    REG_SZ    10.20.30.46',
  ])('leaves %s as it is', (text) => {
    expect(redaction([]).redact(text)).toBe(text);
  });
});

describe('what leaves the guest', () => {
  it.each([
    ['a host in a log', 'Nov 22 09:00:00 gpu01 nvidia-gridd[77]: x', 'Nov 22 09:00:00 <host-1> nvidia-gridd[77]: x'],
    [
      'one in an ISO log',
      '2026-11-22T09:00:00+0000 gpu01 kernel: NVRM',
      '2026-11-22T09:00:00+0000 <host-1> kernel: NVRM',
    ],
    ['a prompt', 'alice@gpu01:~$ nvidia-smi', '<user-1>@<host-1>:~$ nvidia-smi'],
    ['a prompt of root', '[root@gpu01 ~]# dmesg', '[root@<host-1> ~]# dmesg'],
    ['a server', 'ServerAddress=licsrv', 'ServerAddress=<host-1>'],
    ['a server by its full name', 'from nls.corp.lan (Info: x)', 'from <host-1> (Info: x)'],
    ['an address of a page', 'https://dls.example.com:443/x', 'https://<host-1>:443/x'],
    ['what uname says', 'Linux gpu01 6.1.0-37-amd64 #1 SMP', 'Linux <host-1> 6.1.0-37-amd64 #1 SMP'],
    ['a public IPv6 address', 'from 2a02:810d:1::77 port', 'from <address-1> port'],
    ['a link-local address made from a MAC', 'inet6 fe80::5054:ff:fe12:3456/64', 'inet6 <mac-1>/64'],
    ['an epochless key', 'NGC_API_KEY=abcdef0123', 'NGC_API_KEY=<secret-1>'],
    ['a machine id', 'Machine ID: 4c4c45440043471080484cb3c04f5831', 'Machine ID: <id-1>'],
    [
      'VMware’s serial number',
      'Serial Number: VMware-56 4d 0f 11 22 33 44 55-66 77 88 99 aa bb cc dd',
      'Serial Number: <serial-1>',
    ],
    ['a list of apt', 'mirror.corp.lan_ubuntu_dists_jammy_InRelease', '<host-1>_ubuntu_dists_jammy_InRelease'],
    ['a token with a variable after it', `x=${JWT}\nPASSWORD=geheim`, 'x=<token-1>\nPASSWORD=<secret-1>'],
  ])('has %s replaced', (_, text, expected) => {
    expect(redaction([]).redact(text)).toBe(expected);
  });

  it.each([
    'Linux version 6.1.0-37-amd64 (gcc-12) #1 SMP PREEMPT_DYNAMIC',
    'http://archive.ubuntu.com/ubuntu jammy/main amd64 Packages',
    'zlib1g (>= 1:1.2.11.3), version 31.0.15.1601, 27.21.14.5671',
    'sudo:amd64 (1.9), passwd:amd64 (4.13)',
    'Nov 22 09:00:00 kernel: NVRM: Xid (PCI:0000:00:05): 79',
    '2026-11-22T09:00:00Z INFO repo: downloading',
    '/etc/rc.local nvidia.ko libcuda.so.1 nvidia-gridd.service gridd.conf org.freedesktop.login1',
    '10001:00:00.0 10de:1eb8:10de:130f 0000:00:05.0 3D controller',
    'SecureBoot-8be4df61-93ca-11d2-aa0d-00e098032b8c',
    'sig_key: 14:1A:2B:3C:4D:5E:6F:70:81:92:A3:B4:C5:D6:E7:F8:09:1A:2B:3C',
    'fe80::1 10.20.30.46 192.168.1.5 127.0.0.1 fd00::1',
    '90.04.96.00.9F 550.54.15 13.0.2 5.15.0-105-generic 2026-11-22 09:00:00',
    'VERSION_ID="12" ID=debian sha256 e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    'ClientConfigTokenPath=/etc/nvidia/ClientConfigToken',
    'getty@tty1.service user@1000.service',
  ])('keeps %s', (text) => {
    const { learn, redact } = redaction([]);
    learn(text);
    expect(redact(text)).toBe(text);
  });

  it('replaces a name also where nothing says that it is one', () => {
    const { learn, redact } = redaction([{ kind: 'host', text: 'gpu01' }]);
    learn('session opened for user alice');
    expect(redact('alice was on gpu01, not on gpu010')).toBe('<user-1> was on <host-1>, not on gpu010');
  });
});
