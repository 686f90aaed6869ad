/**
 * The JSON pointer of what holds a value.
 *
 * @param pointer - of the value.
 * @returns that of the list or object around it; `''` for the root.
 */
export function parentPointer(pointer: string): string {
  return pointer.slice(0, pointer.lastIndexOf('/'));
}
