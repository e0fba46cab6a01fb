/** On paper nothing can be unfolded: what is folded on the screen lies open there, and is folded again behind it. */
export function openOnPaper(): void {
  let opened: readonly HTMLDetailsElement[] = [];
  const turn = (isOpen: boolean) => {
    for (const details of opened) details.open = isOpen;
  };
  window.addEventListener('beforeprint', () => {
    opened = [...document.querySelectorAll<HTMLDetailsElement>('main details:not([open])')];
    turn(true);
  });
  window.addEventListener('afterprint', () => {
    turn(false);
  });
}
