import type { Mask } from './mask.ts';
import { WINDOWS_SECRETS } from './windows.ts';

/**
 * Names of EFI variables end in these: they are the same on every machine (UEFI 2.10; shim). So are Windows's classes of devices (Microsoft
 * Learn, "System-Defined Device Setup Classes") and Hyper-V's display.
 */
const EVERYBODYS =
  /^(8be4df61-93ca-11d2-aa0d-00e098032b8c|d719b2cb-3d3a-4596-a3bc-dad00e67656f|605dab50-e046-4300-abb6-3dd810dd8b23|00000000-0000-0000-0000-000000000000|[0-9a-f]{8}-e325-11ce-bfc1-08002be10318|da0a7802-e377-4aac-8e77-0558eb1073f8)$/i;

const isMixed = (text: string): boolean =>
  /[A-Z]/.test(text) && /[a-z]/.test(text) && /\d/.test(text) && (text.match(/\//g) ?? []).length < text.length / 12;

/** What opens doors, and the numbers that name one machine or card. */
export const SECRETS: readonly Mask[] = [
  ...WINDOWS_SECRETS,
  { kind: 'private-key', pattern: /-----BEGIN [A-Z ]*(?:KEY|CERTIFICATE)-----[\s\S]*?(?:-----END [A-Z ]*-----|$)/g },
  // A JWT: three base64url parts, the first of which begins with '{"'. Cut off or broken over lines, it is no less secret.
  { kind: 'token', pattern: /\beyJ[\w-]{8,}=*(?:(?:\.|\r?\n(?=[\w.-]{20,}=*$))[\w-]+=*)*\.?/gm },
  {
    kind: 'secret',
    pattern:
      /(?<before>(?:passw(?:or)?d|passphrase|secret|credential|api[-_ ]?key|access[-_]?key(?:[-_]?id)?|auth[-_]?key|license[-_]?key|private[-_]?key|session[-_]?key)["']?\s?[=:]\s?["']?)(?<it>(?!amd64|i386|arm64|any\b|all\b)[^\s"',;<>]{3,})/gi,
  },
  {
    kind: 'secret',
    pattern: /(?<before>\btoken["']?\s?[=:]\s?["']?|_token=["']?)(?<it>[\w.+~/-]{16,}=*)/gi,
    keep: (found) => found.startsWith('/'),
  },
  // Registries in the configuration of Docker and containerd: `auth = "dXNlcjpwYXNz"`, `identitytoken = "…"`.
  {
    kind: 'secret',
    pattern: /(?<before>\b(?:auth|identity_?token)["']?\s*[=:]\s*["'])(?<it>[\w.+~/-]{8,}=*)(?=["'])/gi,
  },
  { kind: 'secret', pattern: /(?<before>\b(?:Bearer|Basic)\s+)(?<it>[\w.+~/-]{12,}=*)/g },
  { kind: 'secret', pattern: /(?<before>:\/\/)(?<it>[^\s/@:<>]+:[^\s/@]+)(?=@)/g },
  {
    kind: 'secret',
    pattern: /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b|\bnvapi-[\w-]{16,}|\bgh[pousr]_\w{20,}|\bhf_\w{20,}|\bglpat-[\w-]{16,}/g,
  },
  {
    kind: 'gpu-uuid',
    pattern: /\b(?:GPU|MIG)-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/gi,
    learns: true,
  },
  {
    kind: 'uuid',
    pattern: /\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/gi,
    keep: (found) => EVERYBODYS.test(found),
  },
  // "Device Serial Number 00-11-22-33-44-55-66-77" of lspci; VMware's "VMware-56 4d 0f …".
  {
    kind: 'serial',
    pattern: /\b(?:[0-9a-f]{2}[-:]){7}[0-9a-f]{2}\b(?![-:][0-9a-f]{2}\b)(?<![-:][0-9a-f]{2}(?:[-:][0-9a-f]{2}){7})/gi,
  },
  { kind: 'serial', pattern: /\bVMware-(?:[0-9a-f]{2}[ -]){8,}[0-9a-f]{2}(?:[ -][0-9a-f]{2})*/gi },
  { kind: 'mac', pattern: /(?<![0-9a-f][-:]|[\w])[0-9a-f]{2}(?:[:-][0-9a-f]{2}){5}(?![:-]?[0-9a-f])/gi },
  { kind: 'mac', pattern: /\bfe80:(?::|(?:0{1,4}:){3})[0-9a-f]{1,4}:[0-9a-f]{0,2}ff:fe[0-9a-f]{2}:[0-9a-f]{1,4}\b/gi },
  {
    kind: 'serial',
    pattern:
      /(?<before>\b(?:serial(?:[ _-]?(?:number|no|num))?\.?|asset[ _-]?tag|service[ _-]?tag|board[ _-]id)["']?[^\S\n]*[:=][^\S\n]*["']?|<(?:\w+_)?serial(?:_number)?>\s*)(?<it>[^\s"<,;][^\n"<,;]*?)(?=\s*(?:["<,;\n]|$))/gi,
    keep: (found) =>
      /^(n\/?a\b|\[?n\/a|unknown|none|not |no |default|to be filled|0x?0*$|7783-7084-3265-9085-8269-3286-77$|system|console|8250|\d{1,3}$)/i.test(
        found,
      ),
    learns: true,
  },
  {
    kind: 'id',
    pattern: /(?<![0-9a-z])[0-9a-f]{32}(?![0-9a-z])/g,
    keep: (found) => /^(.)\1+$/.test(found),
    learns: true,
  },
  // A line of a PEM block that began before the text does.
  { kind: 'blob', pattern: /^[A-Za-z0-9+/]{60,76}={0,2}$/gm, keep: (found) => !isMixed(found) },
  // Base64 of 200 characters and more is no sentence: key material, a signature, a payload.
  { kind: 'blob', pattern: /[A-Za-z0-9+/_-]{200,}={0,2}/g, keep: (found) => !isMixed(found) },
];
