import { findText, patternOfParts } from '@policywright/arn/family';
import { services } from '@policywright/catalog';
import { describe, expect, test } from 'vitest';
import { AWS } from './awsUniverse.ts';

function isResource(action: string, arn: string): boolean {
  const universe = AWS.resourceForms?.(action) ?? [];
  const found = findText([{ patterns: [patternOfParts([{ text: arn }])], wanted: true }], { universe });
  return found.outcome === 'text';
}

/** Each variable a letter, which every name can be or hold. */
function exampleOf(format: string): string {
  return format.replaceAll(/\$\{[^}]*\}|\*/g, 'x');
}

describe('actions', () => {
  test('S61: the names of a service, in lower case; of services that the catalog does not have, any', () => {
    expect(AWS.actionsOf('s3')).toContain('s3:getobject');
    expect(AWS.actionsOf('nope')).toBeUndefined();
  });

  test('actions with the same resources are of one class, and others are not', () => {
    expect(AWS.classOf('sqs:sendmessage')).toBe(AWS.classOf('sqs:receivemessage'));
    expect(AWS.classOf('s3:getobject')).not.toBe(AWS.classOf('s3:listbucket'));
    expect(AWS.classOf('s3:nope')).not.toBe(AWS.classOf('s3:listallmybuckets'));
    expect(AWS.classOf('sns:nope')).not.toBe(AWS.classOf('sqs:nope'));
  });
});

describe('resources', () => {
  test('S47: an action without resource types names none, and so may one whose types are optional', () => {
    expect(AWS.resourcesOf('s3:listallmybuckets')).toEqual(['*']);
    expect(isResource('s3:listallmybuckets', 'arn:aws:s3:::bucket')).toBe(false);
    expect(isResource('xray:tagresource', '*')).toBe(true);
    expect(isResource('sqs:sendmessage', '*')).toBe(false);
  });

  test('formats have `*` for each variable, and what is known of names is in the pattern', () => {
    expect(AWS.resourcesOf('s3:listbucket')).toContain('arn:*:s3:::*');
    expect(isResource('s3:listbucket', 'arn:aws-cn:s3:::bucket')).toBe(true);
    expect(isResource('s3:listbucket', 'arn:aws:s3:::bucket/key')).toBe(false);
    expect(isResource('s3:getobject', 'arn:aws:s3:::bucket/a/b:c')).toBe(true);
    expect(isResource('s3:getobject', 'arn:aws:s3:::bucket')).toBe(false);
    expect(isResource('sqs:sendmessage', 'arn:aws:sqs:eu-west-1:111122223333:queue')).toBe(true);
    expect(isResource('sqs:sendmessage', 'arn:aws:sns:eu-west-1:111122223333:queue')).toBe(false);
  });

  test('whatever the resource types of an action, an ARN of each of their formats is a resource', () => {
    const wrong: string[] = [];
    const seen = new Set<string>();
    for (const { prefix, actions, resourceTypes } of services()) {
      for (const action of actions) {
        const name = action.fullName.toLowerCase();
        if (seen.has(AWS.classOf(name))) continue;
        seen.add(AWS.classOf(name));
        const own = new Set(action.resourceTypes.map((type) => type.name));
        const types = resourceTypes.filter((type) => own.has(type.name));
        for (const arn of types.flatMap((type) => type.arnFormats.map(exampleOf))) {
          if (!isResource(name, arn)) wrong.push(`${prefix} ${name} ${arn}`);
        }
      }
    }
    expect(seen.size).toBeGreaterThan(2000);
    expect(wrong).toEqual([]);
  });

  test('of an action that the catalog does not have, any', () => {
    expect(AWS.resourcesOf('s3:nope')).toBeUndefined();
    expect(AWS.resourceForms?.('s3:nope')).toBeUndefined();
  });

  test('equal formats are the same pattern, also of other actions', () => {
    const [first] = AWS.resourceForms?.('sqs:sendmessage') ?? [];
    expect(first).toBeDefined();
    expect(AWS.resourceForms?.('sqs:deletequeue')).toContain(first);
  });
});

describe('keys', () => {
  test('S125: keys that every request has', () => {
    expect(AWS.keyOf('aws:SecureTransport', 's3:getobject')).toEqual({
      presence: 'always',
      values: 'single',
    });
    expect(AWS.keyOf('AWS:sourceip', 's3:getobject')).toEqual({ presence: 'sometimes', values: 'single' });
    expect(AWS.keyOf('aws:TagKeys', 's3:getobject')).toEqual({ presence: 'sometimes', values: 'several' });
    expect(AWS.keyOf('aws:RequestTag/team', 'ec2:createtags')).toEqual({
      presence: 'sometimes',
      values: 'single',
    });
  });

  test('a key of a service is in the requests of that service, and of those that list it', () => {
    expect(AWS.keyOf('s3:prefix', 's3:listbucket')).toEqual({ presence: 'sometimes', values: 'single' });
    expect(AWS.keyOf('s3:prefix', 'ec2:runinstances').presence).toBe('never');
    expect(AWS.keyOf('s3:ExistingObjectTag/team', 's3:getobject').presence).toBe('sometimes');
    expect(AWS.keyOf('iam:ResourceTag/team', 'sts:assumerole').presence).toBe('sometimes');
    expect(AWS.keyOf('iam:PassedToService', 's3:getobject').presence).toBe('never');
  });

  test('global keys with the prefix of a service are not its own', () => {
    expect(AWS.keyOf('ec2:SourceInstanceArn', 's3:getobject').presence).toBe('sometimes');
    expect(AWS.keyOf('lambda:SourceFunctionArn', 's3:getobject').presence).toBe('sometimes');
  });

  test('of what the catalog does not know, anything may be', () => {
    const any = { presence: 'sometimes', values: 'either' };
    expect(AWS.keyOf('s3:Nope', 'ec2:runinstances')).toEqual(any);
    expect(AWS.keyOf('nope', 's3:getobject')).toEqual(any);
    expect(AWS.keyOf('s3:prefix', 'nope:nope').presence).toBe('sometimes');
    expect(AWS.keyOf('saml:sub', 's3:getobject').presence).toBe('sometimes');
  });

  test('S87: where pages differ in the number of values, either may be', () => {
    expect(AWS.keyOf('identitystore:UserId', 'q:sendmessage').values).toBe('either');
  });

  test('no key that a service lists is never in its requests', () => {
    const wrong = services().flatMap(({ prefix, conditionKeys }) =>
      conditionKeys
        .filter(({ name }) => AWS.keyOf(name, `${prefix}:action`).presence === 'never')
        .map(({ name }) => `${prefix} ${name}`),
    );
    expect(wrong).toEqual([]);
  });
});
