import { describe, expect, test } from 'vitest';
import { authorizerOf, policyOf, requestOf, type Situation } from '../_testing/decideWith.ts';
import { accessDeniedMessage, compile, type Explanation } from '../index.ts';
import { adviceOf, renderExplanation, textOf } from '../wording.ts';

function explain(situation: Situation): Explanation {
  return authorizerOf(situation).explain(requestOf(situation));
}

const regions = { StringNotEquals: { 'aws:RequestedRegion': ['eu-west-1', 'eu-central-1'] } };

describe('explain', () => {
  test('names the rule and the code that settled a decision', () => {
    expect(explain({})).toMatchObject({ decision: 'ImplicitDeny', code: 'identity-silent', rule: 'S146' });
    expect(explain({ identity: [{}] })).toMatchObject({
      decision: 'Allow',
      code: 'identity-allow',
      rule: 'S153',
    });
    expect(explain({ identity: [{ Effect: 'Deny' }] })).toMatchObject({
      code: 'explicit-deny',
      rule: 'S147',
    });
  });

  test('names the statement that denies, and the one that allows', () => {
    const denied = explain({
      identity: [{}],
      scps: [[{}, { Effect: 'Deny', Sid: 'NoReports', Action: 's3:*' }]],
    });
    expect(denied.decisive).toMatchObject({
      ref: '/scps/0/0/Statement/1',
      layer: 'scp',
      level: 0,
      sid: 'NoReports',
    });
    expect(denied.summary).toBe(
      'denied: statement `NoReports` at `/scps/0/0/Statement/1` of SCP level 1 denies `s3:GetObject` on `arn:aws:s3:::reports/q1.csv`',
    );
    expect(denied.headline[0]).toEqual({ statement: '/scps/0/0/Statement/1', sid: 'NoReports' });
    const allowed = explain({ identity: [{ Action: 'ec2:*' }, { Action: 's3:*' }] });
    expect(allowed.decisive?.ref).toBe('/identity/0/Statement/1');
  });

  test('names the level that does not allow', () => {
    const { summary, layers } = explain({ identity: [{}], scps: [[{}], [{ Action: 'ec2:*' }]] });
    expect(summary).toBe(
      'denied: SCP level 2 does not allow `s3:GetObject` on `arn:aws:s3:::reports/q1.csv`',
    );
    expect(
      layers.filter(({ layer }) => layer === 'scp').map(({ level, verdict }) => [level, verdict]),
    ).toEqual([
      [0, 'allows'],
      [1, 'silent'],
    ]);
  });

  test('names the policies of the layer that does not allow', () => {
    const limit = (name: string) => ({ ...policyOf([{ Action: 'ec2:*' }]), name });
    const denied = (...names: readonly string[]): string =>
      compile({ identity: [policyOf([{}])], scps: [names.map(limit)] }).explain(requestOf({})).summary;
    const rest = 'does not allow `s3:GetObject` on `arn:aws:s3:::reports/q1.csv`';
    expect(denied('limit')).toBe(`denied: SCP level 1 (\`limit\`) ${rest}`);
    expect(denied('one', 'two')).toBe(`denied: SCP level 1 (\`one\`, \`two\`) ${rest}`);
  });

  test('gives statements the place that they have in the policy set, those of RCPs by level', () => {
    const { layers } = explain({
      identity: [{}],
      resourcePolicy: [{}],
      resourceAccount: '111122223333',
      rcps: [[{ Principal: '*' }], [{ Principal: '*' }, { Principal: '*' }]],
    });
    const refs = layers.flatMap(({ statements }) => statements.map(({ ref }) => ref));
    expect(refs).toEqual([
      '/identity/0/Statement/0',
      '/resource/Statement/0',
      '/rcps/0/0/Statement/0',
      '/rcps/1/0/Statement/0',
      '/rcps/1/0/Statement/1',
    ]);
  });

  test('gives every layer a verdict', () => {
    const { layers } = explain({
      principal: 'anonymous',
      identity: [{}],
      resourcePolicy: [{}, { Effect: 'Deny' }],
    });
    expect(Object.fromEntries(layers.map(({ layer, verdict }) => [layer, verdict]))).toEqual({
      identity: 'notApplicable',
      boundary: 'absent',
      session: 'absent',
      resource: 'denies',
      scp: 'absent',
      rcp: 'absent',
      vpcEndpoint: 'absent',
    });
  });

  test('tells how each element and condition of a statement fared', () => {
    const statement = { Action: 's3:Get*', NotResource: ['arn:aws:s3:::reports/q*'], Condition: regions };
    const context = { 'aws:RequestedRegion': 'us-east-1' };
    const { layers } = explain({ identity: [statement], context });
    expect(layers[0]?.statements[0]).toMatchObject({
      ref: '/identity/0/Statement/0',
      effect: 'Allow',
      applies: false,
      action: {
        element: 'Action',
        result: 'true',
        values: ['s3:Get*'],
        requested: 's3:GetObject',
        value: 's3:Get*',
        pointer: '/Statement/0/Action',
      },
      resource: { element: 'NotResource', result: 'false', value: 'arn:aws:s3:::reports/q*' },
      principal: undefined,
      conditions: [
        {
          operator: 'StringNotEquals',
          key: 'aws:RequestedRegion',
          policyValues: ['eu-west-1', 'eu-central-1'],
          requestValues: ['us-east-1'],
          result: 'true',
        },
      ],
    });
  });

  test('names the entry of an action that covers, and none that does not count', () => {
    const valueOf = (parts: NonNullable<Situation['identity']>[number]): string | undefined =>
      explain({ identity: [parts] }).layers[0]?.statements[0]?.action.value;
    expect(valueOf({ Action: ['ec2:*', 's3:Get*'] })).toBe('s3:Get*');
    // S65: an Allow does not cover by a prefix with a wildcard, and a Deny does.
    expect(valueOf({ Action: 's*3:Get*' })).toBeUndefined();
    expect(valueOf({ Effect: 'Deny', Action: 's*3:Get*' })).toBe('s*3:Get*');
    expect(valueOf({ Action: ['s*3:Get*', 's3:GetObject'] })).toBe('s3:GetObject');
  });

  test('says what the nearest statement lacked', () => {
    const near = { Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } };
    const { nearest } = explain({ identity: [{ Action: 'ec2:*', Resource: 'arn:aws:s3:::x' }, near] });
    expect(nearest?.statement.ref).toBe('/identity/0/Statement/1');
    expect(nearest?.misses).toBe(1);
    expect(explain({ identity: [{ Action: 'ec2:*', Resource: 'arn:aws:s3:::x' }] }).nearest).toBeUndefined();
    expect(explain({ identity: [{}] }).nearest).toBeUndefined();
  });

  test('looks for the nearest statement in the layer that was silent', () => {
    const boundary = [{ Resource: 'arn:aws:s3:::other/*' }];
    const { nearest, code } = explain({ identity: [{}], boundary });
    expect(code).toBe('boundary-silent');
    expect(nearest?.statement.ref).toBe('/boundary/0/Statement/0');
    expect(nearest?.misses).toBe(1);
  });

  test('passes over a statement that applies and yet does not suffice', () => {
    const delegated = { resourcePolicy: [{ Principal: { AWS: '111122223333' } }] };
    const { nearest } = explain({ ...delegated, identity: [{ Resource: 'arn:aws:s3:::other' }] });
    expect(nearest?.statement.ref).toBe('/identity/0/Statement/0');
  });

  test('is plain data: it survives JSON', () => {
    const explanation = explain({ identity: [{ Condition: regions }] });
    expect(JSON.parse(JSON.stringify(explanation))).toMatchObject({
      decision: 'Allow',
      summary:
        'allowed: an identity-based policy allows `s3:GetObject` on `arn:aws:s3:::reports/q1.csv` and nothing limits it',
      headline: [
        'an identity-based policy allows ',
        { code: 's3:GetObject' },
        ' on ',
        {},
        ' and nothing limits it',
      ],
      layers: [{ layer: 'identity', verdict: 'allows' }, {}, {}, {}, {}, {}, {}],
    });
  });
});

describe('renderExplanation', () => {
  const situation = {
    identity: [{ Sid: 'Read', Action: 's3:Get*', Condition: regions }, { Action: 'ec2:*' }],
    context: { 'aws:RequestedRegion': 'eu-west-1' },
  };

  test('draws a tree of what concerns the action', () => {
    expect(renderExplanation(explain(situation)).split('\n')).toEqual([
      '✗ ImplicitDeny',
      '  denied: no identity-based policy allows `s3:GetObject` on `arn:aws:s3:::reports/q1.csv`',
      '  rule S146 (identity-silent)',
      '',
      '  identity-based policy: silent (no statement allows)',
      '    ✗ Allow "Read" /identity/0/Statement/0: does not apply',
      '        ✓ Action `s3:Get*` covers `s3:GetObject`',
      '        ✓ Resource `*` covers `arn:aws:s3:::reports/q1.csv`',
      '        ✗ StringNotEquals: `aws:RequestedRegion` must not be `eu-west-1` or `eu-central-1`; the request has `eu-west-1`',
      '    1 statement about other actions',
      '',
      '  what would have to change:',
      '    The statement `Read` at `/identity/0/Statement/0` comes closest to allowing it. One thing keeps it from that:',
      '      StringNotEquals: `aws:RequestedRegion` must not be `eu-west-1` or `eu-central-1`; the request has `eu-west-1`',
    ]);
  });

  test('uses colour only when asked, and never alone', () => {
    expect(renderExplanation(explain(situation))).not.toContain('\u001B');
    expect(renderExplanation(explain(situation), { color: true })).toContain(
      '\u001B[31m✗\u001B[39m ImplicitDeny',
    );
  });

  test('has green, red, bold and dim for colours, each ended by its own code', () => {
    const lines = (given: Situation) => renderExplanation(explain(given), { color: true }).split('\n');
    const allowed = lines({ identity: [{}, { Action: 'ec2:*' }] });
    expect(allowed[0]).toBe('\u001B[1m\u001B[32m✓\u001B[39m Allow\u001B[22m');
    expect(allowed[2]).toBe('\u001B[2m  rule S153 (identity-allow)\u001B[22m');
    expect(allowed.at(-1)).toBe('\u001B[2m    1 statement about other actions\u001B[22m');
    expect(lines(situation)[0]).toBe('\u001B[1m\u001B[31m✗\u001B[39m ImplicitDeny\u001B[22m');
  });

  test('writes Markdown in which policy text stays text', () => {
    const markdown = renderExplanation(explain({ identity: [{ Sid: 'Read' }] }), { format: 'markdown' });
    expect(markdown.split('\n').slice(0, 4)).toEqual([
      '**Allow**: allowed: an identity-based policy allows `s3:GetObject` on `arn:aws:s3:::reports/q1.csv` and nothing limits it (rule S153, `identity-allow`)',
      '',
      '- **identity-based policy**: allows',
      '  - ✓ Allow "Read" `/identity/0/Statement/0`',
    ]);
    expect(markdown).toContain('Action `*` covers `s3:GetObject`');
  });

  test('shows characters that a terminal acts on by their number', () => {
    const explanation = explain({
      context: { 'aws:RequestedRegion': 'x\u001B[2J' },
      identity: [{ Condition: regions }],
    });
    const shown = { text: 'x\\u001b[2J', markdown: '`x\\u001b`&#91;`2J`' };
    for (const format of ['text', 'markdown'] as const) {
      expect(renderExplanation(explanation, { format })).not.toContain('\u001b');
      expect(renderExplanation(explanation, { format })).toContain(shown[format]);
    }
  });
});

describe('accessDeniedMessage', () => {
  const who = 'User: arn:aws:iam::111122223333:user/alice is not authorized to perform: s3:GetObject';
  const where = `${who} on resource: arn:aws:s3:::reports/q1.csv`;
  const message = (situation: Situation): string | undefined => accessDeniedMessage(explain(situation));

  test.each<[string, Situation, string]>([
    ['nothing allows', {}, `${where} because no identity-based policy allows the s3:GetObject action`],
    [
      'boundary',
      { identity: [{}], boundary: [{ Action: 'ec2:*' }] },
      `${where} because no permissions boundary allows the s3:GetObject action`,
    ],
    [
      'session',
      { identity: [{}], session: [[{ Action: 'ec2:*' }]] },
      `${where} because no session policy allows the s3:GetObject action`,
    ],
    [
      'SCP',
      { identity: [{}], scps: [[]] },
      `${where} because no service control policy allows the s3:GetObject action`,
    ],
    [
      'endpoint',
      { identity: [{}], vpcEndpoint: [{ Action: 'ec2:*' }] },
      `${where} because no VPC endpoint policy allows the s3:GetObject action`,
    ],
    [
      'other account',
      { identity: [{}], resourceAccount: '444455556666' },
      `${where} because no resource-based policy allows the s3:GetObject action`,
    ],
    [
      'Deny',
      { identity: [{ Effect: 'Deny' }] },
      `${where} with an explicit deny in an identity-based policy`,
    ],
    [
      'Deny in an SCP',
      { scps: [[{ Effect: 'Deny' }]] },
      `${where} with an explicit deny in a service control policy`,
    ],
    [
      'no resource',
      { resource: '*' },
      `${who} because no identity-based policy allows the s3:GetObject action`,
    ],
  ])('%s', (_, situation, expected) => {
    expect(message(situation)).toBe(expected);
  });

  test('says nothing of what is allowed', () => {
    expect(message({ identity: [{}] })).toBeUndefined();
  });
});

describe('a condition that cannot be told', () => {
  test('S98: keeps a Deny, and has a mark and a reason of its own', () => {
    const Condition = { DateGreaterThan: { 'aws:CurrentTime': '2025-01-01T10:00:00' } };
    const explanation = explain({
      identity: [{}, { Effect: 'Deny', Condition }],
      context: { 'aws:CurrentTime': '2026-11-29T12:00:00Z' },
    });
    expect(explanation.decision).toBe('ExplicitDeny');
    expect(explanation.undecided).toBe(true);
    expect(explanation.doubts).toMatchObject([
      {
        statement: { ref: '/identity/0/Statement/1' },
        about: { operator: 'DateGreaterThan', result: 'undecided' },
      },
    ]);
    expect(renderExplanation(explanation)).toContain('? undecided: the answer hangs on');
    expect(renderExplanation(explanation).split('\n')).toContainEqual(
      expect.stringMatching(
        /^ +\? DateGreaterThan: `aws:CurrentTime` must be after .* \(no value matches, and one of the policy has a form that the operator does not know\)$/,
      ),
    );
  });

  test('S74: may be an element whose variable the context gives twice', () => {
    const context = { team: 'a', Team: 'b' };
    const explanation = explain({ identity: [{ Resource: 'arn:aws:s3:::reports/${team}' }], context });
    expect(explanation).toMatchObject({ decision: 'ImplicitDeny', undecided: true });
    expect(explanation.doubts[0]?.about).toMatchObject({ element: 'Resource', result: 'undecided' });
    expect(textOf(adviceOf(explanation)?.reasons[0]?.phrase ?? [])).toBe(
      ' `arn:aws:s3:::reports/${team}` may or may not cover `arn:aws:s3:::reports/q1.csv`',
    );
  });

  test('is nothing that matters where another Deny is certain, or a misplaced statement holds it', () => {
    const Condition = { DateGreaterThan: { 'aws:CurrentTime': '2025-01-01T10:00:00' } };
    const context = { 'aws:CurrentTime': '2026-11-29T12:00:00Z' };
    const doubtful = { Effect: 'Deny', Condition };
    expect(explain({ identity: [doubtful, { Effect: 'Deny' }], context }).undecided).toBe(false);
    expect(explain({ identity: [{ Condition, Principal: '*' }], context }).undecided).toBe(false);
  });
});
