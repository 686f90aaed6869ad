/**
 * Cuts a region out of a Markdown text.
 *
 * @param {string} text - with the comments `#region NAME` and `#endregion NAME`.
 * @param {string} name - which region.
 * @returns {string} what is between them.
 * @throws {Error} where there is no such region.
 */
export function region(text, name) {
  const [, rest] = text.split(`<!-- #region ${name} -->`);
  const [inside] = rest?.split(`<!-- #endregion ${name} -->`) ?? [];
  if (inside === undefined || inside === rest) throw new Error(`no region ${name}`);
  return inside.trim();
}
