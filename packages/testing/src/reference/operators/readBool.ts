/** S103: `true` and `false` in any letter case; any other text is no boolean. */
export function readBool(text: string): boolean | undefined {
  const lower = text.toLowerCase();
  if (lower === 'true') return true;
  return lower === 'false' ? false : undefined;
}
