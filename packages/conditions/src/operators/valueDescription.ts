import type { GlobTokens } from '@policywright/arn';
import type { FamilyPattern } from '@policywright/arn/engine';
import type { FALSE, UNDECIDED } from '../truth.ts';
import type { AddressRange } from '../values/addressRange.ts';
import type { DateReading } from '../values/dateReading.ts';
import type { Decimal } from '../values/decimal.ts';
import type { TemplatePart } from '../variables/template.ts';
import type { OrderMask } from './order.ts';

/** A value with policy variables. A variable without a value makes it match nothing (S120). */
export interface TextTemplate {
  /** Stretches of pattern, in which case matters as below, and variables; each variable becomes literal text. */
  readonly parts: readonly TemplatePart[];
  readonly ignoreCase: boolean;
  /** `arn`: what it becomes is read as a pattern of an ARN operator, and where it is none, nothing can be told (S112). */
  readonly dialect: 'glob' | 'arn';
}

/**
 * What a text is that no value of the condition matches: a mismatch, or nothing can be told, because a value has a form that
 * the operator does not know (S95), because `*` alone may match (S112), or because there are no values (S20).
 */
export type Otherwise = typeof FALSE | typeof UNDECIDED;

/**
 * What a condition's values ask of one value of the request, before negation: it matches; it does not; or nothing can
 * be told. What a number, a date or an address is stands with the readers of these; nothing can be told of any other text.
 */
export type ValueDescription =
  | {
      readonly theory: 'text';
      /** A text that one of these matches is a match. */
      readonly matches: readonly FamilyPattern[];
      /** So is one that matches what one of these becomes. */
      readonly templates: readonly TextTemplate[];
      /** Of a text that matches neither, nor one of these, nothing can be told. `undefined`: each text can be read. */
      readonly readable: readonly FamilyPattern[] | undefined;
      readonly otherwise: Otherwise;
    }
  | {
      readonly theory: 'number';
      /** The orders of the request's number to a limit, on its right, that match. */
      readonly mask: OrderMask;
      readonly limits: readonly Decimal[];
      readonly otherwise: Otherwise;
    }
  | {
      readonly theory: 'date';
      readonly mask: OrderMask;
      /** As written. */
      readonly limits: readonly string[];
      /** Where these come to different ends, nothing can be told. */
      readonly readings: readonly [DateReading, ...DateReading[]];
      readonly otherwise: Otherwise;
    }
  | {
      readonly theory: 'address';
      readonly ranges: readonly AddressRange[];
      readonly otherwise: Otherwise;
    }
  /** Nothing that is taken apart here: base64, and booleans with policy variables. */
  | { readonly theory: 'opaque' };

/**
 * Describes texts that are compared as texts.
 *
 * @param parts - what differs from values of which none matches and each text can be read.
 * @returns the description.
 */
export function textDescription(
  parts: Partial<Omit<ValueDescription & { readonly theory: 'text' }, 'theory'>>,
): ValueDescription {
  return { theory: 'text', matches: [], templates: [], readable: undefined, otherwise: 0, ...parts };
}

/**
 * @param text - a text without wildcards.
 * @returns its tokens.
 */
export function literalTokens(text: string): GlobTokens {
  return Int32Array.from({ length: text.length }, (_, index) => text.charCodeAt(index));
}
