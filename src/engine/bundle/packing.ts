/** What a bundle is made with: the machine that is looked at, a folder that is written to, and tools that fetch. */
import type { BundledFile } from '../../domain/bundle.ts';
import type { ByteSource, Command, Executor, Observer, Output } from '../../domain/machine.ts';
import type { Message } from '../../domain/message.ts';

type ToolOptions = {
  readonly env?: Readonly<Record<string, string>>;
  readonly onLine?: (line: string) => void;
};

export type Packing = {
  readonly machine: Observer;
  readonly files: Pick<Executor, 'write' | 'copy'>;
  /** Throws `FaultError` where the tool is not there, does not end in time, or was stopped (`cancelled`). */
  readonly tool: (command: Command, options: ToolOptions) => Promise<Output>;
  readonly tell: (message: Message) => void;
  /** Bytes that may still be written there; null: not known. */
  readonly room: (folder: string) => Promise<number | null>;
  /** Throws `FaultError` (`cancelled`) where somebody asked to stop. */
  readonly goOn: () => void;
};

/** Puts files into one folder and remembers each. */
export type Filler = {
  readonly folder: string;
  readonly write: (path: string, text: string, mode?: number) => Promise<void>;
  readonly copy: (source: ByteSource, file: BundledFile, mode?: number) => Promise<void>;
  readonly filled: () => readonly BundledFile[];
};

const hex = (bytes: ArrayBuffer): string =>
  [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');

export async function describedAs(path: string, text: string): Promise<BundledFile> {
  const bytes = new TextEncoder().encode(text);
  return { path, sizeBytes: bytes.length, sha256: hex(await crypto.subtle.digest('SHA-256', bytes)) };
}

/** A file as it will be listed; null: it cannot be read. */
export async function describedFile(machine: Observer, source: ByteSource, path: string): Promise<BundledFile | null> {
  const sha256 = await machine.digest(source, 'sha256');
  const sizeBytes = (await machine.status(source.path))?.sizeBytes;
  return sha256 === undefined || sizeBytes === undefined ? null : { path, sizeBytes, sha256 };
}

export function filler({ files, goOn }: Packing, folder: string): Filler {
  const all: BundledFile[] = [];
  return {
    folder,
    filled: () => all,
    write: async (path, text, mode = 0o644) => {
      goOn();
      await files.write(`${folder}/${path}`, text, mode);
      all.push(await describedAs(path, text));
    },
    copy: async (source, file, mode = 0o644) => {
      goOn();
      await files.copy(source, `${folder}/${file.path}`, mode, file.sha256);
      all.push(file);
    },
  };
}
