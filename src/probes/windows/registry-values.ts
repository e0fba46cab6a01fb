/** Values with their types, as `reg query` prints them; for what is to be written back just as it stands. */
import type { Observer } from '../../domain/machine.ts';
import { askedText } from './reg-query.ts';

export type TypedValue = {
  readonly name: string;
  /** `REG_SZ`, `REG_EXPAND_SZ`, `REG_DWORD` … */
  readonly type: string;
  /** Text as it stands, nothing expanded; a DWORD in decimal. */
  readonly data: string;
};

const VALUE = /^ {4}(\S.*?) {4}(REG_[A-Z_]+) {4}(.*)$/;
/** A value without text: the blanks behind its type may have gone. */
const EMPTY = /^ {4}(\S.*?) {4}(REG_[A-Z_]+)\s*$/;

export const typedValues = (text: string): readonly TypedValue[] =>
  text.split(/\r?\n/).flatMap((line): readonly TypedValue[] => {
    const [, name, type = '', data = ''] = VALUE.exec(line) ?? EMPTY.exec(line) ?? [];
    if (name === undefined) return [];
    return [{ name, type, data: type.endsWith('WORD') ? String(Number(data)) : data }];
  });

/** Undefined: there is no such key. */
export async function askTypedValues(machine: Observer, key: string): Promise<readonly TypedValue[] | undefined> {
  const text = await askedText(machine, key);
  return text === undefined ? undefined : typedValues(text);
}

/** Of any case, as Windows has it. */
export const valueNamed = (values: readonly TypedValue[], name: string): TypedValue | undefined =>
  values.find((value) => value.name.toLowerCase() === name.toLowerCase());
