/** A knowledge table is bundled as its text, one record a line: parsing all of it would cost more than starting the program. */
declare module '*.jsonl' {
  const text: string;
  export default text;
}
