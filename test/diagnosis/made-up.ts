/** Facts at hand for tests of rules. */
import type { FactValues } from '../../src/probes/facts.ts';
import { moduleOf } from '../steps/guests.ts';

export const driver = (
  version: string,
  kind: 'grid' | 'tesla',
  origin: 'deb' | 'runfile' = 'deb',
): FactValues['installedDrivers'][number] => ({ version, kind, origin, packages: [`nvidia-${kind}`] });
export const failed = (text: string): FactValues['nvidiaSmi'] => ({ kind: 'failed', exitCode: 9, text });
export const built = (...lines: string[]): FactValues['buildLog'] =>
  lines.map((text) => ({ source: 'make.log', text }));
export const notLoaded = moduleOf('535.261.03', { loaded: false });
export const GRIDD: FactValues['griddConfig'] = {
  text: null,
  template: null,
  featureType: null,
  serverAddress: null,
  ignoreSp: null,
  tokenFolder: '/etc/nvidia/ClientConfigToken',
  modifiedMs: null,
};

const toolkit = (version: string, nvcc = true): FactValues['cudaToolkits']['toolkits'][number] => ({
  path: `/usr/local/cuda-${version}`,
  version,
  nvcc,
  origin: 'runfile',
});
export const toolkits = (...versions: string[]): FactValues['cudaToolkits'] => ({
  toolkits: versions.map((version) => toolkit(version)),
  current: versions[0] === undefined ? null : `/usr/local/cuda-${versions[0]}`,
});
