/** `{"cuda": {"version": "12.1.0"}}`, since 11.1; before: "CUDA Version 10.1.243". Null where neither says it. */
export const toolkitVersionIn = (json: string | undefined, text: string | undefined): string | null =>
  /"cuda"\s*:\s*\{[^}]*"version"\s*:\s*"([\d.]+)"/.exec(json ?? '')?.[1] ??
  /CUDA Version\s+([\d.]+)/.exec(text ?? '')?.[1] ??
  null;
