import { describe, expect, it } from 'vitest';
import { redactor, withoutPasswords } from '../../src/report/redact.ts';

const JWT = 'eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCJ9.eyJpc3MiOiJOTFMgU2VydmljZSBJbnN0YW5jZSJ9.c2lnbmF0dXJl_-x';

describe('redaction', () => {
  it.each([
    ['a token', `token ${JWT} end`, 'token <token-1> end'],
    ['a token that was cut off', `tok=${JWT.slice(0, 40)}`, 'tok=<token-1>'],
    ['a GPU UUID', 'GPU UUID : GPU-a1b2c3d4-0000-1111-2222-333344445555', 'GPU UUID : <gpu-uuid-1>'],
    ['a MAC address', 'ether 52:54:00:12:34:56 up', 'ether <mac-1> up'],
    ['a serial number', 'Serial Number : 1234567890', 'Serial Number : <serial-1>'],
    ['a public address', 'Info: 84.12.9.7; NVIDIA', 'Info: <address-1>; NVIDIA'],
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
