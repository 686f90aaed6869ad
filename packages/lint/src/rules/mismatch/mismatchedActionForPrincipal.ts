import { quote } from '@policywright/policy/text';
import { allPrincipalsOf, type PrincipalPlace } from '../../facts/principalsOf.ts';
import type { StatementFacts } from '../../facts/statementFacts.ts';
import type { Report, Rule, RuleExamples } from '../../rule/rule.ts';
import { bucket, documentOf, finds, trust } from '../_internals/exampleDocuments.ts';
import { assumeActions, trustedKind, type TrustedKind } from '../_internals/trustActions.ts';

const SAML = { Federated: 'arn:aws:iam::111122223333:saml-provider/idp' };
const OIDC = { Federated: 'arn:aws:iam::111122223333:oidc-provider/idp.example.com' };

/** Reports actions of trust policies that none of the principals can use, and principals who can use none of them. */
export const mismatchedActionForPrincipal: Rule = {
  id: 'mismatched-action-for-principal',
  group: 'mismatch',
  severity: 'error',
  aliases: { accessAnalyzer: 'MISMATCHED_ACTION_FOR_PRINCIPAL' },
  reads: ['Principal', 'Action'],
  doc: 'an action of a trust policy is not the one with which its principals, or some of them, assume a role (S202)',
  get examples(): RuleExamples {
    return {
      bad: [
        finds(trust({ Principal: SAML, Action: 'sts:AssumeRole' }), {
          at: '/Statement/0/Action',
          message: 'found `sts:AssumeRole`, which no principal of the statement can use',
          marks: '"sts:AssumeRole"',
        }),
        finds(
          trust({ Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRoleWithWebIdentity' }),
          {
            at: '/Statement/0/Action',
          },
        ),
        finds(
          trust({
            Principal: { Federated: [SAML.Federated, OIDC.Federated] },
            Action: ['sts:AssumeRoleWithSAML', 'sts:TagSession'],
          }),
          {
            at: '/Statement/0/Principal/Federated/1',
            message:
              'found the principal `arn:aws:iam::111122223333:oidc-provider/idp.example.com`, who cannot use `sts:AssumeRoleWithSAML`',
            help: 'give it a statement of its own with `sts:AssumeRoleWithWebIdentity`',
          },
        ),
        finds(trust({ Principal: { AWS: '111122223333', ...SAML } }), {
          at: '/Statement/0/Principal/Federated',
        }),
        finds(
          trust({
            Principal: { AWS: '111122223333', Federated: [OIDC.Federated, SAML.Federated] },
            Action: ['sts:AssumeRole', 'sts:AssumeRoleWithWebIdentity'],
          }),
          {
            at: '/Statement/0/Principal/Federated/1',
            message:
              'found the principal `arn:aws:iam::111122223333:saml-provider/idp`, who cannot use `sts:AssumeRole` or `sts:AssumeRoleWithWebIdentity`',
            help: 'give it a statement of its own with `sts:AssumeRoleWithSAML`',
          },
        ),
        finds(trust({ Principal: { Federated: 'accounts.google.com' }, Action: 'sts:AssumeRole' }), {
          at: '/Statement/0/Action',
        }),
      ],
      good: [
        trust({ Principal: SAML, Action: ['sts:AssumeRoleWithSAML', 'sts:TagSession'] }),
        trust({ Principal: { AWS: '111122223333' } }),
        trust({ Principal: { AWS: '111122223333', Service: 'ec2.amazonaws.com' } }),
        trust({ Principal: { ...SAML, AWS: '*' }, Action: 'sts:AssumeRole' }),
        trust({ Principal: { AWS: '111122223333', ...SAML }, Action: 'sts:TagSession' }),
        trust({ Principal: { AWS: '111122223333', ...OIDC }, Action: 'sts:AssumeRole*' }),
        documentOf('trust', { Effect: 'Deny', Principal: SAML, Action: 'sts:AssumeRole' }),
        trust({ Principal: SAML, NotAction: 'sts:AssumeRole' }),
        trust({ Principal: { AWS: [] }, Action: 'sts:AssumeRoleWithSAML' }),
        // No policy of a role.
        bucket({ Principal: SAML, Action: 'sts:AssumeRole' }),
      ],
    };
  },
  *check(context) {
    if (context.type !== 'trust') return;
    for (const statement of context.statements) {
      const places = allPrincipalsOf(context, statement).map((place) =>
        context.isUnknown(place.pointer) ? { ...place, pointer: statement.principalPointer } : place,
      );
      const kinds = new Set(places.map(trustedKind));
      if (!statement.allows || statement.statement.action.negated || kinds.size === 0 || kinds.has('any'))
        continue;
      yield* uselessActions(statement, kinds);
      yield* leftOutPrincipals(statement, places);
    }
  },
};

function* uselessActions(statement: StatementFacts, kinds: ReadonlySet<TrustedKind>): Iterable<Report> {
  for (const { facts, pointer } of statement.actions) {
    const users = assumeActions().get(facts.lower)?.kinds;
    if (users === undefined || users.some((kind) => kinds.has(kind))) continue;
    yield { pointer, message: `found ${quote(facts.text)}, which no principal of the statement can use` };
  }
}

/** Principals beside others for whom alone the actions are; where they are for nobody, that was said of the actions. */
function* leftOutPrincipals(statement: StatementFacts, places: readonly PrincipalPlace[]): Iterable<Report> {
  const assuming = [...assumeActions().values()].filter(({ name }) => statement.matchesAction(name));
  const canAssume = (place: PrincipalPlace): boolean =>
    assuming.some(({ kinds }) => kinds.includes(trustedKind(place)));
  if (!places.some(canAssume)) return;
  for (const place of places.filter((each) => !canAssume(each))) {
    const own = [...assumeActions().values()].find(({ kinds }) => kinds.includes(trustedKind(place)));
    yield {
      pointer: place.pointer,
      message: `found the principal ${quote(place.entry.value)}, who cannot use ${assuming.map(({ name }) => quote(name)).join(' or ')}`,
      help: `give it a statement of its own with ${quote(own?.name ?? '')}`,
    };
  }
}
