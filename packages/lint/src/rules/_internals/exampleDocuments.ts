import type { PolicyType } from '@policywright/policy';
import type { BadExample, ExampleFinding, RuleExample } from '../../rule/rule.ts';

/** The members of a statement of an example. */
export type ExampleStatement = Readonly<Record<string, unknown>>;

/** An example of a policy type, Version 2012-10-17. */
export function documentOf(type: PolicyType, ...statements: readonly ExampleStatement[]): RuleExample {
  return { type, text: JSON.stringify({ Version: '2012-10-17', Statement: statements }) };
}

/** An example whose text is no policy, or not written as one is. */
export function text(document: string, type: PolicyType = 'identity'): RuleExample {
  return { type, text: document };
}

/** An example of one Allow statement of an identity policy with a value of `Condition`. */
export function condition(value: unknown): RuleExample {
  return allow({ Condition: value });
}

/** An example of one Allow statement of an identity policy, on an S3 object where nothing else is said. */
export function allow(members: ExampleStatement): RuleExample {
  return documentOf('identity', statement('Allow', members));
}

/** As {@link allow}, for Deny. */
export function deny(members: ExampleStatement): RuleExample {
  return documentOf('identity', statement('Deny', members));
}

/** An example of one Allow statement of a trust policy. */
export function trust(members: ExampleStatement): RuleExample {
  const usual = 'NotAction' in members ? {} : { Action: 'sts:AssumeRole' };
  return documentOf('trust', { Effect: 'Allow', ...usual, ...members });
}

/** An example of one Allow statement of a bucket policy. */
export function bucket(members: ExampleStatement): RuleExample {
  return documentOf('resource', statement('Allow', members));
}

/** An example of one Allow statement of an endpoint policy, for everybody. */
export function endpoint(members: ExampleStatement): RuleExample {
  return documentOf('vpcEndpoint', statement('Allow', { Principal: '*', ...members }));
}

/** A statement with an action and a resource where none are given. */
export function statement(effect: 'Allow' | 'Deny', members: ExampleStatement): ExampleStatement {
  const action = 'Action' in members || 'NotAction' in members ? {} : { Action: 's3:GetObject' };
  const resource = 'Resource' in members || 'NotResource' in members ? {} : { Resource: 'arn:aws:s3:::b/*' };
  return { Effect: effect, ...action, ...resource, ...members };
}

/** An example with what its rule finds there. */
export function finds(example: RuleExample, ...places: readonly ExampleFinding[]): BadExample {
  return { ...example, finds: places };
}
