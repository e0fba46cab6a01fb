/**
 * A knowledge table is bundled as its text, one record a line: parsing all of it would cost more than starting the program.
 * The text is packed until it is asked for.
 */
declare module '*.jsonl' {
  const text: () => string;
  export default text;
}

/** A program that is compiled on the guest, as its text. */
declare module '*.cu' {
  const text: () => string;
  export default text;
}
