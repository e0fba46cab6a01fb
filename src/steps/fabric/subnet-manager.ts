/** The NVLink Subnet Manager, which the fabric manager starts beside itself where the NVSwitches are of the fourth generation. */
import { run, writeFile } from '../../domain/act.ts';
import type { Action } from '../../domain/action.ts';
import type { ToolkitFile } from '../../domain/choice.ts';
import type { Message } from '../../domain/message.ts';
import { SUBNET_MODULE } from '../../domain/places.ts';
import type { Os } from '../../probes/os.ts';
import type { SubnetManager } from '../../probes/subnet-manager.ts';
import { say } from '../../words/say.ts';
import { usableFile } from '../media-file.ts';
import { because, bundleIndex, installPackages, refreshIndex } from '../package-commands.ts';
import { holds } from '../../choice/offline.ts';
import type { Task } from '../step.ts';

const MODULE = 'ib_umad';

/** Everything that its NVSwitches need besides the fabric manager is there; true where there are none such. */
export const isSubnetReady = ({ bridges, installed, umad }: SubnetManager): boolean => bridges.length === 0 || (installed && umad);

type Manager = Os['packageManager'];

/** As others must stay where they are. */
const keeping = (manager: Manager): readonly string[] => (manager === 'apt' ? ['--no-remove'] : []);

function fromMedia(manager: Manager, file: ToolkitFile, bundle: Task['bundle']): readonly Action[] | null {
  const { path, actions } = usableFile(file, `.${file.format}`);
  const add = installPackages(manager, { names: [path], local: true, extra: keeping(manager), bundle });
  return add && [...actions, ...bundleIndex(manager, bundle), add];
}

function fromRepository(manager: Manager, bundle: Task['bundle']): readonly Action[] | null {
  const add = installPackages(manager, { names: ['nvlsm'], extra: keeping(manager), bundle });
  return add && [...refreshIndex(manager, bundle), add];
}

/** Why no repository can give it; null: one can. */
function withoutRepository({ offered }: SubnetManager, { bundle, profile }: Task): Message | null {
  if (profile.multiGpu.fabricManager === 'media') return say('step.fabric.install.no-subnet-manager');
  if (bundle) return holds(bundle, 'nvlsm') ? null : say('offline.lacking', { names: 'nvlsm', folder: bundle.folder });
  return offered ? null : say('step.fabric.install.no-subnet-manager');
}

function packageActions(manager: Manager, there: SubnetManager, task: Task): readonly Action[] | Message {
  const { fabric } = task.choice;
  const file = fabric.kind === 'not-wanted' ? undefined : fabric.subnet;
  const noManager = say('step.fabric.install.no-manager');
  if (file) return fromMedia(manager, file, task.bundle) ?? noManager;
  return withoutRepository(there, task) ?? fromRepository(manager, task.bundle) ?? noManager;
}

/** Before the fabric manager is started; a message: it cannot be had. */
export function subnetActions(manager: Manager, there: SubnetManager, task: Task): readonly Action[] | Message {
  if (isSubnetReady(there)) return [];
  const packages = there.installed ? [] : packageActions(manager, there, task);
  if (!('length' in packages)) return packages;
  const load = there.umad
    ? []
    : [writeFile(SUBNET_MODULE, `${MODULE}\n`), run(['modprobe', MODULE], { undo: because('step.undo.module'), timeoutMs: 60_000 })];
  return [...packages, ...load];
}
