import { valueOf, type Fact } from '../../../domain/fact.ts';
import type { InstalledDrivers } from '../../../probes/installed-drivers.ts';
import type { PackageList } from '../../../probes/package-list.ts';
import { say } from '../../../words/say.ts';
import { seen } from '../../evidence.ts';
import { defineRule, healthy, notApplicable, problem } from '../../rule.ts';

/** Meta packages of NVIDIA's CUDA repository that pull the public driver: `cuda`, `cuda-12-4`, `cuda-runtime-12-4`, `cuda-drivers…`. */
const PULLS_DRIVER = /^cuda(?:-\d+-\d+)?$|^cuda-runtime-\d+-\d+$|^cuda-drivers(?:-\d+)?$/;

const pulling = ({ packages }: PackageList): PackageList['packages'] =>
  packages.filter(({ name }) => PULLS_DRIVER.test(name));

const stillGrid = (installed: Fact<InstalledDrivers>): boolean =>
  valueOf(installed)?.some(({ kind }) => kind === 'grid') === true;

export const cudaPackageReplacesDriver = defineRule({
  id: 'cuda.package-replaces-driver',
  needs: ['displays', 'packageList'],
  wants: ['installedDrivers'],
  judge({ packageList, installedDrivers }, { gpus }) {
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
        steps: [
          say('finding.cuda.package-replaces-driver.fix.1', { names: found.map(({ name }) => name).join(' ') }),
          say('finding.cuda.package-replaces-driver.fix.2'),
          say('finding.fix.plan-and-apply'),
        ],
      },
    });
  },
});
