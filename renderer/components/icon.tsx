const PATHS = {
  check: 'M4 12.5l5 5L20 6.5',
  cross: 'M6 6l12 12M18 6L6 18',
  warning: 'M12 4L2.8 20h18.4zM12 10v4.5M12 17.2v.3',
  info: 'M12 3a9 9 0 100 18 9 9 0 000-18zM12 11v5.5M12 7.6v.3',
  error: 'M8.3 3h7.4L21 8.3v7.4L15.7 21H8.3L3 15.7V8.3zM12 7.5v5.5M12 16.2v.3',
  copy: 'M9 9h11v11H9zM5 15H4V4h11v1',
  folder: 'M3 6h6l2 2.5h10V19H3z',
  file: 'M6 3h8l4 4v14H6zM14 3v4h4',
  arrow: 'M5 12h14M13 6l6 6-6 6',
  back: 'M19 12H5M11 6l-6 6 6 6',
  chevron: 'M9 5l7 7-7 7',
  up: 'M12 19V5M6 11l6-6 6 6',
  reboot: 'M19.5 12a7.5 7.5 0 11-2.4-5.5M20 3v5h-5',
  undo: 'M4 9h10a6 6 0 010 12h-3M4 9l5-5M4 9l5 5',
  search: 'M11 4a7 7 0 100 14 7 7 0 000-14zM16 16l5 5',
  drop: 'M12 3v12M7 10l5 5 5-5M4 17v4h16v-4',
  clock: 'M12 3a9 9 0 100 18 9 9 0 000-18zM12 7v5l3.5 2',
  diagnose: 'M3 12h4l2.5-7 4.5 14 2.5-7H21',
  person: 'M12 4a4 4 0 100 8 4 4 0 000-8zM4.5 21c.5-4 3.5-6 7.5-6s7 2 7.5 6',
  shield: 'M12 3l8 3v6c0 5-3.5 7.5-8 9-4.5-1.5-8-4-8-9V6z',
  settings: 'M4 7h9M19 7h1M16 4a3 3 0 100 6 3 3 0 000-6zM4 17h1M11 17h9M8 14a3 3 0 100 6 3 3 0 000-6z',
  dot: 'M12 10.5a1.5 1.5 0 100 3 1.5 1.5 0 000-3z',
  print: 'M7 8V3h10v5M7 17H4V8h16v9h-3M7 14h10v7H7z',
  save: 'M12 3v11M7.5 10l4.5 4.5L16.5 10M4 20h16',
} as const;
export type IconName = keyof typeof PATHS;

/** Always beside a word that says the same. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" strokeLinejoin="round" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
