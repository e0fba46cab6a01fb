/** How months begin in the languages in which Linux writes dates; January first. Full names and abbreviations begin alike. */
const BEGINNINGS: readonly (readonly string[])[] = [
  ['jan', 'ene', 'gen', 'янв', 'sty', 'oca', 'led', 'tammi'],
  ['feb', 'fév', 'fev', 'фев', 'lut', 'şub', 'úno', 'helmi'],
  ['mar', 'mär', 'mrt', 'mrz', 'maart', 'мар', 'bře', 'maalis'],
  ['apr', 'avr', 'abr', 'апр', 'kwi', 'nis', 'dub', 'huhti'],
  ['may', 'mai', 'mag', 'mei', 'maj', 'мая', 'май', 'kvě', 'touko'],
  ['jun', 'juin', 'giu', 'июн', 'cze', 'haz', 'čer', 'kesä'],
  ['jul', 'juil', 'lug', 'июл', 'lip', 'tem', 'čvc', 'heinä'],
  ['aug', 'aoû', 'aou', 'ago', 'авг', 'sie', 'ağu', 'srp', 'elo'],
  ['sep', 'set', 'сен', 'wrz', 'eyl', 'zář', 'syys'],
  ['oct', 'okt', 'ott', 'out', 'окт', 'paź', 'eki', 'říj', 'loka'],
  ['nov', 'ноя', 'lis', 'kas', 'marras'],
  ['dec', 'déc', 'dez', 'dic', 'дек', 'gru', 'ara', 'pro', 'joulu'],
];

/** `août`, `8月`, `8월`, `Okt.`, `Aug` → 1 to 12; undefined for what is no month. Of two that begin alike, the longer beginning counts. */
export function monthOf(word: string): number | undefined {
  const number = /^(\d{1,2})[月월]$/.exec(word)?.[1];
  if (number !== undefined) return Number(number) >= 1 && Number(number) <= 12 ? Number(number) : undefined;
  const lower = word.toLowerCase();
  const longest = BEGINNINGS.map((list) =>
    Math.max(0, ...list.map((each) => (lower.startsWith(each) ? each.length : 0))),
  );
  const best = Math.max(...longest);
  return best === 0 ? undefined : longest.indexOf(best) + 1;
}

export const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;
