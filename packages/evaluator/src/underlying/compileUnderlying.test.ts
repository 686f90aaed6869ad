import { describe, expect, test } from 'vitest';
import { ALICE, authorizerOf, decideWith, requestOf } from '../_testing/decideWith.ts';

const POINT = 'arn:aws:s3:eu-central-1:111122223333:accesspoint/images';
const OBJECT = `${POINT}/object/a.png`;
const BEHIND = { resource: 'arn:aws:s3:::images-src/a.png', resourceAccount: '111122223333' };
const PARTNER = 'arn:aws:sts::444455556666:assumed-role/resizer/f';
const delegated = [
  { Principal: { AWS: '*' }, Condition: { StringEquals: { 's3:DataAccessPointAccount': '111122223333' } } },
];
const reading = [{ Action: 's3:GetObject', Resource: `${POINT}/object/*` }];

/** A partner reads through the access point, whose policy names it and whose bucket delegates. */
const through = {
  principal: PARTNER,
  resource: OBJECT,
  underlying: [BEHIND],
  identity: reading,
  resourcePolicy: [{ Principal: { AWS: 'arn:aws:iam::444455556666:role/resizer' }, ...reading[0] }],
  behind: [delegated],
};

describe('S210: requests through an access point', () => {
  test('are for the access point and for the bucket to allow', () => {
    expect(decideWith(through)).toBe('Allow');
    expect(decideWith({ ...through, behind: [[{ Action: 's3:PutObject' }]] })).toBe('ImplicitDeny');
    expect(decideWith({ ...through, behind: [undefined] })).toBe('ImplicitDeny');
    expect(decideWith({ ...through, resourcePolicy: [{ Action: 's3:PutObject' }] })).toBe('ImplicitDeny');
  });

  test('count a Deny of either before the want of an Allow', () => {
    const deny = [{ Effect: 'Deny', Principal: '*' }];
    expect(decideWith({ ...through, behind: [deny] })).toBe('ExplicitDeny');
    expect(decideWith({ ...through, resourcePolicy: deny })).toBe('ExplicitDeny');
    expect(decideWith({ ...through, resourcePolicy: [{ Action: 's3:PutObject' }], behind: [deny] })).toBe(
      'ExplicitDeny',
    );
  });

  test('are explained by what settled them', () => {
    const explanation = authorizerOf({ ...through, behind: [[{ Action: 's3:PutObject' }]] }).explain(
      requestOf(through),
    );
    expect(explanation.request.resource).toBe(BEHIND.resource);
    expect(explanation.code).toBe('cross-account-resource-silent');
  });

  test('need the resources behind to be allowed also where no policy of theirs is given', () => {
    const { behind: _, ...without } = through;
    expect(decideWith(without)).toBe('ImplicitDeny');
    expect(decideWith({ ...without, principal: ALICE })).toBe('Allow');
  });

  test('whose bucket no request names are not allowed by its policy', () => {
    const { underlying: _, ...without } = through;
    expect(decideWith(without)).toBe('ImplicitDeny');
    expect(authorizerOf(without).explain(requestOf(without)).code).toBe('underlying-unknown');
    expect(authorizerOf(without).decidePartial(requestOf(without)).answer).toBe('Denied');
  });

  test('go through chains of them', () => {
    const lambda = 'arn:aws:s3-object-lambda:eu-central-1:111122223333:accesspoint/resize';
    const chain = {
      ...through,
      principal: ALICE,
      resource: `${lambda}/object/a.png`,
      action: 's3:GetObject',
      identity: [{}],
      resourcePolicy: undefined,
    };
    const links = { underlying: [{ resource: OBJECT }, BEHIND] };
    expect(decideWith({ ...chain, ...links, behind: [undefined, undefined] })).toBe('Allow');
    expect(decideWith({ ...chain, ...links, behind: [undefined, [{ Effect: 'Deny' }]] })).toBe(
      'ExplicitDeny',
    );
    // The bucket's question names the access point of S3 before it, not the first of the chain.
    const named = [{ Resource: [OBJECT, `${lambda}/object/*`] }];
    expect(decideWith({ ...chain, ...links, identity: named, behind: [] })).toBe('Allow');
    const first = [{ Resource: `${lambda}/object/*` }];
    expect(decideWith({ ...chain, ...links, identity: first, behind: [] })).toBe('ImplicitDeny');
  });
});

describe("S210: the bucket's question", () => {
  const context = { 's3:DataAccessPointArn': POINT, 's3:DataAccessPointAccount': '111122223333' };
  const bucket = { ...BEHIND, principal: PARTNER, context, resourcePolicy: delegated };

  test('lets policies of the principal allow by the access point', () => {
    expect(decideWith({ ...bucket, identity: reading })).toBe('Allow');
    const byBucket = [{ Resource: 'arn:aws:s3:::images-src/*' }];
    expect(decideWith({ ...bucket, identity: byBucket })).toBe('ImplicitDeny');
    expect(decideWith({ ...bucket, context: {}, identity: reading })).toBe('ImplicitDeny');
    const list = { ...bucket, action: 's3:ListBucket', resource: 'arn:aws:s3:::images-src' };
    expect(decideWith({ ...list, identity: [{ Resource: POINT }] })).toBe('Allow');
  });

  test.each(['identity', 'boundary'] as const)('lets a Deny of the %s policy name either', (layer) => {
    for (const Resource of [`${POINT}/object/*`, 'arn:aws:s3:::images-src/*']) {
      const policies = { identity: [{}], [layer]: [{}, { Effect: 'Deny', Resource }] };
      expect(decideWith({ ...bucket, ...policies })).toBe('ExplicitDeny');
    }
  });

  test('holds SCPs and session policies to the access point as well', () => {
    const elsewhere = { Resource: 'arn:aws:s3:::images-src/*' };
    expect(decideWith({ ...bucket, identity: [{}], scps: [[elsewhere]] })).toBe('ImplicitDeny');
    expect(decideWith({ ...bucket, identity: [{}], scps: [reading] })).toBe('Allow');
    expect(decideWith({ ...bucket, identity: [{}], session: [[elsewhere]] })).toBe('ImplicitDeny');
    expect(decideWith({ ...bucket, identity: [{}], rcps: [[{ Effect: 'Deny', ...elsewhere }]] })).toBe(
      'ExplicitDeny',
    );
  });

  test('shows which ARN a statement was held against', () => {
    const { layers } = authorizerOf({ ...bucket, identity: reading }).explain(requestOf(bucket));
    const [statement] = layers.find(({ layer }) => layer === 'identity')?.statements ?? [];
    expect(statement?.resource).toMatchObject({ result: 'true', value: `${POINT}/object/*` });
  });
});
