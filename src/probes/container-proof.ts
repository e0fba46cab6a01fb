import { CONTAINER_PROOF } from '../domain/places.ts';
import type { RuntimeName } from '../domain/profile.ts';
import { defineProbe } from './probe.ts';

/** With which driver, toolkit and configuration a container has listed the GPUs, as the step that tried it has noted. */
export type ContainerProof = Readonly<
  Partial<Record<RuntimeName, { readonly driver: string; readonly toolkit: string; readonly image: string; readonly mig?: readonly string[] }>>
>;

/** What cannot be read counts as no proof: it is made anew. */
export function readProof(text: string | undefined): ContainerProof {
  try {
    const value: unknown = JSON.parse(text ?? '{}');
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
  } catch {
    return {};
  }
}

export const containerProof = defineProbe({
  key: 'containerProof',
  question: 'Has a container listed the GPUs?',
  observe: { linux: async (machine): Promise<ContainerProof> => readProof(await machine.read(CONTAINER_PROOF)) },
});
