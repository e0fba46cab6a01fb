/**
 * Colours, type scale and spacing of every page this program shows: the report that is handed over, and the wizard. Paper and ink,
 * one quiet accent, and a colour for each weight. Each text colour stands at 4.5:1 or more against `paper`, `surface` and its tint.
 */
const LIGHT = `
  color-scheme: light;
  --paper: #f7f5f0; --surface: #fffefb; --sunken: #f0ede5;
  --ink: #1c2326; --quiet: #566066; --line: #dcd7cb;
  --accent: #0a6459; --accent-tint: #e3efeb;
  --error: #a8281d; --error-tint: #f8e6e2;
  --warning: #7d5200; --warning-tint: #f7ecd3;
  --info: #2a5a86; --info-tint: #e4edf5;
  --ready: #1d6a3f; --ready-tint: #e2f0e5;`;

const DARK = `
  color-scheme: dark;
  --paper: #13181a; --surface: #1a2124; --sunken: #0e1214;
  --ink: #e8e6df; --quiet: #a3adb1; --line: #313b3f;
  --accent: #74cfbf; --accent-tint: #17302c;
  --error: #ff9f93; --error-tint: #3a1f1c;
  --warning: #efc072; --warning-tint: #352a14;
  --info: #98c6ee; --info-tint: #1a2c3b;
  --ready: #86d3a2; --ready-tint: #173022;`;

const SCALE = `
  --text-small: 0.8125rem; --text: 1rem; --text-lead: 1.125rem; --text-title: 1.375rem; --text-verdict: 2rem;
  --space-1: 0.25rem; --space-2: 0.5rem; --space-3: 0.75rem; --space-4: 1rem; --space-5: 1.5rem; --space-6: 2.5rem; --space-7: 4rem;
  --radius: 0.5rem; --measure: 46rem;
  --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Noto Sans CJK SC", sans-serif;
  --mono: ui-monospace, "SFMono-Regular", "Cascadia Mono", "DejaVu Sans Mono", "Liberation Mono", Consolas, monospace;`;

/** Chinese and Japanese share characters and not their shapes: each is set in its own fonts. */
const CJK = `
:root:lang(zh-CN) { --sans: system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif; }
:root:lang(ja) { --sans: system-ui, "Hiragino Sans", "Yu Gothic UI", "Meiryo", "Noto Sans CJK JP", "Noto Sans JP", sans-serif; }`;

/** CSS custom properties on `:root`; paper stays light. */
export const tokens = `:root {${LIGHT}${SCALE}
}
@media screen and (prefers-color-scheme: dark) {
  :root {${DARK}
  }
}
${CJK.trim()}
`;

/** Where a page has a switch for its light: `data-light` on `:root`, against what the system prefers. */
export const switched = `:root[data-light='light'] {${LIGHT}
}
@media screen {
  :root[data-light='dark'] {${DARK}
  }
}
`;
