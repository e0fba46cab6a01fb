import { languages, type Language } from '../words/translate.ts';

/** Of `--lang`, else of the environment: zh* → zh-CN, ja* → ja, anything else English. */
export function languageOf(argv: readonly string[]): Language {
  const at = argv.indexOf('--lang');
  const given = at >= 0 ? argv[at + 1] : argv.find((word) => word.startsWith('--lang='))?.slice('--lang='.length);
  const chosen = languages.find((language) => language === given);
  if (chosen !== undefined) return chosen;
  // POSIX: a variable that is set and empty counts as not set.
  const { env } = process;
  const locale = [env['LC_ALL'], env['LC_MESSAGES'], env['LANG']].find((name) => name !== undefined && name !== '') ?? '';
  return locale.startsWith('zh') ? 'zh-CN' : locale.startsWith('ja') ? 'ja' : 'en';
}
