import { nothingToUndo, run, undoPaths, writeFile } from '../../domain/act.ts';
import type { Action } from '../../domain/action.ts';
import type { Fact } from '../../domain/fact.ts';
import { valueOf } from '../../domain/fact.ts';
import { SIGNING_CERTIFICATE, SIGNING_FOLDER, SIGNING_KEY, SIGNING_NAME } from '../../domain/places.ts';
import type { MachineOwnerKey } from '../../probes/machine-owner-key.ts';
import type { SecureBoot } from '../../probes/secure-boot.ts';
import type { WordKey } from '../../words/say.ts';

const KEY_GONE_WITH_FOLDER = 'step.undo.with-folder' satisfies WordKey;

/** DKMS 3 reads every file here; it then signs what it builds, at each kernel upgrade too. */
const DKMS_SIGNING = '/etc/dkms/framework.conf.d/gpu-guest-signing.conf';

const DKMS_CONFIGURATION = `# Written by GPU Guest Assistant: Secure Boot is on, so modules are signed with this guest's own key.
mok_signing_key="${SIGNING_KEY}"
mok_certificate="${SIGNING_CERTIFICATE}"
`;

/** A key pair that stays on this guest. 1.3.6.1.4.1.2312.16.1.2: for signing kernel modules only (shim). */
const keyPair = (): readonly Action[] => [
  run(['install', '-d', '-m', '0700', SIGNING_FOLDER], { undo: undoPaths(SIGNING_FOLDER), timeoutMs: 10_000 }),
  run(
    [
      'openssl',
      'req',
      '-new',
      '-x509',
      '-newkey',
      'rsa:2048',
      '-nodes',
      '-sha256',
      '-days',
      '36500',
      '-subj',
      `/CN=${SIGNING_NAME}/`,
      '-addext',
      'extendedKeyUsage=codeSigning,1.3.6.1.4.1.2312.16.1.2',
      '-keyout',
      SIGNING_KEY,
      '-outform',
      'DER',
      '-out',
      SIGNING_CERTIFICATE,
    ],
    { undo: nothingToUndo(KEY_GONE_WITH_FOLDER), timeoutMs: 60_000 },
  ),
  run(['chmod', '0600', SIGNING_KEY], { undo: nothingToUndo(KEY_GONE_WITH_FOLDER), timeoutMs: 10_000 }),
];

export type SigningFacts = {
  readonly secureBoot: Fact<SecureBoot>;
  readonly machineOwnerKey: Fact<MachineOwnerKey>;
};

export const isSecureBootOn = ({ secureBoot }: SigningFacts): boolean => valueOf(secureBoot) === 'on';

/**
 * What must stand before a module is built, so that it is signed when it is built. [] where nothing must. The configuration is
 * written although the key is there: a run may have been cut off between the two.
 */
export function signingActions(facts: SigningFacts): readonly Action[] {
  if (!isSecureBootOn(facts) || !facts.machineOwnerKey.known) return [];
  const hasKey = facts.machineOwnerKey.value.own !== null;
  return [...(hasKey ? [] : keyPair()), writeFile(DKMS_SIGNING, DKMS_CONFIGURATION)];
}
