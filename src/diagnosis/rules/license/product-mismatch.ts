import { productOfFeatureType, productsOf } from '../../../catalog/licence-products.ts';
import { valueOf, type Fact } from '../../../domain/fact.ts';
import type { Gpu, VgpuSeries } from '../../../domain/gpu.ts';
import { coversProduct } from '../../../domain/licence-product.ts';
import type { GriddConfig } from '../../../probes/gridd-config.ts';
import { say } from '../../../words/say.ts';
import { licenceLines, seen } from '../../evidence.ts';
import { licencesOf } from '../../licence-state.ts';
import { defineRule, healthy, healthyIfKnown, notApplicable, problem } from '../../rule.ts';

const SERIES: readonly VgpuSeries[] = ['Q', 'C', 'B', 'A', 'gaming'];

/** Products that this use accepts; [] where nothing is asked, or nothing is known. */
function accepted(gpus: readonly Gpu[], config: Fact<GriddConfig>): readonly string[] {
  const series = gpus.map(({ vgpu }) => vgpu?.series ?? null).find((one) => one !== null);
  if (series !== undefined) return productsOf(series);
  const type = valueOf(config)?.featureType;
  const asked = type === 2 || type === 4 ? productOfFeatureType(type) : null;
  return asked !== null && gpus.some(({ mode }) => mode === 'passthrough') ? [asked] : [];
}

/** A name that no list has proves nothing. */
const isListed = (product: string): boolean =>
  SERIES.some((series) => productsOf(series).some((one) => coversProduct(product, one)));

export const licenseProductMismatch = defineRule({
  id: 'license.product-mismatch',
  needs: ['nvidiaSmi'],
  wants: ['griddConfig'],
  judge({ nvidiaSmi, griddConfig }, { gpus }) {
    const smi = { known: true, value: nvidiaSmi } as const;
    const licensed = licencesOf(smi).filter(({ state }) => state === 'licensed');
    if (licensed.length === 0) return notApplicable('not licensed');
    const products = accepted(gpus, griddConfig);
    if (products.length === 0) return healthyIfKnown({ griddConfig });
    const other = licensed
      .map(({ product }) => product)
      .find((product) => product !== null && isListed(product) && !products.some((one) => coversProduct(product, one)));
    if (other === undefined || other === null) return healthy;
    return problem({
      severity: 'error',
      detail: say('finding.license.product-mismatch.detail', { found: other, wanted: products[0] ?? '?' }),
      evidence: [seen('nvidia-smi -q', `Product Name : ${other}`), ...licenceLines(nvidiaSmi)],
      fix: {
        by: 'host-admin',
        steps: [
          say('finding.license.product-mismatch.fix.1', { wanted: products[0] ?? '?' }),
          say('finding.license.product-mismatch.fix.2'),
        ],
      },
    });
  },
});
