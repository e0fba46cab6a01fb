import { spawnSync } from 'node:child_process';

const DEBIAN: Readonly<Record<string, string>> = { 'ansible-playbook': 'ansible-core', ssh: 'openssh-client', packer: 'packer', xorriso: 'xorriso', 'cloud-init': 'cloud-init' };

/** Why what needs these programs cannot run here; null: all are there. */
export function absent(...programs: readonly string[]): string | null {
  const missing = programs.filter(name => spawnSync('sh', ['-c', `command -v ${name}`]).status !== 0);
  return missing.length === 0 ? null : `it needs ${missing.join(', ')} (Debian: apt-get install --no-install-recommends ${missing.map(name => DEBIAN[name] ?? name).join(' ')})`;
}
