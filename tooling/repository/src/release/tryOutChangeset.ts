/**
 * Tells whether a folder of changesets has one that waits for a release.
 *
 * @param files - names of the files in `.changeset`.
 */
export function hasChangeset(files: readonly string[]): boolean {
  return files.some((file) => file.endsWith('.md') && file !== 'README.md');
}

/**
 * Writes a changeset, to try a release out when none waits.
 *
 * @param names - of the published packages.
 * @returns the text of the file.
 */
export function tryOutChangeset(names: readonly string[]): string {
  const lines = names.map((name) => `'${name}': patch`);
  return `---\n${lines.join('\n')}\n---\n\nA release tried out.\n`;
}
