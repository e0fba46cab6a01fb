/** Times as a reader of that language writes them. */
import type { Language } from './session.ts';

const unit = (lang: Language, amount: number, name: 'hour' | 'minute' | 'second'): string =>
  new Intl.NumberFormat(lang, { style: 'unit', unit: name, unitDisplay: lang === 'ja' ? 'long' : 'short' }).format(amount);

/** "< 1 sec", "42 sec", "3 min 5 sec", "1 hr 2 min". */
export function durationText(ms: number, lang: Language): string {
  if (ms < 1000) return `< ${unit(lang, 1, 'second')}`;
  const seconds = Math.floor(ms / 1000);
  const minutes = Math.floor(seconds / 60);
  const parts =
    minutes === 0
      ? [unit(lang, seconds, 'second')]
      : minutes < 60
        ? [unit(lang, minutes, 'minute'), unit(lang, seconds % 60, 'second')]
        : [unit(lang, Math.floor(minutes / 60), 'hour'), unit(lang, minutes % 60, 'minute')];
  return parts.join(' ');
}

/** Whole minutes, at least one: an estimate is no better than that. */
export const roughly = (ms: number, lang: Language): string => unit(lang, Math.max(1, Math.round(ms / 60_000)), 'minute');

/** What is no time stays as it is. */
export function timeText(iso: string, lang: Language): string {
  const time = new Date(iso);
  return Number.isNaN(time.getTime()) ? iso : new Intl.DateTimeFormat(lang, { dateStyle: 'medium', timeStyle: 'short' }).format(time);
}

/** A day, without a time and in no time zone. */
export const dayText = (iso: string, lang: Language): string =>
  new Intl.DateTimeFormat(lang, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(iso));
