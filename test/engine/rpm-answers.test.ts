import { describe, expect, test } from 'vitest';
import {
  dnfAnnounced, parseDnfTable, parseHeaders, parseSigned, parseZypperSummary, rpmComplaints,
} from '../../src/engine/bundle/rpm-answers.ts';

/** dnf 4.14 on a terminal of 80 columns: a name too long for its column, an empty package, a file of the command line. */
const TABLE = `Last metadata expiration check: 0:00:01 ago on Mon Nov 23 01:06:13 2026.
Dependencies resolved.
================================================================================
 Package                         Arch    Version                  Repo     Size
================================================================================
Installing:
 nvidia-linux-grid-525           x86_64  525.105.17-1             @commandline
                                                                           17 k
 kernel-devel                    x86_64  5.14.0-427.13.1.el9_4    baseos   21 M
 python3-dnf-plugin-versionlock-with-a-long-name
                                 noarch  4.3.0-13.el9             baseos   11 k
Installing dependencies:
 cpp                             x86_64  11.4.1-3.el9             appstream
                                                                          6.1 k
 nvidia-driver-cuda              x86_64  3:550.54.15-1.el9        cuda    1.1 G
 nothing                         noarch  1-1                      baseos     5  

Transaction Summary
================================================================================
Install  6 Packages

Total size: 55 k
Operation aborted.
`;

describe('what dnf means to fetch', () => {
  test('each package, without the driver’s own file', () => {
    expect(parseDnfTable(TABLE).map(({ name, version, arch, sizeBytes }) => [name, version, arch, sizeBytes])).toEqual([
      ['kernel-devel', '5.14.0-427.13.1.el9_4', 'x86_64', 21 * 1024 ** 2],
      ['python3-dnf-plugin-versionlock-with-a-long-name', '4.3.0-13.el9', 'noarch', 11 * 1024],
      ['cpp', '11.4.1-3.el9', 'x86_64', Math.round(6.1 * 1024)],
      ['nvidia-driver-cuda', '3:550.54.15-1.el9', 'x86_64', Math.round(1.1 * 1024 ** 3)],
      ['nothing', '1-1', 'noarch', 5],
    ]);
    expect(dnfAnnounced(TABLE)).toBe(6);
  });

  test('nothing, where it says why not', () => {
    const text = 'No match for argument: nosuch\nError: Unable to find a match: nosuch\n';
    expect([dnfAnnounced(text), parseDnfTable(text)]).toEqual([null, []]);
    expect(rpmComplaints(text)).toEqual(['No match for argument: nosuch', 'Error: Unable to find a match: nosuch']);
  });

  test('also in the form of dnf 5', () => {
    const text = ` Package       Arch   Version        Repository      Size
Installing:
 gcc           x86_64 0:14.2.1-3.fc41 updates    104.0 MiB

Transaction Summary:
 Installing:         1 package
`;
    expect(parseDnfTable(text)).toEqual([{ name: 'gcc', version: '14.2.1-3.fc41', arch: 'x86_64', sizeBytes: 104 * 1024 ** 2 }]);
    expect(dnfAnnounced(text)).toBe(1);
  });
});

/** zypper 1.14.42. */
const SUMMARY = `<?xml version='1.0'?>
<stream>
<message type="info">Loading repository data...</message>
<install-summary download-size="3000" space-usage-diff="629" packages-to-change="2">
<to-install>
<solvable type="package" name="cpp" edition="11.4.1-3" arch="x86_64" summary="GNU&apos;s">
<description>of it</description></solvable>
<solvable type="pattern" name="devel" edition="1-1" arch="noarch" summary="x"></solvable>
<solvable type="package" name="libgcc_s1" edition="0:13.2.1-1" arch="x86_64" summary="x"></solvable>
</to-install>
</install-summary>
</stream>
`;

describe('what zypper means to fetch', () => {
  test('each package; the one size is shared out', () => {
    expect(parseZypperSummary(SUMMARY)).toEqual({
      announced: 2,
      toFetch: [
        { name: 'cpp', version: '11.4.1-3', arch: 'x86_64', sizeBytes: 1500 },
        { name: 'libgcc_s1', version: '13.2.1-1', arch: 'x86_64', sizeBytes: 1500 },
      ],
    });
  });

  test('nothing, where it says why not', () => {
    const missing = `<stream>\n<message type="error">No provider of &apos;nosuch&apos; found.</message>\n</stream>\n`;
    expect(parseZypperSummary(missing)).toEqual({ announced: null, toFetch: [] });
    expect(rpmComplaints(missing)).toEqual(["No provider of 'nosuch' found."]);
    const conflict = `<prompt id="1">\n<description>Problem: nothing provides systemd needed by nvidia-linux-grid-525\n Solution 1: do not install\n`;
    expect(rpmComplaints(conflict)).toEqual(['Problem: nothing provides systemd needed by nvidia-linux-grid-525']);
  });
});

describe('what rpm says of fetched files', () => {
  test('name, version and architecture, an epoch of 0 left out', () => {
    expect(parseHeaders('dkms 0:3.0.13-1.el9 noarch\nnvidia-driver 3:550.54.15-1.el9 x86_64\n')).toEqual([
      { name: 'dkms', version: '3.0.13-1.el9', arch: 'noarch' },
      { name: 'nvidia-driver', version: '3:550.54.15-1.el9', arch: 'x86_64' },
    ]);
  });

  test.each([
    ['/w/a.rpm: digests signatures OK', ['/w/a.rpm']],
    ['/w/a b.rpm: rsa sha1 (md5) pgp md5 OK', ['/w/a b.rpm']],
    ['/w/a.rpm: digests OK', []],
    ['/w/a.rpm: digests SIGNATURES NOT OK', []],
    ['/w/a.rpm: DIGESTS signatures NOT OK', []],
    ['/w/a.rpm: digests SIGNATURES NOT OK (MISSING KEYS: RSA#491c4e2e)', []],
  ])('%s', (line, signed) => {
    expect(parseSigned(`${line}\n`)).toEqual(signed);
  });
});

describe('what the tools complain of', () => {
  test.each([
    "Error: Failed to download metadata for repo 'baseos': Cannot download repomd.xml: All mirrors were tried",
    "Repository 'oss' is invalid.",
    'This command has to be run with superuser privileges (under the root user on most systems).',
    'Root privileges are required to run this command.',
    'cpp-11.4.1-3.x86_64 (oss): Signature verification failed [4-Signatures public key is not available]',
    'Error: GPG check FAILED',
    'However, you do not have any GPG public keys installed. You need to download',
  ])('%s', (line) => {
    expect(rpmComplaints(`Loading repository data...\n${line}\nHistory:\n`)).toEqual([line]);
  });

  test('but a plug-in that is not there is no complaint, nor are the settings of a repository or a question', () => {
    expect(rpmComplaints('Problem repository: [baseos]\nbandwidth: 0\nAbort, retry, ignore? [a/r/i] (a): a\n')).toEqual([]);
    expect(rpmComplaints('No matches found for the following disable plugin patterns: versionlock\nMetadata cache created.\n')).toEqual([]);
  });
});
