import { printJson } from '../json/printJson.ts';
import type { Policy } from '../model/policy.ts';
import { policyNode } from './_internals/policyNode.ts';

/** The forms that `printPolicy` has beside that of the policy as it is written. */
export type PrintForm = 'canonical' | 'shortest';

/** How `printPolicy` writes. */
export interface PrintOptions {
  /**
   * What becomes of that which has no bearing on decisions; as written unless given. `canonical` brings it to one form:
   * values, operators and keys sorted, repetitions gone, operators in their canonical spelling, `Statement` a list;
   * statements keep their order. `shortest` takes as few characters as it can: a lone statement without its list, booleans
   * and numbers without quotation marks (rules S5, S18).
   */
  readonly form?: PrintForm | undefined;
  /** Spaces a level, 0 for one line without white space; 2 unless given. */
  readonly indent?: number;
}

/**
 * Prints a policy as JSON: from its statements, not from the text that it was read from.
 *
 * Elements come in the order of the AWS documentation, a list of one as a bare value (rule S7), numbers and
 * booleans of conditions as strings (rule S18) but in the shortest form. Parsing the result gives the same version, id and statements.
 *
 * @param policy - the policy, as parsed or with other statements in it.
 * @param options - form and indentation.
 * @returns the text, without a final line end.
 * @throws PolicyError `repeated-condition` where a statement made by a program has one operator and key twice.
 */
export function printPolicy(policy: Policy, options: PrintOptions = {}): string {
  return printJson(policyNode(policy, options.form ?? 'asWritten'), options.indent);
}
