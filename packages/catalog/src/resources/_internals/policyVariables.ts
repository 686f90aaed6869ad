/** The private characters, of which those that a text does not have stand for its policy variables. */
const FIRST = 0xe000;
const LAST = 0xf8ff;

/** An ARN in which each policy variable is one character, so that no separator within one splits it. */
export interface ShieldedArn {
  readonly text: string;
  /** Gives a part of the text with the variables as they were. */
  readonly restore: (value: string) => string;
}

/**
 * Takes the policy variables of an ARN for single characters: `${aws:PrincipalTag/team}` is a part of one name.
 *
 * @param arn - a text with thousands of variables stays as it is behind the first ones.
 */
export function shieldVariables(arn: string): ShieldedArn {
  const variables = new Map<string, string>();
  const taken = new Set(arn.match(/[\uE000-\uF8FF]/g));
  let code = FIRST;
  const text = arn.replace(/\$\{[^{}]*\}/g, (variable) => {
    while (taken.has(String.fromCharCode(code))) code++;
    if (code > LAST) return variable;
    const sign = String.fromCharCode(code++);
    variables.set(sign, variable);
    return sign;
  });
  if (variables.size === 0) return { text: arn, restore: (value) => value };
  const restore = (value: string): string =>
    value.replace(/[\uE000-\uF8FF]/g, (sign) => variables.get(sign) ?? sign);
  return { text, restore };
}
