import { isUnknownText, parsePointer, pointerTo } from '@policywright/policy';

/**
 * Whether nothing is to be said of a place, since its value or one around it is not known.
 *
 * What is said of a member itself, such as an element that the policy must not have, holds whatever its value is.
 *
 * @param pointer - JSON pointer from the root of the policy.
 * @param about - whether the finding is about the member's name or its value, and who knows what is unknown.
 */
export function isUnknownPlace(
  pointer: string,
  { isUnknown, name }: { readonly isUnknown: (pointer: string) => boolean; readonly name: boolean },
): boolean {
  const steps = parsePointer(pointer) ?? [];
  const last = steps.at(-1);
  const asked = name && last !== undefined && !isUnknownText(last) ? steps.slice(0, -1) : steps;
  let at = '';
  return asked.some((step) => isUnknown((at = pointerTo(at, step))));
}
