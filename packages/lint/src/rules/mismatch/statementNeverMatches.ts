import { abbreviatedApiResource } from '@policywright/policy';
import type { BlamedElement, NeverMatches } from '@policywright/analyzer';
import { quote, quoteAll } from '@policywright/policy/text';
import { catalogActions } from '../../facts/catalogActions.ts';
import { isOfSomeType } from '../../facts/resourceFormats.ts';
import type { StatementFacts } from '../../facts/statementFacts.ts';
import type { Report, Rule, RuleExamples } from '../../rule/rule.ts';
import { allow, deny, documentOf, finds, statement } from '../_internals/exampleDocuments.ts';
import { isExtraArn } from '../_internals/isExtraArn.ts';
import { isFaultyArn } from '../_internals/isFaultyArn.ts';
import { isNamedByNone } from '../_internals/isNamedByNone.ts';
import { formatsHelp, mismatchesOf } from '../_internals/resourceMismatches.ts';
import { isWholeService } from '../_internals/resourceFit.ts';
import { knownStatements } from '../_internals/statementCovers.ts';
import { statementProofs } from '../_internals/statementProofs.ts';

const KEY = 'arn:aws:kms:eu-west-1:${aws:PrincipalAccount}:key/*';

/** Reports statements that no request matches, where no other rule says so of a part of them. */
export const statementNeverMatches: Rule = {
  id: 'statement-never-matches',
  group: 'mismatch',
  severity: 'warning',
  aliases: {},
  reads: ['Action', 'Resource', 'Condition'],
  doc: 'no request matches a statement: its resources match nothing, or its actions are never about them; rules that blame less come first',
  get examples(): RuleExamples {
    return {
      bad: [
        finds(allow({ Action: 'kms:Decrypt', Resource: KEY }), {
          at: '/Statement/0/Resource',
          message: `found \`${KEY}\`, which matches no resource, so that the statement has no effect`,
          help: 'policy variables have values behind the fifth colon of an ARN only: write `*` or the value itself',
          marks: `"${KEY}"`,
        }),
        finds(deny({ Action: 'kms:*', Resource: [KEY, KEY.replace('key', 'alias')] }), {
          at: '/Statement/0/Resource',
          message: 'found resources that match nothing, so that the statement has no effect',
          help: 'policy variables have values behind the fifth colon of an ARN only: write `*` or the value itself',
        }),
        // Another statement has the action on its own resources; this one has no effect all the same.
        finds(
          documentOf(
            'identity',
            statement('Allow', { Action: ['s3:GetObject', 's3:PutObject'], Resource: 'arn:aws:s3:::b/*' }),
            statement('Allow', { Action: 's3:GetObject', Resource: 'arn:aws:s3:::b' }),
          ),
          {
            at: '/Statement/1/Resource',
            message:
              'found `arn:aws:s3:::b`, which according to the catalog no action of the statement is about, so that the statement has no effect',
            help: 'they work on `arn:${Partition}:s3:::${BucketName}/${ObjectName}`, `arn:${Partition}:s3:${Region}:${Account}:accesspoint/${AccessPointName}/object/${ObjectName}`',
          },
        ),
        finds(
          allow({ Action: 'waf-regional:GetWebACLForResource', Resource: 'arn:aws:waf-regional:*:*:*/*' }),
          {
            at: '/Statement/0/Resource',
          },
        ),
      ],
      good: [
        allow({ Action: 'kms:Decrypt', Resource: ['arn:aws:kms:*:*:key/*', KEY] }),
        // Of these `action-resource-mismatch` speaks.
        allow({ Action: 's3:GetObject', Resource: 'arn:aws:s3:::b' }),
        allow({ Action: ['s3:GetObject', 's3:ListBucket'], Resource: 'arn:aws:s3:::b/*' }),
        // Of this `service-wide-resource`.
        allow({ Action: 's3:ListAllMyBuckets', Resource: 'arn:aws:s3:::*' }),
        // Of this one rules about ARNs, and AWS documents the other though its reference does not.
        allow({ Action: 's3:GetObject', Resource: 'arn:aws:nope:::b' }),
        allow({
          Action: 'pricingplanmanager:GetSubscription',
          Resource: 'arn:aws:pricingplanmanager::*:subscription:*',
        }),
        // An operator without `ForAllValues` or `ForAnyValue` may well compare a key with several values (S87).
        allow({ Action: 'events:PutRule', Condition: { StringEquals: { 'events:detail-type': 'a' } } }),
        allow({ Action: 'x:Unknown', Resource: 'arn:aws:s3:::b' }),
      ],
    };
  },
  *check(context) {
    const said = new Set(
      mismatchesOf(context).flatMap(({ at, wrong }) => (wrong.length === at.actions.length ? [at] : [])),
    );
    for (const at of knownStatements(context)) {
      if (said.has(at) || !isSuspect(at) || isOfOtherRules(at)) continue;
      const because = statementProofs(context).neverMatches(at.statement);
      const report = because && reportOf(at, because);
      if (report !== undefined) yield report;
    }
  },
};

/** Whether a glance says that no request may match: most statements spare a proof. */
function isSuspect(at: StatementFacts): boolean {
  return at.resources.length > 0 && !at.statement.resource?.negated && (hasNoValues(at) || isNamedByNone(at));
}

/** Whether each resource has a variable where none has a value. */
function hasNoValues({ resources }: StatementFacts): boolean {
  return resources.every(({ facts }) => facts.hasVariable && hasVariableInHead(facts.text));
}

function hasVariableInHead(text: string): boolean {
  const [start = ''] = text.split('${', 1);
  return start.split(':').length <= COLONS;
}

/** The colons in front of the resource part (S42). */
const COLONS = 5;

function isOfOtherRules(at: StatementFacts): boolean {
  const wide = at.actions.flatMap(({ facts }) => catalogActions(facts).filter((one) => one.wildcardOnly));
  const services = [...new Set(wide.map(({ service }) => service))];
  return at.resources.some(
    ({ facts, unknown }) =>
      services.some((service) => isWholeService(facts, service)) ||
      unknown ||
      abbreviatedApiResource(facts.text) !== undefined ||
      (isExtraArn(facts) && !isOfSomeType(facts)) ||
      (!facts.hasVariable && isFaultyArn(facts)),
  );
}

function reportOf(at: StatementFacts, { blamed, universe }: NeverMatches): Report | undefined {
  const names = new Set(blamed.map(({ element }) => element));
  // Single conditions, and those that contradict each other, are the business of rules about conditions.
  if (!names.has('Resource')) return undefined;
  const [first, ...others] = at.resources;
  const only = others.length === 0 ? first : undefined;
  const place = {
    pointer: only?.pointer ?? at.resourcePointer,
    actions: at.actions.map(({ facts }) => facts.text),
  };
  const effect = 'so that the statement has no effect';
  if (names.size === 1) {
    const what =
      only === undefined
        ? 'resources that match nothing'
        : `${quote(only.facts.text)}, which matches no resource`;
    return {
      ...place,
      message: `found ${what}, ${effect}`,
      help: hasNoValues(at)
        ? 'policy variables have values behind the fifth colon of an ARN only: write `*` or the value itself'
        : undefined,
    };
  }
  const source = universe === 'language' ? '' : ' according to the catalog';
  const conditions = conditionsOf(blamed);
  const besides = conditions.length === 0 ? '' : ` under its conditions on ${quoteAll(conditions)}`;
  const what = only === undefined ? 'resources that' : `${quote(only.facts.text)}, which`;
  return {
    ...place,
    message: `found ${what}${source} no action of the statement is about${besides}, ${effect}`,
    help: formatsHelp('they work on', at.actions, at),
  };
}

function conditionsOf(blamed: readonly BlamedElement[]): readonly string[] {
  return blamed.flatMap((part) => (part.element === 'Condition' ? [part.condition.key] : []));
}
