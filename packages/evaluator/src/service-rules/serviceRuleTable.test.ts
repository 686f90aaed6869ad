import { describe, expect, test } from 'vitest';
import { serviceRulesOf } from './serviceRules.ts';

/** The rules that bear on an action, each with the numbers that it follows. */
function rulesOf(action: string): readonly string[] {
  return serviceRulesOf(action, action.split(':')[0] ?? '').map(
    ({ name, rules }) => `${name} ${rules.join(' ')}`,
  );
}

function withRule(name: string, actions: readonly string[]): readonly string[] {
  return actions.filter((action) => rulesOf(action).some((rule) => rule.startsWith(`${name} `)));
}

test.each<[string, readonly string[]]>([
  ['codeartifact:getpackage', []],
  ['codeartifact:putpackagemetadata', []],
  ['codeartifact:getdomainpermissionspolicy', []],
  [
    'iam:tagrole',
    [
      'iam-own-policies S176',
      'iam-reserved-roles S196',
      'session-tokens-iam S199',
      'federated-sessions-iam S200',
    ],
  ],
  ['iam:getrole', ['iam-own-policies S176', 'session-tokens-iam S199', 'federated-sessions-iam S200']],
  ['iam:passrole', ['cross-account S176 S205 S206 S207', 'iam-own-policies S176']],
  ['iam:changepassword', ['iam-own-policies S176', 'session-tokens-iam S199', 'federated-sessions-iam S200']],
  ['kms:decrypt', ['kms-key-policy S171', 'kms-managed-keys S169 S196']],
  [
    'kms:createalias',
    [
      'cross-account S176 S205 S206 S207',
      'kms-key-policy S171',
      'kms-managed-aliases S196',
      'kms-managed-key-changes S196',
      'kms-managed-keys S169 S196',
    ],
  ],
  [
    'kms:updatealias',
    [
      'cross-account S176 S205 S206 S207',
      'kms-key-policy S171',
      'kms-managed-aliases S196',
      'kms-managed-key-changes S196',
      'kms-managed-keys S169 S196',
    ],
  ],
  [
    'kms:deletealias',
    [
      'cross-account S176 S205 S206 S207',
      'kms-key-policy S171',
      'kms-managed-aliases S196',
      'kms-managed-key-changes S196',
      'kms-managed-keys S169 S196',
    ],
  ],
  ['kms:retiregrant', ['kms-key-policy S171', 'kms-managed-keys S169 S196', 'kms-retire-grant S169']],
  [
    'kms:listkeys',
    ['cross-account S176 S205 S206 S207', 'kms-key-policy S171', 'kms-managed-keys S169 S196'],
  ],
  ['s3:getobject', ['s3-block-public-access S195']],
  [
    's3:deletebucketpolicy',
    ['cross-account S176 S205 S206 S207', 's3-block-public-access S195', 's3-bucket-policy S205'],
  ],
  [
    's3:putbucketpolicy',
    ['cross-account S176 S205 S206 S207', 's3-block-public-access S195', 's3-bucket-policy S205'],
  ],
  [
    's3:getbucketpolicy',
    ['cross-account S176 S205 S206 S207', 's3-block-public-access S195', 's3-bucket-policy S205'],
  ],
  [
    'sts:assumerole',
    [
      'role-trust-policy S172 S203',
      'service-linked-role-trust S211',
      'sts-assume-role S197',
      'federated-sessions-sts S200',
    ],
  ],
  [
    'sts:assumerolewithsaml',
    [
      'role-trust-policy S172 S203',
      'sts-federation S202',
      'session-tokens-sts S199',
      'federated-sessions-sts S200',
    ],
  ],
  [
    'sts:assumerolewithwebidentity',
    [
      'role-trust-policy S172 S203',
      'sts-federation S202',
      'session-tokens-sts S199',
      'federated-sessions-sts S200',
    ],
  ],
  ['sts:assumeroot', ['sts-assume-root S204', 'session-tokens-sts S199', 'federated-sessions-sts S200']],
  ['sts:getcalleridentity', ['sts-get-caller-identity S173']],
  [
    'sts:getfederationtoken',
    ['role-sessions S198', 'session-tokens-sts S199', 'federated-sessions-sts S200'],
  ],
  [
    'sts:getsessiontoken',
    [
      'sts-get-session-token S174',
      'role-sessions S198',
      'session-tokens-sts S199',
      'federated-sessions-sts S200',
    ],
  ],
  ['sts:setcontext', ['role-trust-policy S172 S203', 'federated-sessions-sts S200']],
  [
    'sts:setsourceidentity',
    ['role-trust-policy S172 S203', 'sts-source-identity S203', 'federated-sessions-sts S200'],
  ],
  ['sts:tagsession', ['role-trust-policy S172 S203', 'federated-sessions-sts S200']],
  ['sts:decodeauthorizationmessage', ['session-tokens-sts S199', 'federated-sessions-sts S200']],
  ['sso:deleteinstance', ['cross-account S176 S205 S206 S207']],
  ['sso:listinstances', []],
  ['ssm:deleteopsitem', ['cross-account S176 S205 S206 S207']],
  ['ec2:runinstances', []],
])('%s is under %j', (action, expected) => {
  expect(rulesOf(action)).toEqual(expected);
});

describe('S196: what customers cannot change', () => {
  const POLICY_CHANGES = [
    'iam:createpolicyversion',
    'iam:deletepolicy',
    'iam:deletepolicyversion',
    'iam:setdefaultpolicyversion',
    'iam:tagpolicy',
    'iam:untagpolicy',
  ];
  const ROLE_CHANGES = [
    'iam:addroletoinstanceprofile',
    'iam:attachrolepolicy',
    'iam:deleterole',
    'iam:deleterolepermissionsboundary',
    'iam:deleterolepolicy',
    'iam:detachrolepolicy',
    'iam:putrolepermissionsboundary',
    'iam:putrolepolicy',
    'iam:removerolefrominstanceprofile',
    'iam:updateassumerolepolicy',
  ];
  const SMALL_CHANGES = ['iam:tagrole', 'iam:untagrole', 'iam:updaterole', 'iam:updateroledescription'];
  const OTHERS = [
    'iam:getrole',
    'iam:listpolicies',
    'iam:createrole',
    'iam:createpolicy',
    'iam:putuserpolicy',
  ];

  test('is a policy and a role, whose description, tags and use only some roles keep from them', () => {
    const all = [...POLICY_CHANGES, ...ROLE_CHANGES, ...SMALL_CHANGES, ...OTHERS];
    expect(withRule('iam-reserved-entities', all)).toEqual([...POLICY_CHANGES, ...ROLE_CHANGES]);
    expect(withRule('iam-reserved-roles', all)).toEqual(SMALL_CHANGES);
  });

  test('is a key that AWS manages, not the use of it', () => {
    const changes = [
      'CancelKeyDeletion CreateAlias DeleteAlias DeleteImportedKeyMaterial DisableKey DisableKeyRotation EnableKey',
      'EnableKeyRotation ImportKeyMaterial PutKeyPolicy ReplicateKey RotateKeyOnDemand ScheduleKeyDeletion',
      'TagResource UntagResource UpdateAlias UpdateKeyDescription UpdatePrimaryRegion',
    ].flatMap((names) => names.split(' ').map((name) => `kms:${name.toLowerCase()}`));
    const uses = ['kms:decrypt', 'kms:encrypt', 'kms:describekey', 'kms:creategrant', 'kms:getkeypolicy'];
    expect(withRule('kms-managed-key-changes', [...changes, ...uses])).toEqual(changes);
  });
});
