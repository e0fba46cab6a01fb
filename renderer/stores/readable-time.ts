/** An ISO 8601 time as a reader of this language writes it; what is no time stays as it is. */
export function readableTime(iso: string, lang: string): string {
  const time = new Date(iso);
  if (Number.isNaN(time.getTime())) return iso;
  return new Intl.DateTimeFormat(lang, { dateStyle: 'medium', timeStyle: 'short' }).format(time);
}
