// Writes what is generated from the code: JSON Schemas, shell completions, the man page. Run through generate.mjs.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import * as z from 'zod';
import { bashCompletion, fishCompletion, zshCompletion } from '../../src/cli/completions.ts';
import { manPage } from '../../src/cli/man-page.ts';
import { BundleDocument } from '../../src/contract/documents/bundle.ts';
import { Capture, CaptureCommands } from '../../src/contract/documents/capture.ts';
import { CatalogGpu } from '../../src/contract/documents/catalog-gpu.ts';
import { Detection } from '../../src/contract/documents/detection.ts';
import { Diagnoses } from '../../src/contract/documents/diagnoses.ts';
import { Diagnosis } from '../../src/contract/documents/diagnosis.ts';
import { LicenseDocument } from '../../src/contract/documents/license.ts';
import { MediaDocument, TokenDocument } from '../../src/contract/documents/media.ts';
import { PlanDocument } from '../../src/contract/documents/plan.ts';
import { ProfileCheck, ProfileInit } from '../../src/contract/documents/profile.ts';
import { EventLine, FaultDocument, RunDocument, RunsDocument, SimulationsDocument } from '../../src/contract/documents/run.ts';
import { ServeDocument } from '../../src/contract/documents/serve.ts';
import { Verification } from '../../src/contract/documents/verification.ts';
import { VersionDocument } from '../../src/contract/documents/version.ts';
import { profileJsonSchema } from '../../src/planning/profile-json-schema.ts';
import { en } from '../../src/words/en/index.ts';

const SCHEMAS = {
  'detection@1': Detection,
  'diagnosis@1': Diagnosis,
  'diagnoses@1': Diagnoses,
  'license@1': LicenseDocument,
  'media@1': MediaDocument,
  'token@1': TokenDocument,
  'plan@1': PlanDocument,
  'verification@1': Verification,
  'run@1': RunDocument,
  'runs@1': RunsDocument,
  'simulations@1': SimulationsDocument,
  'catalog-gpu@1': CatalogGpu,
  'capture@1': Capture,
  'capture-commands@1': CaptureCommands,
  'fault@1': FaultDocument,
  'event@1': EventLine,
  'serve@1': ServeDocument,
  'version@1': VersionDocument,
  'profile-check@1': ProfileCheck,
  'profile-init@1': ProfileInit,
  'bundle@1': BundleDocument,
};

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
const words: Readonly<Record<string, string>> = en;
const text = (key: string): string => words[key] ?? key;

const write = (folder: string, name: string, content: string): void => {
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/${name}`, content);
};

for (const [name, schema] of Object.entries(SCHEMAS)) {
  // Fields may be added to a document: what a reader does not know must not fail its check.
  const json = z.toJSONSchema(schema, { io: 'input' });
  write('resources/schemas', `${name}.json`, `${JSON.stringify({ $id: `gpu-guest/${name}`, ...json }, null, 2)}\n`);
}
// For editors: what a profile says, in English; `gpu-guest profile schema` says it in the user's language.
const profile = profileJsonSchema(({ key }) => text(key));
write('resources/schemas', 'profile@1.json', `${JSON.stringify(profile, null, 2)}\n`);
write('resources/completions', 'gpu-guest.bash', bashCompletion());
write('resources/completions', '_gpu-guest', zshCompletion(text));
write('resources/completions', 'gpu-guest.fish', fishCompletion(text));
write('resources/man', 'gpu-guest.1', manPage(text, version));
