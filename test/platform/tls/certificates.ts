/** Certificates as licence servers show them, made by openssl when they are needed. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export type Pair = { readonly key: string; readonly cert: string };

export type CertificateWish = {
  readonly subject: string;
  /** `DNS:name` or `IP:address`. */
  readonly names: string;
  /** YYMMDDHHMMSSZ */
  readonly from?: string;
  readonly until?: string;
};

export type Authority = Pair & {
  /** Where its own certificate lies. */
  readonly file: string;
  readonly issue: (wish: CertificateWish) => Pair;
  readonly selfSigned: (wish: Pick<CertificateWish, 'subject' | 'names'>) => Pair;
  readonly close: () => void;
};

const CONFIG = `[ca]
default_ca = own
[own]
database = index
serial = serial
new_certs_dir = .
default_md = sha256
policy = any
unique_subject = no
copy_extensions = copy
[any]
commonName = supplied
organizationName = optional
`;

export function authority(name: string): Authority {
  const folder = mkdtempSync(join(tmpdir(), 'certificates-'));
  const at = (file: string): string => join(folder, file);
  const openssl = (...args: readonly string[]): void => {
    execFileSync('openssl', args, { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
  };
  const pair = (file: string): Pair => ({
    key: readFileSync(at(`${file}.key`), 'utf8'),
    cert: readFileSync(at(`${file}.crt`), 'utf8'),
  });
  const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  writeFileSync(at('ca.conf'), CONFIG);
  writeFileSync(at('index'), '');
  writeFileSync(at('serial'), '01\n');
  openssl(
    'req',
    '-x509',
    ...curve,
    '-keyout',
    'ca.key',
    '-out',
    'ca.crt',
    '-days',
    '3650',
    '-subj',
    `/O=${name}/CN=${name} root`,
  );
  let count = 0;
  return {
    ...pair('ca'),
    file: at('ca.crt'),
    issue: ({ subject, names, from = '200101000000Z', until = '491231000000Z' }) => {
      const file = `leaf${String((count += 1))}`;
      openssl(
        'req',
        '-new',
        ...curve,
        '-keyout',
        `${file}.key`,
        '-out',
        `${file}.csr`,
        '-subj',
        `/CN=${subject}`,
        '-addext',
        `subjectAltName=${names}`,
      );
      openssl(
        'ca',
        '-batch',
        '-config',
        'ca.conf',
        '-cert',
        'ca.crt',
        '-keyfile',
        'ca.key',
        '-startdate',
        from,
        '-enddate',
        until,
        '-in',
        `${file}.csr`,
        '-out',
        `${file}.crt`,
        '-notext',
      );
      return pair(file);
    },
    selfSigned: ({ subject, names }) => {
      const file = `leaf${String((count += 1))}`;
      openssl(
        'req',
        '-x509',
        ...curve,
        '-keyout',
        `${file}.key`,
        '-out',
        `${file}.crt`,
        '-days',
        '3650',
        '-subj',
        `/CN=${subject}`,
        '-addext',
        `subjectAltName=${names}`,
      );
      return pair(file);
    },
    close: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
