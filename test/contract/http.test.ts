import { entered, httpTransport, openServer, transportOf } from '../server/http-wire.ts';
import { contractSuite } from './suite.ts';

contractSuite('HTTP', async (time) => {
  const server = await openServer(transportOf(time));
  return { transport: httpTransport(server.base, await entered(server)), close: server.close };
});
