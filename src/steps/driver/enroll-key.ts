import { run, writeFile } from '../../domain/act.ts';
import type { Action } from '../../domain/action.ts';
import { known, valueOf, type Fact } from '../../domain/fact.ts';
import { SIGNING_CERTIFICATE, SIGNING_FOLDER, SIGNING_NAME, SIGNING_PASSWORD } from '../../domain/places.ts';
import type { Proposal } from '../../domain/plan.ts';
import type { Dkms } from '../../probes/dkms.ts';
import type { Kernel } from '../../probes/kernel.ts';
import type { MachineOwnerKey } from '../../probes/machine-owner-key.ts';
import type { NvidiaModule } from '../../probes/nvidia-module.ts';
import type { SecureBoot } from '../../probes/secure-boot.ts';
import { say } from '../../words/say.ts';
import { because } from '../package-commands.ts';
import { blocked, defineStep, done, notWanted } from '../step.ts';
import { isForImage } from '../image.ts';
import { noDriverWanted } from './chosen.ts';
import { signingActions } from './signing.ts';

const SCRIPT_PATH = `${SIGNING_FOLDER}/ask-for-enrolment.sh`;

/**
 * The password is made on the guest, by the guest: it is in no plan, no argument list and no journal. It goes to mokutil by a
 * pipe, to a file that root alone can read, and to the screen. Digits only, as the firmware's screen has an American keyboard.
 */
const SCRIPT = `#!/bin/sh
# Written by GPU Guest Assistant: asks the firmware to enrol this guest's own key for kernel modules.
set -eu
umask 077
password=$(od -An -N4 -tu4 /dev/urandom | tr -d ' ')
printf '%s\\n' "$password" > ${SIGNING_PASSWORD}
printf '%s\\n%s\\n' "$password" "$password" | mokutil --import ${SIGNING_CERTIFICATE} > /dev/null
echo "One-time password for the next start (also in ${SIGNING_PASSWORD}): $password"
`;

/** A key that is only asked for is asked for no more; one that the firmware has stays there until somebody at the console deletes it. */
const WITHDRAW = ['sh', '-c', 'mokutil --revoke-import || true'] as const;

const request = (): readonly Action[] => [
  writeFile(SCRIPT_PATH, SCRIPT, 0o700),
  run(['sh', SCRIPT_PATH], {
    undo: { kind: 'restore', command: [...WITHDRAW], packages: false, paths: [SIGNING_PASSWORD] },
    timeoutMs: 60_000,
  }),
];

/** Signers whose keys the firmware or shim has from the distribution. */
const DISTRIBUTION_SIGNER = /Canonical|SUSE|openSUSE|Red Hat|Rocky|AlmaLinux|Fedora|Oracle|Debian Secure Boot/i;

type Signature = 'ours' | 'trusted' | 'other' | 'no-module';
function signatureFor(kernel: string, { files }: NvidiaModule): Signature {
  const signers = files.filter((file) => file.kernel === kernel).map(({ signer }) => signer ?? '');
  if (signers.length === 0) return 'no-module';
  if (signers.every((signer) => signer === SIGNING_NAME)) return 'ours';
  return signers.every((signer) => DISTRIBUTION_SIGNER.test(signer)) ? 'trusted' : 'other';
}

/** Builds them again: DKMS signs what it builds. */
const resign = (dkms: Fact<Dkms>, { nextBoot }: Kernel): readonly Action[] =>
  (valueOf(dkms) ?? [])
    .filter(({ module }) => module.startsWith('nvidia'))
    .filter(
      ({ module, version }, index, all) =>
        all.findIndex((one) => one.module === module && one.version === version) === index,
    )
    .flatMap(({ module, version }) =>
      (['build', 'install'] as const).map((verb) =>
        run(['dkms', verb, '--force', '-m', module, '-v', version, '-k', nextBoot], {
          undo: because('step.undo.signature'),
          timeoutMs: 3_600_000,
        }),
      ),
    );

type EnrolFacts = {
  readonly secureBoot: SecureBoot;
  readonly machineOwnerKey: MachineOwnerKey;
  readonly kernel: Kernel;
  readonly dkms: Fact<Dkms>;
};

function missing(signature: Signature, facts: EnrolFacts, installs: boolean): readonly Action[] {
  const enrolled = facts.machineOwnerKey.own?.enrolled;
  const signing = { secureBoot: known(facts.secureBoot), machineOwnerKey: known(facts.machineOwnerKey) };
  // The installation that is ahead makes the key itself, as it signs with it.
  const isUnsigned = !installs && (signature === 'other' || facts.machineOwnerKey.own === null);
  return [
    ...(isUnsigned ? [...signingActions(signing), ...resign(facts.dkms, facts.kernel)] : []),
    ...(enrolled === 'yes' || enrolled === 'pending' ? [] : request()),
  ];
}

function enrol(actions: readonly Action[], { own }: MachineOwnerKey): Proposal {
  if (actions.length > 0)
    return {
      kind: 'todo',
      because: say('step.driver.enroll-key.todo'),
      actions,
      warnings: [say('step.driver.enroll-key.console', { file: SIGNING_PASSWORD })],
    };
  return own?.enrolled === 'yes'
    ? done(say('step.driver.enroll-key.done'))
    : done(say('step.driver.enroll-key.pending', { file: SIGNING_PASSWORD }));
}

export const driverEnrollKey = defineStep({
  id: 'driver.enroll-key',
  on: ['linux'],
  cures: ['driver.module-signature-rejected'],
  needs: ['secureBoot', 'machineOwnerKey', 'nvidiaModule', 'kernel'],
  wants: ['dkms', 'tools'],
  undo: say('step.driver.enroll-key.undo'),
  // A key is enrolled with the firmware of the machine that boots, which is not in the image.
  unwanted: (task) => (isForImage(task) ? say('step.image.driver.enroll-key') : noDriverWanted(task)),
  propose(facts, task) {
    const { secureBoot, nvidiaModule, kernel } = facts;
    if (secureBoot !== 'on') return notWanted(say('step.driver.enroll-key.no-secure-boot'));
    const installs = task.ahead.has('driver.install');
    if (nvidiaModule.loaded && !installs) return done(say('step.driver.enroll-key.accepted'));
    const signature = installs ? 'ours' : signatureFor(kernel.nextBoot, nvidiaModule);
    if (signature === 'trusted') return done(say('step.driver.enroll-key.distribution'));
    if (signature === 'no-module') return blocked(say('step.driver.enroll-key.no-module', { kernel: kernel.nextBoot }));
    if (valueOf(facts.tools)?.['mokutil'] === null && !task.ahead.has('packages.prerequisites'))
      return blocked(say('step.driver.enroll-key.no-mokutil'));
    return enrol(missing(signature, facts, installs), facts.machineOwnerKey);
  },
});
