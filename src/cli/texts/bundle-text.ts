import type { RunDocument } from '../../contract/documents/run.ts';
import type { BundleManifest } from '../../domain/bundle.ts';
import type { Made } from '../../engine/bundle/make-bundle.ts';
import { visible } from '../../report/visible.ts';
import { wrapped } from '../../report/wrapped.ts';
import { say, type Said } from '../../words/say.ts';
import type { Call } from '../call.ts';
import { indented } from '../layout.ts';
import { label, sheet, type Row } from './sheet.ts';

const MIB = 1024 * 1024;
const mib = (bytes: number): number => Math.ceil(bytes / MIB);
const nameOf = (file: string): string => visible(file.slice(file.lastIndexOf('/') + 1));

const mediaSaid = ({ picked: { taken } }: Made): Said =>
  say('bundle.media', { count: taken.length, mib: mib(taken.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0)) });
const packagesSaid = ({ plan }: Made): Said => say('bundle.packages', { count: plan.count, mib: mib(plan.sizeBytes) });

const programSaid = ({ manifest }: Made): Said | null =>
  manifest === null
    ? null
    : manifest.node === null
      ? say('bundle.program-alone')
      : say('bundle.program', { node: manifest.node });

/** What was done, as the steps of `gpu-guest/run@1`. */
export function bundleSteps(made: Made, { translate }: Call): RunDocument['steps'] {
  const outcome = made.manifest === null ? 'not-reached' : 'done';
  const program = programSaid(made) ?? say('bundle.program-later');
  return [
    { id: 'bundle.media', outcome, message: translate(mediaSaid(made)) },
    { id: 'bundle.packages', outcome, message: translate(packagesSaid(made)) },
    { id: 'bundle.program', outcome, message: translate(program) },
    { id: 'bundle.checksums', outcome, message: translate(say('bundle.checksums', { mib: mib(made.sizeBytes) })) },
  ];
}

function warnings({ manifest, picked }: Made): readonly Said[] {
  return [
    ...(manifest?.holdsToken === true ? [say('bundle.holds-token')] : []),
    ...(manifest?.node === null ? [say('bundle.node-needed')] : []),
    ...(picked.taken.some(({ what }) => what === 'driver') ? [] : [say('bundle.distribution-driver')]),
  ];
}

function rowsOf(made: Made, call: Call): readonly Row[] {
  const { translate } = call;
  const { picked, plan } = made;
  const media = picked.taken.map(({ file }) => nameOf(file)).join(', ');
  const drivers = plan.drivers.map(({ packages, version }) => `${packages.join(' ')} (${version})`).join(', ');
  const left = picked.left.map(({ file, why }) => `${nameOf(file)}: ${translate(why)}`);
  return [
    [label(call, 'bundle.row.media'), media === '' ? translate(say('bundle.none')) : media],
    ...left.map((text): Row => [label(call, 'bundle.row.left'), text]),
    [label(call, 'bundle.row.packages'), translate(packagesSaid(made))],
    ...(drivers === '' ? [] : [[label(call, 'bundle.row.drivers'), drivers] as const]),
    [label(call, 'bundle.row.size'), `${String(mib(made.sizeBytes))} MiB`],
  ];
}

const commandOf = ({ profile }: Pick<BundleManifest, 'profile'>): string =>
  `sudo ./gpu-guest apply --media .${profile === null ? '' : ` --profile ${profile.file}`}`;

export function bundleText(made: Made, path: string, call: Call): string {
  const { translate, terminal } = call;
  const paragraph = (said: Said) => `${indented(translate(said), 0, terminal.columns)}\n`;
  const { manifest } = made;
  const ending =
    manifest === null
      ? paragraph(say('bundle.dry-run', { path }))
      : `${paragraph(say('bundle.done', { path }))}\n    ${terminal.paint('bold', commandOf(manifest))}\n`;
  return `${sheet(rowsOf(made, call), call)}\n${warnings(made).map((said) => `${paragraph(said)}\n`).join('')}${ending}`;
}

const WIDTH = 90;

/** `README.txt` of a bundle: for whoever finds the folder. */
export function bundleReadMe(manifest: BundleManifest, { translate }: Call): string {
  const { release, arch, kernels, packages } = manifest;
  const said = [
    say('bundle.read-me', { release: release.name, arch, kernels: kernels.join(', '), packages: packages.list.length }),
    say('bundle.read-me-check'),
    say('bundle.read-me-run'),
  ];
  const text = said.map((one) => wrapped(translate(one), WIDTH).join('\n')).join('\n\n');
  return `${text}\n\n    sha256sum -c --quiet SHA256SUMS\n    ${commandOf(manifest)}\n`;
}
