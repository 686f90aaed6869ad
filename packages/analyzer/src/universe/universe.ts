import type { FamilyPattern } from '@policywright/arn/family';

/**
 * Which requests exist. A proof is about such a set, so that it is a value, is handed in, and is named in the answer.
 *
 * A universe may be wider than what AWS has: that gives a request which cannot be made, and shows itself by it. It must not
 * be narrower, since a proof that forgot requests shows nothing.
 */
export interface Universe {
  /** Of which requests an answer is, for people and programs: `language` or `aws`. */
  readonly name: string;
  /**
   * The names of the actions of a service, in lower case with the prefix; `undefined` where any name may be one. Actions
   * that are yet to come are asked for beside them.
   *
   * @param service - the prefix, in lower case.
   */
  actionsOf(service: string): readonly string[] | undefined;
  /**
   * A word that is the same for actions that have the same resources and the same keys.
   *
   * @param action - in lower case.
   */
  classOf(action: string): string;
  /**
   * ARN patterns of the resources that an action is about, `*` being the pseudo-resource of actions without one;
   * `undefined` for any ARN and `*`.
   *
   * @param action - in lower case.
   */
  resourcesOf(action: string): readonly string[] | undefined;
  /**
   * The same resources more closely, where names are known not to have some characters. Left out, the patterns of
   * `resourcesOf` are all that is known.
   *
   * @param action - in lower case.
   */
  resourceForms?(action: string): readonly FamilyPattern[] | undefined;
  /**
   * Some of the resources by names that read well, for witnesses. Left out, none are known.
   *
   * @param action - in lower case.
   */
  exampleResources?(action: string): readonly string[];
  /**
   * A value that a context key can have, for witnesses. Left out, none are known.
   *
   * @param key - as a policy spells it.
   */
  exampleValue?(key: string): string | undefined;
  /**
   * Few patterns that match exactly some of the actions that are known, in AWS's spelling. Left out, none are known.
   *
   * @param actions - in lower case; those that are not known stay as they are.
   */
  summary?(actions: readonly string[]): readonly string[];
  /**
   * What is known of a context key in the requests of an action.
   *
   * @param key - as a policy spells it.
   * @param action - in lower case.
   */
  keyOf(key: string, action: string): KeyFacts;
}

/** What is known of a context key. */
export interface KeyFacts {
  /** Whether requests have the key. */
  readonly presence: 'always' | 'sometimes' | 'never';
  /** How many values it has: one, a list, or either. */
  readonly values: 'single' | 'several' | 'either';
}

/** The key of which nothing is known. */
export const ANY_KEY: KeyFacts = { presence: 'sometimes', values: 'either' };
