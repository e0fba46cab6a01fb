/** A file that is dropped where nothing takes it would otherwise replace the page by itself. */
export function ignoreStrayDrops(): void {
  const ignore = (event: DragEvent) => {
    event.preventDefault();
  };
  window.addEventListener('dragover', ignore);
  window.addEventListener('drop', ignore);
}
