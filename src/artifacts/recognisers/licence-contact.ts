import { LICENCE_CONTACTS } from '../../probes/licence-servers.ts';
import { defineRecogniser, placeOf, type Page } from '../source.ts';
import { toldContact, type ToldContact } from '../told-contact.ts';

const SPEAKS_OF_LICENCES = /licen[sc]e|gridd|ClientConfigToken|\bDLS\b|\bCLS\b|\bNLS\b|授权|许可|ライセンス|Lizenz/i;
const NAMED_SO = /licen[sc]|(?:^|[.-])(?:nls|dls|cls|grid|vgpu)/i;
/** Whoever looks for packages or images tries these. */
const OTHERS =
  /download|archive|mirror|repo|github|gitlab|pypi|docker|nvcr|ngc|google|ubuntu|debian|redhat|fedora|rocky|alma|centos|suse|microsoft|amazonaws|169\.254\.169\.254/i;

const isLicenceServer = ({ text }: Page, { reached }: ToldContact): boolean =>
  NAMED_SO.test(reached.door.host) || (SPEAKS_OF_LICENCES.test(text) && !OTHERS.test(reached.door.host));

export const licenceContact = defineRecogniser({
  what: 'curl, openssl: licence server',
  on: 'either',
  recognise: (page) =>
    page.blocks
      .flatMap((block) => toldContact(block) ?? [])
      .filter((told) => isLicenceServer(page, told))
      .map(({ reached, line, tool, refusal }) => ({
        what: `${tool}: licence server`,
        place: placeOf(page, line),
        answers: [
          { kind: 'log' as const, path: LICENCE_CONTACTS, text: `${JSON.stringify({ tool, reached, refusal })}\n` },
        ],
      })),
});
