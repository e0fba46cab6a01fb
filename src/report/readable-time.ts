/** ISO 8601 as one reads it, to the second: "2026-11-22 09:00:52 UTC". What is no time stays as it is. */
export const readableTime = (time: string): string =>
  Number.isNaN(Date.parse(time)) ? time : `${new Date(time).toISOString().slice(0, 19).replace('T', ' ')} UTC`;
