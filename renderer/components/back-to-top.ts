/** What is new is read from the heading of the screen on. */
export function backToTop(): void {
  document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true });
  window.scrollTo(0, 0);
}
