/** The wizard over HTTP: listens, answers, and stops without a trace. */
import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { answer, type Served } from './answers.ts';

export type ListenOptions = {
  readonly address: string;
  /** 0: a free one. */
  readonly port: number;
  /** PEM. */
  readonly tls: { readonly cert: string; readonly key: string } | null;
  readonly onBug: (error: unknown) => void;
};

export type Listening = {
  readonly port: number;
  /** Streams are cut; whoever reads them comes back when there is a server again. */
  readonly close: () => Promise<void>;
};

const HEADERS_MS = 10_000;
const REQUEST_MS = 310_000;

/** Rejects with the error of the system (EADDRINUSE, EACCES, EADDRNOTAVAIL …), or of TLS (ERR_OSSL_…). */
export async function listen(served: Served, { address, port, tls, onBug }: ListenOptions): Promise<Listening> {
  const onRequest: RequestListener = (request, response) => {
    answer(served, { request, response }).catch((error: unknown) => {
      onBug(error);
      response.destroy();
    });
  };
  const limits = { headersTimeout: HEADERS_MS, requestTimeout: REQUEST_MS, connectionsCheckingInterval: 5_000 };
  const server: Server = tls === null ? createServer(limits, onRequest) : createTlsServer({ ...limits, ...tls, minVersion: 'TLSv1.2' }, onRequest);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host: address, port, exclusive: true }, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}
