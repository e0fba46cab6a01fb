/** Whether Windows itself takes a file for what its publisher signed: Authenticode, asked of PowerShell as numbers. */
import { Unobservable } from '../domain/fact.ts';
import type { Command, Observer } from '../domain/machine.ts';
import type { Integrity } from '../domain/media-item.ts';
import { ignoranceSaid } from '../words/ignorance.ts';
import { say } from '../words/say.ts';

/** The path comes by the environment: no quoting of a name that anybody may have given. */
const FILE = 'GPU_GUEST_FILE';
export const ASK_SIGNATURE: Command = [
  'powershell.exe',
  '-NoProfile',
  '-NonInteractive',
  '-Command',
  `$ProgressPreference='SilentlyContinue';$s=Get-AuthenticodeSignature -LiteralPath $env:${FILE};ConvertTo-Json -Compress -InputObject @{Status=[int]$s.Status;Signer=[string]$s.SignerCertificate.Subject}`,
];

/** Of hundreds of megabytes. */
const TIMEOUT_MS = 5 * 60_000;

/** Status: enumeration SignatureStatus (Microsoft Learn): 0 valid, 2 not signed, 3 hash mismatch; the others are of trust, which a guest without a network may lack. */
function verdict(status: number, signer: string): Integrity {
  const publisher = /(?:^|[,\s])O="?([^",=]+)/.exec(signer)?.[1]?.trim() ?? signer;
  if (status === 3) return { kind: 'broken', because: say('media.windows.hash-mismatch') };
  if (status === 2) return { kind: 'broken', because: say('media.windows.not-signed') };
  if (!/^NVIDIA\b/i.test(publisher)) return { kind: 'broken', because: say('media.windows.foreign-signer', { signer: publisher }) };
  return status === 0 ? { kind: 'intact' } : { kind: 'unchecked', because: say('media.windows.not-trusted', { status }) };
}

function answerIn(stdout: string): { readonly status: number; readonly signer: string } | null {
  const status = /"Status":\s*(\d+)/.exec(stdout)?.[1];
  if (status === undefined) return null;
  const signer = /"Signer":\s*("(?:[^"\\]|\\.)*")/.exec(stdout)?.[1] ?? '""';
  return { status: Number(status), signer: String(JSON.parse(signer)) };
}

/** `otherwise`: what is known of the file without Windows's word. */
export async function windowsSignature(machine: Observer, path: string, otherwise: Integrity): Promise<Integrity> {
  if (machine.platform !== 'windows') return otherwise;
  try {
    const { stdout } = await machine.run(ASK_SIGNATURE, { timeoutMs: TIMEOUT_MS, env: { [FILE]: path } });
    const said = answerIn(stdout);
    return said ? verdict(said.status, said.signer) : otherwise;
  } catch (error) {
    if (!(error instanceof Unobservable)) throw error;
    return { kind: 'unchecked', because: say('media.windows.signature-unread', { why: ignoranceSaid(error.ignorance) }) };
  }
}
