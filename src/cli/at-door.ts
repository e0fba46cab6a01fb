/** The first word of this program's arguments where a wizard has started it with raised rights; then the path of the note at its door. */
export const AT_DOOR = '--at-door';
