/** A client configuration token, whatever its name; and whatever else was saved as `.tok`. */
import { readToken, TOKEN_LIMIT_BYTES } from '../token.ts';
import type { TokenReading } from '../../domain/media-item.ts';
import type { OpenedFile } from '../opened-file.ts';
import { broken, intact, itemOf, unknownItem, type Recogniser, type Recognition } from '../recognition.ts';
import { readSavedText } from '../saved-text.ts';

const NAMED_TOKEN = /\.tok(\.\w+)?$|client_configuration_token/i;

/** The base64 of `{"`, which begins every token, after what an editor may put before it. */
const begins = (start: Uint8Array): boolean =>
  /^[\s\0\ufeff\xef\xbb\xbf\xff\xfe]*e\0?y\0?J/.test(new TextDecoder('latin1').decode(start.subarray(0, 32)));

function told(file: OpenedFile, token: TokenReading, bytes: Uint8Array): Recognition {
  const because = token.why;
  const whole = token.trouble === 'none' || token.trouble === 'expired' || token.trouble === 'not-yet-valid';
  if (whole || because === null) {
    return { item: itemOf(file, { what: 'token', integrity: intact, token, remark: because }), checks: [] };
  }
  if (token.trouble === 'altered' || token.trouble === 'truncated') {
    return { item: itemOf(file, { what: 'token', integrity: broken(because), token, remark: because }), checks: [] };
  }
  const spoilt = readSavedText(bytes).kind === 'text' ? 'unchecked' : 'broken';
  const { item, checks } = unknownItem(file, because, spoilt);
  return { item: { ...item, token }, checks };
}

export const recogniseToken =
  (now: Date): Recogniser =>
  async (file) => {
    const begun = begins(await file.start(4096));
    if (file.sizeBytes > TOKEN_LIMIT_BYTES || !(begun || NAMED_TOKEN.test(file.name))) return null;
    const bytes = await file.start(TOKEN_LIMIT_BYTES);
    return told(file, readToken(bytes, now), bytes);
  };
