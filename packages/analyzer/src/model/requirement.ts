import type { FamilyPattern } from '@policywright/arn/family';
import type { ContextReader } from '@policywright/conditions';
import type { ConditionDescription } from '@policywright/conditions/engine';
import type { Condition } from '@policywright/policy';
import type { ActionAsked } from './actionAsked.ts';

/** What a statement asks of one part of a request. Requirements that ask the same are one object. */
export type Requirement = ActionRequirement | ResourceRequirement | KeyRequirement;

interface Part {
  /** Its number among all requirements of a question; equal requirements have one. */
  readonly id: number;
  /** Which part of the request it is about: 0 the action, 1 the resource, from 2 on the context keys by slot. */
  readonly variable: number;
}

/** What `Action` or `NotAction` asks. */
export interface ActionRequirement extends Part {
  readonly kind: 'action';
  readonly asked: ActionAsked;
}

/** What `Resource` or `NotResource` asks. */
export interface ResourceRequirement extends Part {
  readonly kind: 'resource';
  readonly negated: boolean;
  /** Its patterns without policy variables. */
  readonly patterns: readonly FamilyPattern[];
  /** Those with variables. */
  readonly atoms: readonly VariableAtom[];
  /** Slots of variables of which one without value makes the requirement fail (rule S58). */
  readonly voiding: readonly number[];
}

/** A pattern with policy variables: whether it matches hangs on the resource and on context keys. */
export interface VariableAtom {
  readonly id: number;
  /** Everything that it can come to match, with `*` for each variable. */
  readonly upper: FamilyPattern;
  /** The pattern over an alphabet with a symbol for each variable. */
  readonly symbolic: FamilyPattern;
  /** Slots of its variables. */
  readonly slots: readonly number[];
  /** Some texts that it matches in a context; none where a variable has no value. */
  texts(reader: ContextReader): readonly string[];
}

/** What the conditions on one context key ask. */
export interface KeyRequirement extends Part {
  readonly kind: 'key';
  readonly slot: number;
  readonly checks: readonly KeyCheck[];
  /** Conditions of which cannot be told whether they hold count as met (rule S23). */
  readonly undecidedCounts: boolean;
}

/** One condition on a key. */
export interface KeyCheck {
  readonly condition: Condition;
  readonly description: ConditionDescription;
  /** Slots of the keys that it uses as policy variables. */
  readonly variables: readonly number[];
}

/** The part of a request that is its action. */
export const ACTION = 0;
/** The part that is its resource. */
export const RESOURCE = 1;
/** The first of the parts that are context keys. */
export const FIRST_KEY = 2;
