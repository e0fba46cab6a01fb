import { architecture } from '../catalog/architectures.ts';
import { vgpuModules } from '../catalog/catalog-gpu.ts';
import { gpuById, type ModuleSupport } from '../catalog/gpus.ts';
import type { Message } from '../domain/message.ts';
import type { ModuleFlavour, Profile } from '../domain/profile.ts';
import { say } from '../words/say.ts';
import type { Face } from './demand.ts';
import { gpuName } from './presentation.ts';

/** NVIDIA recommends the open modules from this branch on where a card can have both (deprecation schedule, R560). */
const OPEN_FROM = 560;

const FLAVOURS: readonly ModuleFlavour[] = ['open', 'proprietary'];

/**
 * Which kernel modules drive this GPU: for a vGPU by its architecture (Turing and Ampere need the proprietary ones, although
 * the whole card takes both), for a card by the support lists. A board that needs the open modules needs them as a vGPU too.
 */
function modulesFor({ kind, gpu }: Face): ModuleSupport {
  const card = gpuById(gpu.deviceId ?? '');
  if (card) return kind === 'vgpu' ? vgpuModules(card) : card.modules;
  const known = architecture(gpu.architecture ?? '');
  if (known === undefined) return 'both';
  return kind === 'vgpu' ? (known.vgpu ?? 'proprietary') : known.passthrough;
}

export type FlavourRule =
  | { readonly kind: 'possible'; readonly allowed: readonly ModuleFlavour[]; readonly preferred: ModuleFlavour }
  | { readonly kind: 'impossible'; readonly why: Message };

/** The module flavours that serve all GPUs under a branch, and the one to prefer; impossible where they part, or the profile asks for another. */
export function flavourRule(
  faces: readonly Face[],
  branch: number,
  wished: Profile['driver']['kernelModule'],
): FlavourRule {
  const allowed = FLAVOURS.filter((flavour) => faces.every((face) => takes(face, flavour)));
  const [only] = allowed;
  if (only === undefined) return { kind: 'impossible', why: partWords(faces) };
  if (wished !== 'auto' && !allowed.includes(wished)) return { kind: 'impossible', why: refusal(faces, wished) };
  if (wished !== 'auto') return { kind: 'possible', allowed: [wished], preferred: wished };
  const usual: ModuleFlavour = branch >= OPEN_FROM && !faces.some(awaitsVgpu) ? 'open' : 'proprietary';
  return { kind: 'possible', allowed, preferred: allowed.includes(usual) ? usual : only };
}

/** Of NVIDIA's vGPU types more take the proprietary modules than the open ones, those of Turing and Ampere nothing else. */
const awaitsVgpu = (face: Face): boolean => face.kind === 'awaited' && face.driver === 'grid';

const takes = (face: Face, flavour: ModuleFlavour): boolean => {
  const modules = modulesFor(face);
  return modules === 'both' || modules === flavour;
};

const refuser = (faces: readonly Face[], flavour: ModuleFlavour): string => {
  const face = faces.find((one) => !takes(one, flavour));
  return face ? gpuName(face.gpu) : '';
};

const partWords = (faces: readonly Face[]): Message =>
  say('choice.module.part', { open: refuser(faces, 'proprietary'), proprietary: refuser(faces, 'open') });

const refusal = (faces: readonly Face[], wished: ModuleFlavour): Message =>
  wished === 'open'
    ? say('choice.module.no-open', { gpu: refuser(faces, 'open') })
    : say('choice.module.no-proprietary', { gpu: refuser(faces, 'proprietary') });
