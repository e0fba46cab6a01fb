/** JSON or JavaScript (outside of raw templates) that means the same and is ASCII. */
export const inAscii = (code) => code.replace(/[^\x00-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
