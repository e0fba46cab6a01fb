import { valueOf, type Fact } from '../../../domain/fact.ts';
import type { Message } from '../../../domain/message.ts';
import type { InstalledDrivers } from '../../../probes/installed-drivers.ts';
import type { Os } from '../../../probes/os.ts';
import type { PackageList } from '../../../probes/package-list.ts';
import { say } from '../../../words/say.ts';
import { seen } from '../../evidence.ts';
import { PACKAGE_COMMANDS } from '../../package-tools.ts';
import { defineRule, healthy, notApplicable, problem } from '../../rule.ts';

/** Meta packages of NVIDIA's CUDA repository that pull the public driver: `cuda`, `cuda-12-4`, `cuda-runtime-12-4`, `cuda-drivers…`. */
const PULLS_DRIVER = /^cuda(?:-\d+-\d+)?$|^cuda-runtime-\d+-\d+$|^cuda-drivers(?:-\d+)?$/;

const pulling = ({ packages }: PackageList): PackageList['packages'] =>
  packages.filter(({ name }) => PULLS_DRIVER.test(name));

const stillGrid = (installed: Fact<InstalledDrivers>): boolean =>
  valueOf(installed)?.some(({ kind }) => kind === 'grid') === true;

const KEPT_OUT = {
  apt: say('finding.cuda.package-replaces-driver.fix.2'),
  dnf: say('finding.cuda.package-replaces-driver.fix.dnf'),
  zypper: say('finding.cuda.package-replaces-driver.fix.zypper'),
} as const;

/** In the words of the guest's own package manager; where the system does not say which it is, the list of packages does. */
function stepsFor(
  os: Fact<Os>,
  manager: PackageList['manager'],
  found: PackageList['packages'],
): readonly Message[] {
  const said = valueOf(os)?.packageManager ?? 'none';
  const own = said !== 'none' ? said : manager === 'dpkg' ? 'apt' : 'dnf';
  return [
    say('finding.cuda.package-replaces-driver.fix.1', {
      ...PACKAGE_COMMANDS[own],
      names: found.map(({ name }) => name).join(' '),
    }),
    KEPT_OUT[own],
    say('finding.fix.plan-and-apply'),
  ];
}

export const cudaPackageReplacesDriver = defineRule({
  id: 'cuda.package-replaces-driver',
  needs: ['displays', 'packageList'],
  wants: ['installedDrivers', 'os'],
  judge({ packageList, installedDrivers, os }, { gpus }) {
    if (!gpus.some(({ mode }) => mode === 'vgpu')) return notApplicable('no vGPU');
    const found = pulling(packageList);
    const [first] = found;
    if (first === undefined) return healthy;
    return problem({
      severity: 'error',
      detail: stillGrid(installedDrivers)
        ? say('finding.cuda.package-replaces-driver.detail.soon', { name: first.name })
        : say('finding.cuda.package-replaces-driver.detail', { name: first.name }),
      evidence: found.slice(0, 5).map(({ name, version }) => seen(packageList.manager, `${name} ${version}`)),
      fix: {
        by: 'guest',
        steps: stepsFor(os, packageList.manager, found),
      },
    });
  },
});
