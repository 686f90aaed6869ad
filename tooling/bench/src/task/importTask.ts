/**
 * Imports a package in a process that has loaded little else.
 *
 * @returns milliseconds, from calling `import` to its being fulfilled.
 */
export async function importTask({ packageName }: { readonly packageName: string }): Promise<number> {
  const start = performance.now();
  await import(packageName);
  return performance.now() - start;
}
