import type { PolicySet } from '@policywright/evaluator';
import { compileArnPattern, compileGlob, type Matcher } from '@policywright/arn';
import { policyOf, type PolicyDocument } from '@policywright/scenario';
import * as fc from 'fast-check';
import { interpret } from '@policywright/testing';

/** The ways in which policies read a pattern. */
export type Reading = 'glob' | 'operator' | 'resource';

/** A pattern that `arn` has compiled, with a judge of it that shares no code with `arn`. */
export interface JudgedPattern {
  readonly reading: Reading;
  readonly text: string;
  readonly matcher: Matcher;
  /** Whether the reference interpreter finds that the pattern matches a text. */
  readonly contains: (text: string) => boolean;
}

/** Compiles a pattern in one of its readings. */
export function judgedPattern(reading: Reading, text: string): JudgedPattern {
  const policies: PolicySet = { identity: [policyOf(documentOf(reading, text))] };
  const contains = (candidate: string): boolean => {
    const request =
      reading === 'resource'
        ? { resource: candidate, context: {} }
        : { resource: '*', context: { k: candidate } };
    const asked = { principal: 'arn:aws:iam::111122223333:user/alice', action: 's3:GetObject', ...request };
    // Not the decision, which also depends on the account of the resource.
    return interpret(policies, asked, { shortArn: 'wildcard' }).matched.length > 0;
  };
  const judged = { reading, text, matcher: compile(reading, text), contains };
  return Object.defineProperty(judged, fc.toStringMethod, { value: () => `${reading} ${text}` });
}

function compile(reading: Reading, text: string): Matcher {
  if (reading === 'glob') return compileGlob(text);
  return compileArnPattern(text, { dialect: reading, missingFields: 'wildcard' });
}

function documentOf(reading: Reading, text: string): PolicyDocument {
  const operator = reading === 'glob' ? 'StringLike' : 'ArnLike';
  const element =
    reading === 'resource' ? { Resource: text } : { Resource: '*', Condition: { [operator]: { k: text } } };
  return { Version: '2012-10-17', Statement: { Effect: 'Allow', Action: '*', ...element } };
}
