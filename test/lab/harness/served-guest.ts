// The wizard as somebody without a desktop has it: a user of the guest starts it on a terminal, and opens its address elsewhere.
import { createServer, type AddressInfo } from 'node:net';
import { listening, type Served } from '../../e2e/served.ts';
import type { Container } from './container.ts';
import { quoted } from './shell.ts';

export const USER = 'worker';
const CTRL_C = '\x03';

/** Who may become root without a password, as on any cloud image. */
export const addUser = (guest: Container) =>
  guest.run(`useradd -m -s /bin/bash ${USER}; echo "${USER} ALL=(ALL) NOPASSWD: ALL" > /etc/sudoers.d/${USER}`);

/** Of this machine, whose network the container shares. */
export const freePort = () => new Promise<number>((done, fail) => {
  const server = createServer().once('error', fail).listen(0, '127.0.0.1', () => {
    const { port } = server.address() as AddressInfo;
    server.close(() => { done(port); });
  });
});

/** Ends with the guest, or by Ctrl-C. script(1) is the terminal. */
export const serveIn = (guest: Container, port: number, user = USER): Promise<Served> =>
  listening(guest.inside(`exec script -qfec ${quoted(`su - ${user} -c 'gpu-guest serve --port ${port}'`)} /dev/null`), CTRL_C);
