import { CUDA_COMMANDS, CUDA_LIBRARIES, CUDA_LINK, CUDA_PROFILE, ENVIRONMENT_FILE } from '../../../domain/places.ts';
import type { CudaToolkits } from '../../../probes/cuda-toolkits.ts';
import type { PathFiles } from '../../../probes/path-files.ts';
import { valueNamed } from '../../../probes/windows/registry-values.ts';
import { say } from '../../../words/say.ts';
import { goneFoldersIn } from '../../cuda-folder-gone.ts';
import { seen } from '../../evidence.ts';
import { goneEntries } from '../../windows-path-entries.ts';
import { defineRule, healthy, problem } from '../../rule.ts';

type Stale = {
  readonly source: string;
  readonly line: string;
  readonly folders: readonly string[];
  /** path.configure may change it: the PATH line, its own files, links by the names that it makes callers for. */
  readonly isOurs: boolean;
};

const isPathLine = (line: string): boolean => /^\s*(?:export\s+)?PATH\s*=/.test(line);

/** The lines of a file that name a CUDA folder which is gone. */
function staleLines(source: string, text: string | null, toolkits: CudaToolkits): readonly Stale[] {
  const lines = (text ?? '').split('\n').filter((line) => !line.trimStart().startsWith('#'));
  // pam_env goes by the last of several.
  const path = lines.findLast(isPathLine);
  return lines.flatMap((line): readonly Stale[] => {
    const folders = goneFoldersIn(line, toolkits);
    const isOurs = source !== ENVIRONMENT_FILE || line === path;
    return folders.length === 0 ? [] : [{ source, line: line.trim(), folders, isOurs }];
  });
}

const staleLinks = (links: PathFiles['links'], toolkits: CudaToolkits): readonly Stale[] =>
  Object.entries(links).flatMap(([name, target]): readonly Stale[] => {
    const folders = goneFoldersIn(target, toolkits);
    const isOurs = (CUDA_COMMANDS as readonly string[]).includes(name);
    return folders.length === 0 ? [] : [{ source: `/usr/local/bin/${name}`, line: target, folders, isOurs }];
  });

/** The PATH of somebody's shell: which file sets it is not said. */
function stalePath(path: string | undefined, toolkits: CudaToolkits): readonly Stale[] {
  // Where the unversioned link leads is not told.
  const folders = goneFoldersIn(path ?? '', toolkits).filter((folder) => folder !== CUDA_LINK);
  return folders.length === 0 ? [] : [{ source: 'PATH', line: path ?? '', folders, isOurs: false }];
}

/** The machine's PATH on Windows. */
function staleEntries({ registry = [] }: PathFiles, { toolkits }: CudaToolkits): readonly Stale[] {
  const path = valueNamed(registry, 'Path');
  const gone = path === undefined ? [] : goneEntries(path.data, toolkits.map((one) => one.path));
  return gone.length === 0 ? [] : [{ source: 'PATH', line: gone.join(';'), folders: gone, isOurs: true }];
}

const byHand = ({ source, folders }: Stale) =>
  source.startsWith('/usr/local/bin/')
    ? say('finding.path.stale.fix.link', { link: source })
    : say('finding.path.stale.fix.1', { file: source, folders: folders.join(', ') });

export const pathStale = defineRule({
  id: 'path.stale',
  needs: ['cudaToolkits', 'pathFiles'],
  judge({ cudaToolkits, pathFiles }) {
    const stale = [
      ...staleLines(ENVIRONMENT_FILE, pathFiles.environment, cudaToolkits),
      ...staleLines(CUDA_PROFILE, pathFiles.profileD, cudaToolkits),
      ...staleLines(CUDA_LIBRARIES, pathFiles.ldSoConfD, cudaToolkits),
      ...staleLinks(pathFiles.links, cudaToolkits),
      ...stalePath(pathFiles.shown, cudaToolkits),
      ...staleEntries(pathFiles, cudaToolkits),
    ];
    const [first] = stale;
    if (first === undefined) return healthy;
    // Without a toolkit there is nothing to which path.configure could lead.
    const isLed = pathFiles.registry === undefined ? cudaToolkits.current !== null : cudaToolkits.toolkits.length > 0;
    const ours = !isLed ? [] : stale.filter(({ isOurs }) => isOurs);
    const others = stale.filter((one) => !ours.includes(one));
    return problem({
      severity: 'warning',
      detail: say('finding.path.stale.detail', { file: first.source }),
      evidence: stale.map(({ source, line }) => seen(source, line)),
      fix: {
        by: 'guest',
        steps: [...(ours.length > 0 ? [say('finding.path.fix.apply')] : []), ...others.map(byHand)],
        ...(others.length > 0 && { byHand: true }),
      },
    });
  },
});
