// What a guest of rpms holds, to be compared with what it held.
import type { Container } from '../harness/container.ts';
import { fileTree, type Tree } from '../harness/file-tree.ts';

/** What the package managers write for themselves, each with its reason; the packages are compared as a list. */
const OWN_NOTES = [
  /^\/(usr\/lib\/sysimage|var\/lib)\/rpm\b/, // the database
  /^\/var\/lib\/(dnf|zypp)\b/, // their histories
  /\/__pycache__(\/|$)/, // made by dnf of its plug-ins, which in real packages own them
];

export async function everything(guest: Container): Promise<Tree> {
  const tree = fileTree(guest.root);
  for (const path of tree.keys()) if (OWN_NOTES.some(pattern => pattern.test(path))) tree.delete(path);
  tree.delete('/usr/lib/python3/dist-packages/dnf-plugins'); // stays with its __pycache__
  tree.delete('/usr/lib/python3/dist-packages/dnfpluginscore');
  const { stdout } = await guest.run('rpm -qa | sort');
  for (const name of stdout.trim().split('\n')) tree.set(`package ${name}`, 'installed');
  return tree;
}
