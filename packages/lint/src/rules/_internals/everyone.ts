import type { ConditionFacts } from '../../facts/conditionFacts.ts';
import type { LintContext } from '../../facts/lintContext.ts';
import { principalsOf } from '../../facts/principalsOf.ts';
import type { StatementFacts } from '../../facts/statementFacts.ts';

/** Keys that tell callers apart, or the networks and the resources that they come from; in lower case. */
const NARROWING: ReadonlySet<string> = new Set([
  'aws:calledvia',
  'aws:calledviafirst',
  'aws:calledvialast',
  'aws:ec2instancesourcevpc',
  'aws:federatedprovider',
  'aws:principalaccount',
  'aws:principalarn',
  'aws:principalorgid',
  'aws:principalorgpaths',
  'aws:principalservicename',
  'aws:principalservicenameslist',
  'aws:principalisawsservice',
  'aws:sourceaccount',
  'aws:sourcearn',
  'aws:sourceowner',
  'aws:sourceip',
  'aws:sourceorgid',
  'aws:sourceorgpaths',
  'aws:sourcevpc',
  'aws:sourcevpcarn',
  'aws:sourcevpce',
  'aws:userid',
  'aws:username',
  'aws:vpceaccount',
  'aws:vpceorgid',
  'aws:vpceorgpaths',
  'aws:vpcsourceip',
  'ec2:sourceinstancearn',
  'elasticfilesystem:accessedviamounttarget',
  'kms:calleraccount',
  'kms:viaservice',
  'lambda:functionurlauthtype',
  's3:dataaccesspointaccount',
  's3:dataaccesspointarn',
  'sns:endpoint',
]);

/** Whether a condition lets only certain callers through: it fails where its key is absent, and is no wildcard. */
export function narrowsCallers(facts: ConditionFacts): boolean {
  if (!facts.needsKey || !isAboutCallers(facts.key)) return false;
  return !facts.values.some((value) => /^\*+$/.test(value) || value === '0.0.0.0/0' || value === '::/0');
}

function isAboutCallers(key: string): boolean {
  return (
    NARROWING.has(key) || key.startsWith('aws:principaltag/') || key.endsWith(':sub') || key.endsWith(':aud')
  );
}

/** The place where a statement names everybody: `*`, alone or under `AWS`. */
export function everyonePointer(context: LintContext, statement: StatementFacts): string | undefined {
  const place = principalsOf(context, statement).find(
    ({ entry, negated }) => !negated && entry.kind === 'AWS' && entry.value === '*',
  );
  return place?.pointer;
}
