import { withQuickGuest } from './harness/quick-guest.ts';
import { differences, everything } from './harness/file-tree.ts';
const t0 = Date.now(); const at = (s: string) => console.log(((Date.now() - t0) / 1000).toFixed(1), s);
await withQuickGuest('tryk', async g => {
  const run = async (s: string) => { at('$ ' + s); const r = await g.run(s, { anyStatus: true }); at(`[${r.status}]\n${r.stdout}${r.stderr}`); };
  at('up'); const a = await everything(g.root); at(`tree ${a.size}`);
  const d = '--media /mnt/Shared/nv';
  await run('gpu-guest detect ' + d); await run('gpu-guest media /mnt/Shared/nv'); await run('gpu-guest plan ' + d); await run('gpu-guest apply --yes --reboot never ' + d);
  await run('gpu-guest verify ' + d); await run('gpu-guest apply --yes --reboot never ' + d); await run('gpu-guest runs; wc -l /var/lib/gpu-guest/runs/*/journal.ndjson');
  await run('gpu-guest undo --yes'); at(differences(a, await everything(g.root)).join('\n'));
});
