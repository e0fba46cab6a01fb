/** A client configuration token, whatever its name; and whatever else was saved as `.tok`. */
import { readToken, TOKEN_LIMIT_BYTES } from '../token.ts';
import { broken, intact, itemOf, unknownItem, type Recogniser } from '../recognition.ts';
import { readSavedText } from '../saved-text.ts';

const NAMED_TOKEN = /\.tok(\.\w+)?$|client_configuration_token/i;

/** The base64 of `{"`, which begins every token, after what an editor may put before it. */
const begins = (start: Uint8Array): boolean =>
  /^[\s\0\ufeff\xef\xbb\xbf\xff\xfe]*e\0?y\0?J/.test(new TextDecoder('latin1').decode(start.subarray(0, 32)));

export const recogniseToken =
  (now: Date): Recogniser =>
  async (file) => {
    const start = await file.start(4096);
    if (!begins(start) && !NAMED_TOKEN.test(file.name)) return null;
    if (file.sizeBytes > TOKEN_LIMIT_BYTES) return null;
    const bytes = await file.start(TOKEN_LIMIT_BYTES);
    const token = readToken(bytes, now);
    const because = token.why;
    switch (token.trouble) {
      case 'none':
      case 'expired':
      case 'not-yet-valid':
        return { item: itemOf(file, { what: 'token', integrity: intact, token, remark: because }), checks: [] };
      case 'altered':
      case 'truncated':
        return {
          item: itemOf(file, { what: 'token', integrity: because ? broken(because) : intact, token, remark: because }),
          checks: [],
        };
      case 'not-a-token':
      case 'html': {
        if (because === null) return null;
        const spoilt = readSavedText(bytes).kind === 'text' ? 'unchecked' : 'broken';
        const { item, checks } = unknownItem(file, because, spoilt);
        return { item: { ...item, token }, checks };
      }
    }
  };
