declare const accountIdBrand: unique symbol;

/** The twelve decimal digits that name an AWS account. */
export type AccountId = string & { readonly [accountIdBrand]: true };

/**
 * Tells whether a text is an account id: exactly twelve ASCII digits.
 *
 * @param text - any text; never throws.
 * @returns `true` for twelve digits, such as `111122223333`.
 */
export function isAccountId(text: string): text is AccountId {
  if (typeof text !== 'string' || text.length !== 12) return false;
  for (let index = 0; index < 12; index++) {
    const code = text.charCodeAt(index);
    if (code < 48 || code > 57) return false;
  }
  return true;
}
