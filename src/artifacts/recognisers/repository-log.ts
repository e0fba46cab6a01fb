import { REPOSITORY_PRINTED } from '../../probes/repository-log.ts';
import { defineRecogniser, placeOf, textOf } from '../source.ts';

/** Lines of apt, dnf, yum and zypper that speak of repositories: what was fetched, and what was not. */
const APT =
  /^\s*(?:Hit|Get|Ign|Err|OK|Holen|Fehl|命中|获取|错误|忽略|取得|エラー|無視|ヒット)\s*:\s*\d+\s+\S+:|^\s*[WE]: |NO_PUBKEY|EXPKEYSIG|BADSIG|Signing key on|^\s*(?:Could not (?:resolve|connect|handshake)|Temporary failure resolving|Cannot initiate the connection|Unable to connect to|Connection (?:timed out|failed|refused))|Clearsigned file isn't valid|^\s*40[347] +\S/i;
const DNF =
  /Curl error \(\d+\)|Failed to download metadata for repo|Errors during downloading metadata|Cannot prepare internal mirrorlist|Cannot download repomd\.xml|All mirrors were (?:already )?tried|Cannot find a valid baseurl|GPG check FAILED|Public key for \S+ is not installed|GPG signature verification error|The GPG keys listed for|Could(?:n't| not) resolve host|Status code: \d+ for http|^\s*Metadata cache created|^\s*Complete!|Failed to retrieve new repository metadata|Valid metadata not found|Download \(curl\) error|Signature verification failed for/i;

export const REPOSITORY_LINES = [APT, DNF];

export const repositoryLog = defineRecogniser({
  what: 'apt, dnf, zypper: repositories',
  recognise: (page) => {
    // curl by itself asks whom it was told to.
    const lines = page.lines.filter(
      ({ text }) => (APT.test(text) || DNF.test(text)) && !/^\s*(?:curl: \(|\* )/.test(text),
    );
    if (lines.length === 0) return [];
    return [
      {
        what: 'repositories',
        place: placeOf(page, lines[0]),
        answers: [{ kind: 'log', path: REPOSITORY_PRINTED, text: textOf(lines) }],
      },
    ];
  },
});
