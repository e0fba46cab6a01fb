import { valueOf, type Fact } from '../../../domain/fact.ts';
import type { Message } from '../../../domain/message.ts';
import type { InstalledDrivers } from '../../../probes/installed-drivers.ts';
import type { Os } from '../../../probes/os.ts';
import type { PackageList } from '../../../probes/package-list.ts';
import type { ToldPackages } from '../../../probes/told-packages.ts';
import { say } from '../../../words/say.ts';
import { seen } from '../../evidence.ts';
import { PACKAGE_COMMANDS } from '../../package-tools.ts';
import { defineRule, healthyIfKnown, notApplicable, problem } from '../../rule.ts';

/** Meta packages of NVIDIA's CUDA repository that pull the public driver: `cuda`, `cuda-12-4`, `cuda-runtime-12-4`, `cuda-drivers…`; on SUSE `cuda-cloud-opengpu`. */
const PULLS_DRIVER = /^cuda(?:-\d+-\d+)?$|^cuda-runtime-\d+-\d+$|^cuda-drivers(?:-\d+)?$|^cuda-cloud-opengpu$/;

/** Packages as they are named to a person; `source`: whose list or whose words. */
type Pulling = { readonly name: string; readonly source: string; readonly text: string };

function pulling(list: Fact<PackageList>, told: Fact<ToldPackages>): readonly Pulling[] {
  const whole = valueOf(list);
  const all: readonly Pulling[] = whole
    ? whole.packages.map(({ name, version }) => ({ name, source: whole.manager, text: `${name} ${version}` }))
    : (valueOf(told) ?? []).flatMap(({ change, name, text }) =>
        change === 'removed' ? [] : [{ name, source: 'packages', text }],
      );
  const found = all.filter(({ name }) => PULLS_DRIVER.test(name));
  return found.filter(({ name }, at) => found.findIndex((one) => one.name === name) === at);
}

/** NVIDIA's own package of the GRID driver had to make room. */
const gridRemoved = (told: Fact<ToldPackages>): boolean =>
  (valueOf(told) ?? []).some(({ change, name }) => change === 'removed' && /^nvidia-linux-grid-/i.test(name));

const stillGrid = (installed: Fact<InstalledDrivers>): boolean =>
  valueOf(installed)?.some(({ kind }) => kind === 'grid') === true;

const KEPT_OUT = {
  apt: say('finding.cuda.package-replaces-driver.fix.2'),
  dnf: say('finding.cuda.package-replaces-driver.fix.dnf'),
  zypper: say('finding.cuda.package-replaces-driver.fix.zypper'),
} as const;

/** `12.4.1-1.x86_64`, `550.54.15-1.el9`: Debian's versions have neither. */
const isRpm = ({ text }: Pulling): boolean =>
  /\.(?:el|fc|amzn)\d|\.(?:x86_64|noarch)\b|\s(?:x86_64|noarch)\s/.test(text);

/** In the words of the guest's own package manager; where the system does not say which it is, the list of packages does. */
function stepsFor(os: Fact<Os>, list: Fact<PackageList>, found: readonly Pulling[]): readonly Message[] {
  const said = valueOf(os)?.packageManager ?? 'none';
  const own =
    said !== 'none'
      ? said
      : found.some(({ text }) => text.includes('going to be'))
        ? 'zypper'
        : valueOf(list)?.manager === 'rpm' || found.some(isRpm)
          ? 'dnf'
          : 'apt';
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
  needs: [],
  wants: ['displays', 'installedDrivers', 'nvidiaSmi', 'os', 'packageList', 'toldPackages'],
  judge({ displays, installedDrivers, nvidiaSmi, os, packageList, toldPackages }, { gpus }) {
    if (gpus.length > 0 && !gpus.some(({ mode }) => mode === 'vgpu' || mode === 'unknown'))
      return notApplicable('no vGPU');
    if (!gpus.some(({ mode }) => mode === 'vgpu') && !gridRemoved(toldPackages))
      return gpus.length > 0 && toldPackages.known
        ? notApplicable('no vGPU')
        : healthyIfKnown({ displays, nvidiaSmi, toldPackages });
    const found = pulling(packageList, toldPackages);
    const [first] = found;
    if (first === undefined) return healthyIfKnown({ packageList, toldPackages });
    return problem({
      severity: 'error',
      detail: stillGrid(installedDrivers)
        ? say('finding.cuda.package-replaces-driver.detail.soon', { name: first.name })
        : say('finding.cuda.package-replaces-driver.detail', { name: first.name }),
      evidence: found.slice(0, 5).map(({ source, text }) => seen(source, text)),
      fix: {
        by: 'guest',
        steps: stepsFor(os, packageList, found),
      },
    });
  },
});
