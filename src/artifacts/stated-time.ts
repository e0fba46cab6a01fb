const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const iso = (year: string, month: number, day: string, time: string, zone = 'Z'): string | null => {
  const text = `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}T${time}${zone}`;
  const date = new Date(text);
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
};

/**
 * A time with its year, as tools write it: `Mon Mar 31 05:01:08 2025` (ctime), `Mon Mar 31 05:01:08 UTC 2025` (date),
 * `Thu 2026-04-02 19:11:13 UTC` (systemctl), `2026-04-02T19:11:13+0000` (journalctl). In ISO 8601; a time without a zone, or with
 * one that has only a name, counts as UTC, which is off by half a day at most. Null where there is none.
 */
export const timeIn = (text: string): string | null => ctime(text) ?? stamp(text);

function ctime(text: string): string | null {
  const match =
    /\b([A-Z][a-z]{2})\s+(\d{1,2})\s+(\d{2}:\d{2}:\d{2})(?:\s+(?:AM|PM))?(?:\s+[A-Z+\d]{3,5})?\s+(\d{4})\b/.exec(text);
  if (!match) return null;
  const [, month = '', day = '', time = '', year = ''] = match;
  return iso(year, MONTHS.indexOf(month) + 1, day, time);
}

function stamp(text: string): string | null {
  const match = /\b(\d{4})-(\d{2})-(\d{2})[T ](\d{2}:\d{2}:\d{2})(?:[.,]\d+)?(Z|[+-]\d{2}:?\d{2})?/.exec(text);
  if (!match) return null;
  const [, year = '', month = '', day = '', time = '', zone = 'Z'] = match;
  return iso(year, Number(month), day, time, zone.replace(/^([+-]\d{2})(\d{2})$/, '$1:$2'));
}
