/** Files of a media folder in memory. Each is made as the real one is, around a payload of one line. */
import type { Guest, SimulatedPackage } from './guest.ts';
import { cudaRunfile, driverRunfile, type Driver } from './drivers.ts';

export const MEDIA = '/mnt/Shared/nv';

const PAYLOAD = 'simulated payload\n';
const PAYLOAD_SHA256 = '11d019074b7d3dc845cf9a5e1347c40550be291147c8c05deef7f60f43d16835';

const HEADER_LINES = 10;

/** The header of makeself 2.4 with the sum of its payload. */
function makeself(label: string, folder: string, script: string): string {
  const lines = [
    '#!/bin/sh',
    '# This script was generated using Makeself 2.4.5',
    'CRCsum="0000000000"',
    'MD5="00000000000000000000000000000000"',
    `SHA="${PAYLOAD_SHA256}"`,
    `skip="${String(HEADER_LINES)}"`,
    `label="${label}"`,
    `script="${script}"`,
    `targetdir="${folder}"`,
    `filesizes="${String(PAYLOAD.length)}"`,
  ];
  return `${lines.join('\n')}\n${PAYLOAD}`;
}

/** An ar archive (deb(5)); what its members hold, dpkg-deb of the simulated guest says. */
function debArchive(): string {
  const member = (name: string, body: string): string => {
    const header = [
      name.padEnd(16),
      '0'.padEnd(12),
      '0'.padEnd(6),
      '0'.padEnd(6),
      '100644'.padEnd(8),
      String(body.length).padEnd(10),
    ].join('');
    return `${header}\`\n${body}${body.length % 2 === 1 ? '\n' : ''}`;
  };
  return `!<arch>\n${member('debian-binary', '2.0\n')}${member('control.tar.xz', PAYLOAD)}${member('data.tar.xz', PAYLOAD)}`;
}

export function putPackage(guest: Guest, file: string, one: SimulatedPackage): void {
  const path = `${MEDIA}/${file}`;
  guest.files.write(path, debArchive());
  guest.packageFiles.set(path, one);
}

export function putDriverRunfile(guest: Guest, file: string, driver: Driver): void {
  const path = `${MEDIA}/${file}`;
  guest.files.write(
    path,
    makeself(
      `NVIDIA Accelerated Graphics Driver for Linux-x86_64 ${driver.version}`,
      file.replace(/\.run$/, ''),
      './nvidia-installer',
    ),
  );
  guest.installers.set(path, driverRunfile(driver));
}

export function putCudaRunfile(guest: Guest, file: string, version: string): void {
  const path = `${MEDIA}/${file}`;
  guest.files.write(path, makeself(`CUDA Toolkit ${version}`, 'cuda', './cuda-installer'));
  guest.installers.set(path, cudaRunfile(version));
}

const base64url = (text: string): string => btoa(text).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');

/** A client configuration token in NVIDIA's shape. Its key and signature are empty: it would license nothing. */
export function tokenText(guest: Guest): string {
  const issued = Math.floor(guest.now() / 1000) - 86_400;
  const payload = {
    jti: '00000000-0000-4000-8000-000000000001',
    iss: 'NLS Service Instance',
    aud: 'NLS Licensed Client',
    iat: issued,
    nbf: issued,
    exp: issued + 12 * 365 * 86_400,
    update_mode: 'ABSOLUTE',
    scope_ref_list: ['00000000-0000-4000-8000-000000000002'],
    fulfillment_class_ref_list: [],
    service_instance_configuration: {
      nls_service_instance_ref: '00000000-0000-4000-8000-000000000003',
      svc_port_set_list: [
        {
          idx: 0,
          d_name: 'DLS',
          svc_port_map: [
            { service: 'auth', port: 443 },
            { service: 'lease', port: 443 },
          ],
        },
      ],
      node_url_list: [{ idx: 0, url: 'dls.example.com', url_qr: 'dls.example.com', svc_port_set_idx: 0 }],
    },
    service_instance_public_key_configuration: {
      service_instance_public_key_me: { mod: `c0${'00'.repeat(255)}`, exp: 65537 },
      key_retention_mode: 'LATEST_ONLY',
    },
  };
  return [
    base64url('{"alg":"RS256","typ":"JWT"}'),
    base64url(JSON.stringify(payload)),
    base64url('\0'.repeat(256)),
  ].join('.');
}

export const putToken = (guest: Guest): void => {
  guest.files.write(`${MEDIA}/client_configuration_token_11-21-2026-09-00-00.tok`, tokenText(guest));
};
