import { createInterface } from 'node:readline/promises';

/** Only a clear yes is one. */
export async function askYes(question: string): Promise<boolean> {
  const reader = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return /^(y|yes|j|はい|是)$/i.test((await reader.question(question)).trim());
  } finally {
    reader.close();
  }
}
