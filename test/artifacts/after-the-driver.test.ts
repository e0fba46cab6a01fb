/** What people paste when a GPU that has its driver still does no work. */
import { expect, test } from 'vitest';
import { observerOf } from '../../src/artifacts/index.ts';
import { defaultProfile } from '../../src/domain/profile.ts';
import { diagnose } from '../../src/engine/diagnose.ts';
import { judgingOf, survey } from '../../src/engine/survey.ts';

async function found(text: string) {
  const seen = await survey(observerOf([{ name: '-', bytes: new TextEncoder().encode(text) }]), defaultProfile, { skipMedia: true });
  return diagnose(seen.facts, seen.gpus, seen.now ?? '', judgingOf(seen)).findings;
}

const PYTORCH = 'RuntimeError: CUDA error: system not yet initialized (cudaErrorSystemNotReady)\n';
const fabric = (state: string): string =>
  `==============NVSMI LOG==============\nAttached GPUs                             : 1\nGPU 00000000:17:00.0\n    Product Name                          : NVIDIA H100 80GB HBM3\n    Fabric\n        State                             : ${state}\n        Status                            : Success\n`;

test.each([
  ['error 802 of a CUDA program', PYTORCH, 'finding.fabric.not-running.detail.said'],
  ['error 802 beside GPUs that wait', `${fabric('In Progress')}${PYTORCH}`, 'finding.fabric.not-running.detail'],
])('%s is the fabric manager', async (_, text, key) => {
  expect(await found(text)).toMatchObject([{ id: 'fabric.not-running', severity: 'error', detail: { key } }]);
});

test('error 802 from before the GPUs were registered is over', async () => {
  expect(await found(`${PYTORCH}${fabric('Completed')}`)).toEqual([]);
});

const NO_LIBRARY =
  "stderr: Auto-detected mode as 'legacy'\nnvidia-container-cli: initialization error: load library failed: libnvidia-ml.so.1: cannot open shared object file: no such file or directory: unknown.\n";

test('a container toolkit that finds no library of the driver says that the guest has no driver', async () => {
  expect(await found(NO_LIBRARY)).toMatchObject([{ id: 'driver.missing', evidence: [{ source: 'container' }] }]);
});

test('and nothing of the kind where the text shows a driver', async () => {
  const installed = `${NO_LIBRARY}ii  nvidia-driver  535.261.03-1~deb12u1  amd64  NVIDIA metapackage\n`;
  expect((await found(installed)).map(({ id }) => id)).not.toContain('driver.missing');
});

test.each([
  ['the loader', 'ImportError: libcudnn.so.9: cannot open shared object file: No such file or directory\n', 'cuDNN'],
  ['cuDNN 8 of a part of its own', 'Could not load library libcudnn_cnn_infer.so.8. Error: libnvrtc.so: cannot open shared object file\n', 'cuDNN'],
  ['PyTorch', 'OSError: libnccl.so.2: cannot open shared object file: No such file or directory\n', 'NCCL'],
])('%s misses a library, which is no word of the driver', async (_, text, library) => {
  expect(await found(text)).toMatchObject([{ id: 'libraries.not-loading', severity: 'warning', detail: { values: { library } } }]);
});
