// QEMU's own control port: it freezes a guest and writes its memory to a file, from which another QEMU goes on.
import { createConnection } from 'node:net';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';

export async function writeMemory(port: string, file: string, limitMs = 120_000): Promise<void> {
  const socket = createConnection(port);
  const reader = createInterface({ input: socket }).on('error', () => undefined); // QEMU's end, which is asked for
  const lines = reader[Symbol.asyncIterator]();
  const ask = async (execute: string, args: object = {}): Promise<{ status?: string }> => {
    socket.write(`${JSON.stringify({ execute, arguments: args })}\n`);
    for (;;) {
      const { value, done } = await lines.next();
      if (done) throw new Error(`QEMU ended during ${execute}`);
      const answer = JSON.parse(value) as { error?: { desc: string }; return?: { status?: string } };
      if (answer.error) throw new Error(`${execute}: ${answer.error.desc}`);
      if (answer.return) return answer.return;
    }
  };
  try {
    await ask('qmp_capabilities');
    await ask('migrate-set-parameters', { 'max-bandwidth': 4 * 1024 ** 3 });
    await ask('migrate', { uri: `exec:cat > '${file}'` });
    for (const end = Date.now() + limitMs; ;) {
      const { status } = await ask('query-migrate');
      if (status === 'completed') return;
      if (status === 'failed' || Date.now() > end) throw new Error(`the guest's memory was not written: ${String(status)}`);
      await wait(200);
    }
  } finally {
    socket.end();
  }
}
