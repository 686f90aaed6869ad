/** Opens files that are dropped anywhere on the page; what opens them is loaded for the first. */
export function dropFiles(): () => void {
  const hasFile = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') === true;
  const over = (event: DragEvent): void => {
    if (!hasFile(event)) return;
    event.preventDefault();
    document.documentElement.classList.add('dropping');
  };
  const leave = (event: DragEvent): void => {
    if (event.relatedTarget === null) document.documentElement.classList.remove('dropping');
  };
  const drop = (event: DragEvent): void => {
    document.documentElement.classList.remove('dropping');
    const file = event.dataTransfer?.files[0];
    if (file === undefined) return;
    // Otherwise the browser would leave the page for the file.
    event.preventDefault();
    event.stopPropagation();
    void import('./openAnything.ts').then(({ openFile }) => openFile(file));
  };
  // Before the editor, which would take the file for text to insert.
  const options = { capture: true };
  addEventListener('dragover', over, options);
  addEventListener('dragleave', leave, options);
  addEventListener('drop', drop, options);
  return () => {
    removeEventListener('dragover', over, options);
    removeEventListener('dragleave', leave, options);
    removeEventListener('drop', drop, options);
  };
}
