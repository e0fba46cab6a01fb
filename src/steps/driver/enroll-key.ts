import { run, writeFile } from '../../domain/act.ts';
import type { Action } from '../../domain/action.ts';
import { valueOf, type Fact } from '../../domain/fact.ts';
import { SIGNING_CERTIFICATE, SIGNING_FOLDER, SIGNING_NAME, SIGNING_PASSWORD } from '../../domain/places.ts';
import type { Dkms } from '../../probes/dkms.ts';
import type { Kernel } from '../../probes/kernel.ts';
import type { MachineOwnerKey } from '../../probes/machine-owner-key.ts';
import type { NvidiaModule } from '../../probes/nvidia-module.ts';
import { say } from '../../words/say.ts';
import { because } from '../package-commands.ts';
import { blocked, defineStep, done, notWanted } from '../step.ts';
import { noDriverWanted } from './chosen.ts';
import { signingActions, type SigningFacts } from './signing.ts';

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

type EnrolFacts = SigningFacts & {
  readonly kernel: Kernel;
  readonly dkms: Fact<Dkms>;
  readonly machineOwnerKey: { readonly known: true; readonly value: MachineOwnerKey };
};

function missing(signature: Signature, facts: EnrolFacts, installs: boolean): readonly Action[] {
  const { own } = facts.machineOwnerKey.value;
  return [
    // The installation that is ahead makes the key itself, as it signs with it.
    ...(installs ? [] : signingActions(facts)),
    ...(!installs && signature === 'other' ? resign(facts.dkms, facts.kernel) : []),
    ...(own?.enrolled === 'yes' || own?.enrolled === 'pending' ? [] : request()),
  ];
}

export const driverEnrollKey = defineStep({
  id: 'driver.enroll-key',
  on: ['linux'],
  cures: [],
  needs: ['secureBoot', 'machineOwnerKey', 'nvidiaModule', 'kernel'],
  wants: ['dkms', 'tools'],
  undo: say('step.driver.enroll-key.undo'),
  unwanted: noDriverWanted,
  propose({ secureBoot, machineOwnerKey, nvidiaModule, kernel, dkms, tools }, task) {
    if (secureBoot !== 'on') return notWanted(say('step.driver.enroll-key.no-secure-boot'));
    const installs = task.ahead.has('driver.install');
    if (nvidiaModule.loaded && !installs) return done(say('step.driver.enroll-key.accepted'));
    const signature = installs ? 'ours' : signatureFor(kernel.nextBoot, nvidiaModule);
    if (signature === 'trusted') return done(say('step.driver.enroll-key.distribution'));
    if (signature === 'no-module') return blocked(say('step.driver.enroll-key.no-module', { kernel: kernel.nextBoot }));
    if (valueOf(tools)?.['mokutil'] === null && !task.ahead.has('packages.prerequisites'))
      return blocked(say('step.driver.enroll-key.no-mokutil'));

    const facts: EnrolFacts = {
      secureBoot: { known: true, value: secureBoot },
      machineOwnerKey: { known: true, value: machineOwnerKey },
      kernel,
      dkms,
    };
    const actions = missing(signature, facts, installs);
    if (actions.length === 0)
      return machineOwnerKey.own?.enrolled === 'yes'
        ? done(say('step.driver.enroll-key.done'))
        : done(say('step.driver.enroll-key.pending', { file: SIGNING_PASSWORD }));
    return {
      kind: 'todo',
      because: say('step.driver.enroll-key.todo'),
      actions,
      warnings: [say('step.driver.enroll-key.console', { file: SIGNING_PASSWORD })],
    };
  },
});
