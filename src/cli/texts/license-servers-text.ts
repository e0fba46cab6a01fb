/** The licence servers as `gpu-guest license` shows them: how far one gets, with which certificate, and whose clock says what. */
import type { LicenseDocument } from '../../contract/documents/license.ts';
import type { Facts } from '../../probes/facts.ts';
import { ignoranceSaid } from '../../words/ignorance.ts';
import { say } from '../../words/say.ts';
import type { Call } from '../call.ts';
import { label, type Row } from './sheet.ts';

type Server = NonNullable<LicenseDocument['servers']>[number];

const MINUTE = 60_000;

const minutesOff = ({ server, guest }: NonNullable<Server['clock']>): number =>
  Math.round((Date.parse(server) - Date.parse(guest)) / MINUTE);

function stateOf({ trouble, grants }: Server, { translate, terminal }: Call): string {
  if (trouble === null) return terminal.paint('green', translate(say('cli.license.server.reached')));
  return terminal.paint(grants ? 'red' : 'yellow', translate(say(`cli.license.server.${trouble}`)));
}

function rowsOf(server: Server, call: Call): readonly Row[] {
  const { host, port, grants, detail, certificate, clock } = server;
  const { translate } = call;
  const shown = certificate && {
    ...certificate,
    trust: translate(say(`cli.license.trust.${certificate.trust}`)),
    fits: translate(say(certificate.fitsHost ? 'cli.license.certificate.fits' : 'cli.license.certificate.other-name')),
  };
  const off = clock && minutesOff(clock);
  return [
    [
      label(call, 'cli.license.server'),
      `${host}:${String(port)} · ${stateOf(server, call)} (${detail})${grants ? '' : ` · ${translate(say('cli.license.server.returns'))}`}`,
    ],
    ...(shown === null
      ? []
      : [
          [
            label(call, 'cli.license.certificate'),
            translate(
              say('cli.license.certificate.line', {
                subject: shown.subject,
                issuer: shown.issuer,
                from: shown.validFrom,
                until: shown.validTo,
                trust: shown.trust,
                fits: shown.fits,
              }),
            ),
          ] as const,
        ]),
    ...(off === null
      ? []
      : [
          [
            label(call, 'cli.license.clock'),
            translate(off === 0 ? say('cli.license.clock.same') : say('cli.license.clock.off', { minutes: off })),
          ] as const,
        ]),
  ];
}

export function serverRows({ servers, proxy }: LicenseDocument, { licenceServers }: Facts, call: Call): readonly Row[] {
  const name = label(call, 'cli.license.server');
  const { translate } = call;
  if (!licenceServers.known)
    return [[name, translate(say('cli.license.server.unread', { why: ignoranceSaid(licenceServers.ignorance) }))]];
  if (servers === null || servers.length === 0) return [[name, translate(say('cli.license.server.none'))]];
  const through =
    proxy &&
    translate(
      say(proxy.reachable ? 'cli.license.proxy.reached' : 'cli.license.proxy.lost', {
        variable: proxy.variable,
        host: proxy.host,
        port: proxy.port,
      }),
    );
  return [
    ...servers.flatMap((server) => rowsOf(server, call)),
    ...(through === null ? [] : [[label(call, 'cli.license.proxy'), through] as const]),
  ];
}
