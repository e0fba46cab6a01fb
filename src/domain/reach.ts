/** A port of another machine, and what came of knocking at it: its name looked up, a connection, a TLS handshake. Nothing else is sent. */

export type Door = {
  readonly host: string;
  readonly port: number;
  /** A TLS handshake follows the connection. */ readonly tls: boolean;
};

/** One name server, and whether it had an answer in time. */
export type Resolver = { readonly address: string; readonly answer: 'found' | 'no-such-name' | 'none' };

export type Lookup =
  /** The host is given as an address. */
  | { readonly kind: 'not-needed' }
  | { readonly kind: 'found'; readonly addresses: readonly string[] }
  /** A name server says that there is no such name. */
  | { readonly kind: 'no-such-name' }
  /** A tool says only that it did not find an address. */
  | { readonly kind: 'unresolved' }
  /** Nobody who could know has answered. */
  | { readonly kind: 'no-answer' };

export type Connection =
  | { readonly kind: 'open'; readonly address: string }
  | { readonly kind: 'refused' | 'timed-out' | 'no-route' }
  /** `because`: the system's own name of the error. */
  | { readonly kind: 'failed'; readonly because: string }
  | { readonly kind: 'not-tried' };

/** `not-judged`: its times are over or not yet come, and then nothing more is known of who stands behind it. */
export type Trust = 'public' | 'self-signed' | 'unknown-issuer' | 'not-judged';

export type Certificate = {
  readonly subject: string;
  readonly issuer: string;
  /** ISO 8601. */
  readonly validFrom: string;
  readonly validTo: string;
  /** Names and addresses that it is for. */
  readonly names: readonly string[];
  readonly fitsHost: boolean;
  readonly trust: Trust;
};

export type Handshake =
  | { readonly kind: 'done'; readonly protocol: string | null; readonly certificate: Certificate }
  /** It takes the connection and says nothing. */
  | { readonly kind: 'silent' }
  /** It answers, but in another protocol; `says`: the first line, where it is text. */
  | { readonly kind: 'not-tls'; readonly says: string | null }
  | { readonly kind: 'broken'; readonly because: string }
  | { readonly kind: 'not-tried' };

export type Reached = {
  readonly door: Door;
  /** Asked on the way; [] where no name had to be looked up. */
  readonly resolvers: readonly Resolver[];
  readonly lookup: Lookup;
  readonly connection: Connection;
  readonly handshake: Handshake;
  /** What the server's answer says of its clock, and the guest's clock in the same moment; null where it says nothing. ISO 8601. */
  readonly clock: { readonly server: string; readonly guest: string } | null;
};
