/**
 * What the licence client's log says of the licence. Wordings: facts of NVIDIA's documentation and of public tickets;
 * those of an unreachable server and of a server's certificate are not documented and are known by what OpenSSL, libcurl and the resolver say.
 */

export type GriddState =
  | 'licensed'
  | 'acquiring'
  | 'token-missing'
  | 'token-invalid'
  | 'token-expired'
  | 'no-entitlement'
  | 'clock-skew'
  | 'server-unreachable'
  | 'server-certificate'
  | 'feature-type-invalid'
  | 'not-licensable'
  | 'refused'
  /** It says only that there is no licence. */
  | 'unlicensed'
  /** Nothing that tells. */
  | 'silent';

export type GriddReading = {
  readonly state: GriddState;
  /** The very line that says so; null when silent. */
  readonly line: string | null;
  /** Which server and product it speaks of, where it does. */
  readonly server: string | null;
  readonly product: string | null;
};

const SILENT: GriddReading = { state: 'silent', line: null, server: null, product: null };

/** The log may hold several lives of the service; only the last one counts. */
const BEGINNING = /^Started \(|^vGPU Software package \(/;
/** Said at shutdown, or of no importance. */
const HARMLESS = /^Failed to (return license|open file .*gridd\.conf)|^License returned/i;

/** First match names the line. Order: what a line says of the cause before what it says of the consequence. */
const MEANINGS: readonly (readonly [RegExp, GriddState])[] = [
  [/License (acquired|renewed) successfully/i, 'licensed'],
  [/Unable to fetch the client configuration token/i, 'token-missing'],
  [/token.*(expired|is no longer valid)|expired.*token/i, 'token-expired'],
  [/decode signature from token|read configurations from client configuration token|Invalid.*token/i, 'token-invalid'],
  [
    /No pool features found|no (licen[sc]es?|features?) (left|available)|insufficient.*(licen[sc]e|count)|Feature not found/i,
    'no-entitlement',
  ],
  [/Clock windback|allowed time to process response has expired|not yet valid/i, 'clock-skew'],
  [/Maximum buffer size exceeded|certificate|SSL|TLS handshake|CA chain/i, 'server-certificate'],
  [
    /network communication failure|resolve host|could not connect|connection (refused|timed out)|no route|unreachable|timed out/i,
    'server-unreachable',
  ],
  [/Invalid feature type/i, 'feature-type-invalid'],
  [/Licensing not supported for GPUs/i, 'not-licensable'],
  [/Failed to acquire license|Failed to register client|Failed to setup cloud License Manager/i, 'refused'],
  [/^Acquiring license/i, 'acquiring'],
  [/Valid GRID license not found|Valid vGPU license not found|features and performance .* restricted/i, 'unlicensed'],
];

/** A consequence does not hide the cause that was named before it. */
const CONSEQUENCES: readonly GriddState[] = ['refused', 'unlicensed', 'not-licensable'];

const whereAndWhat = (text: string): Pick<GriddReading, 'server' | 'product'> => {
  const info = /\(Info: ([^;,)]+?)\s*[;,]\s*([^;)]+?)\s*(?:;[^)]*)?\)/.exec(text);
  const refusal = /Failed to acquire license from (\S+) \(Info: (.+?) - Error/.exec(text);
  const said = info ?? refusal;
  return { server: said?.[1] ?? null, product: said?.[2] ?? null };
};

/** What the service said last of its licence, in its present life. `lines`: oldest first, without time stamps. */
export function classifyGriddLog(lines: readonly { readonly text: string }[]): GriddReading {
  let reading = SILENT;
  for (const { text } of lines) {
    if (BEGINNING.test(text)) reading = SILENT;
    if (HARMLESS.test(text)) continue;
    const state = MEANINGS.find(([pattern]) => pattern.test(text))?.[1];
    if (state === undefined) continue;
    const cause = !['silent', 'acquiring', 'licensed', ...CONSEQUENCES].includes(reading.state);
    if (CONSEQUENCES.includes(state) && cause) continue;
    reading = { state, line: text, ...whereAndWhat(text) };
  }
  return reading;
}
