import type { Fact } from '../../domain/fact.ts';
import { coversProduct } from '../../domain/licence-product.ts';
import type { Message } from '../../domain/message.ts';
import type { NvidiaSmi, SmiGpu } from '../../probes/nvidia-smi.ts';
import { say } from '../../words/say.ts';
import { withKnown, type Aim, type Check } from './check.ts';

function foundOf({ licence }: SmiGpu): Message {
  if (licence === null) return say('check.licence.none');
  return say('check.licence', { state: say(`check.licence.state.${licence.state}`), product: licence.product ?? '?' });
}

function check(gpu: SmiGpu, index: number, product: string | null): Check {
  const { licence } = gpu;
  const fits = product === null || (licence?.product != null && coversProduct(licence.product, product));
  return {
    id: `license.${gpu.address ?? index}`,
    // "Licensed" for another product than the use needs is not enough.
    ok: licence?.state === 'licensed' && fits,
    expected: expectedOf(product),
    found: foundOf(gpu),
    evidence: licence?.text ?? null,
  };
}

const expectedOf = (product: string | null): Message =>
  say('check.licence', { state: say('check.licence.state.licensed'), product: product ?? '*' });

/** The state and the product of each GPU's licence. [] where none is needed. */
export function licenceChecks(
  { nvidiaSmi }: { readonly nvidiaSmi: Fact<NvidiaSmi> },
  { choice: { licence } }: Aim,
): readonly Check[] {
  if (licence.kind === 'not-required') return [];
  const expected = expectedOf(licence.product);
  return withKnown('license', nvidiaSmi, expected, (smi) => {
    if (smi.kind === 'answered' && smi.gpus.length > 0)
      return smi.gpus.map((gpu, index) => check(gpu, index, licence.product));
    return { id: 'license', ok: false, expected, found: say('check.licence.unseen'), evidence: null };
  });
}
