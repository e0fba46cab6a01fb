import { Unobservable } from '../domain/fact.ts';
import type { Observer } from '../domain/machine.ts';
import { GRIDD_CONFIG, TOKEN_FOLDER } from '../domain/places.ts';
import { defineProbe } from './probe.ts';
import { askedText } from './windows/reg-query.ts';
import { typedValues, type TypedValue } from './windows/registry-values.ts';
import { asGriddConf, LICENSING_KEYS, WINDOWS_TOKEN_FOLDER } from './windows/registry.ts';

export type GriddConfig = {
  /** /etc/nvidia/gridd.conf as it is; null: not there. */
  readonly text: string | null;
  /** /etc/nvidia/gridd.conf.template; null: not there. */
  readonly template: string | null;
  /** Of the active lines. */
  readonly featureType: number | null;
  readonly serverAddress: string | null;
  readonly ignoreSp: boolean | null;
  readonly tokenFolder: string;
  readonly modifiedMs: number | null;
  /** Windows: the values of both GridLicensing keys; null: there is no such key. */
  readonly keys?: readonly { readonly key: string; readonly values: readonly TypedValue[] | null }[];
};

/** The value of an active line, without its quotes; of several the last. Null where there is none or it is empty. */
export function griddValue(text: string, key: string): string | null {
  const lines = [...text.matchAll(new RegExp(`^[ \\t]*${key}[ \\t]*=[ \\t]*([^\\r\\n]*)`, 'gim'))];
  const value = (lines.at(-1)?.[1] ?? '')
    .trim()
    .replace(/^(["'])(.*)\1$/, '$2')
    .trim();
  return value === '' ? null : value;
}

export const tokenFolderIn = (text: string | null): string =>
  (text === null ? null : griddValue(text, 'ClientConfigTokenPath'))?.replace(/(.)\/+$/, '$1') ?? TOKEN_FOLDER;

/** `1` and `TRUE` are what NVIDIA's files hold; a FeatureType that is no number is -1, which no driver knows. */
function parseGriddConf(text: string): Pick<GriddConfig, 'featureType' | 'serverAddress' | 'ignoreSp'> {
  const feature = griddValue(text, 'FeatureType');
  const ignoreSp = griddValue(text, 'IgnoreSP');
  return {
    featureType: feature === null ? null : /^\d+$/.test(feature) ? Number(feature) : -1,
    serverAddress: griddValue(text, 'ServerAddress'),
    ignoreSp: ignoreSp === null ? null : /^(true|1|yes)$/i.test(ignoreSp),
  };
}

async function unlessNotInSource<T>(ask: Promise<T>): Promise<T | undefined> {
  try {
    return await ask;
  } catch (error) {
    // A pasted gridd.conf says what is set; template and times matter to a live guest alone.
    if (error instanceof Unobservable && error.ignorance.kind === 'not-in-source') return undefined;
    throw error;
  }
}

async function observe(machine: Observer): Promise<GriddConfig> {
  const text = (await machine.read(GRIDD_CONFIG)) ?? null;
  const template = await unlessNotInSource(machine.read(`${GRIDD_CONFIG}.template`));
  const status = await unlessNotInSource(machine.status(GRIDD_CONFIG));
  return {
    text,
    template: template ?? null,
    ...parseGriddConf(text ?? ''),
    tokenFolder: tokenFolderIn(text),
    modifiedMs: status?.modifiedMs ?? null,
  };
}

const typedIn = (text: string | undefined): readonly TypedValue[] | null =>
  text === undefined ? null : typedValues(text);

/** On Windows the same keys are values in the registry; there is no template. */
async function fromRegistry(machine: Observer): Promise<GriddConfig> {
  const printed = await Promise.all(LICENSING_KEYS.map((key) => askedText(machine, key)));
  const found = printed.filter((one) => one !== undefined);
  const keys = LICENSING_KEYS.map((key, index) => ({ key, values: typedIn(printed[index]) }));
  const text = found.length === 0 ? null : asGriddConf(found.join('\n'));
  const tokenFolder = text === null ? null : griddValue(text, 'ClientConfigTokenPath');
  return {
    text,
    template: null,
    ...parseGriddConf(text ?? ''),
    tokenFolder: tokenFolder ?? WINDOWS_TOKEN_FOLDER,
    modifiedMs: null,
    keys,
  };
}

export const griddConfig = defineProbe({
  key: 'griddConfig',
  question: 'How is NVIDIA licensing configured?',
  observe: { linux: observe, windows: fromRegistry },
});
