/**
 * Extends a JSON pointer (RFC 6901) by one step.
 *
 * @param pointer - the pointer of the parent; `''` is the root.
 * @param key - a member name or an array index, unescaped.
 * @returns the pointer of the child.
 */
export function pointerTo(pointer: string, key: string | number): string {
  if (typeof key === 'number') return `${pointer}/${key}`;
  const plain = !key.includes('~') && !key.includes('/');
  return `${pointer}/${plain ? key : key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

/**
 * Takes a JSON pointer (RFC 6901) apart.
 *
 * @param pointer - such as `/Statement/0/Condition/Bool/aws:SecureTransport`.
 * @returns its steps, unescaped, or `undefined` where the text is no pointer.
 */
export function parsePointer(pointer: string): readonly string[] | undefined {
  if (pointer === '') return [];
  if (typeof pointer !== 'string' || !pointer.startsWith('/')) return undefined;
  return pointer
    .slice(1)
    .split('/')
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}
