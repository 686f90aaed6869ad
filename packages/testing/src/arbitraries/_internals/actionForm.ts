/** Requests have actions of the form `prefix:Name`, without wildcards. */
export function isActionName(text: string): boolean {
  return /^[^:*?\s]+:[^:*?\s]+$/.test(text);
}
