import { quote } from '@policywright/policy/text';
import { catalogActions, hasKnownService } from '../../facts/catalogActions.ts';
import { resourceTypesOf } from '../../facts/actionFit.ts';
import type { LintContext } from '../../facts/lintContext.ts';
import { globOf, globsOverlap } from '../../facts/globsOverlap.ts';
import type { ResourceFacts } from '../../facts/resourceFacts.ts';
import type { Report, Rule, RuleExamples } from '../../rule/rule.ts';
import { allow, bucket, documentOf, finds, statement } from '../_internals/exampleDocuments.ts';
import { policyCarrier } from '../_internals/policyCarrier.ts';

const Principal = { AWS: '111122223333' };
const TOPIC = 'arn:aws:sns:eu-west-1:111122223333:t';
const QUEUE = 'arn:aws:sqs:eu-west-1:111122223333:q';
const ACCESS_POINT = 'arn:aws:s3:eu-west-1:111122223333:accesspoint/p';

/** Reports resources of resource policies that none of the document's actions work on. */
export const unsupportedResourceArnInPolicy: Rule = {
  id: 'unsupported-resource-arn-in-policy',
  group: 'mismatch',
  severity: 'error',
  aliases: { accessAnalyzer: 'UNSUPPORTED_RESOURCE_ARN_IN_POLICY' },
  reads: ['Action', 'Resource'],
  doc: 'a resource policy names a resource of another service than all its actions, or than the type of the resource that carries it, or several buckets',
  get examples(): RuleExamples {
    return {
      bad: [
        finds(bucket({ Principal, Resource: ['arn:aws:s3:::b/*', 'arn:aws:sqs:eu-west-1:111122223333:q'] }), {
          at: '/Statement/0/Resource/1',
          message: 'found `arn:aws:sqs:eu-west-1:111122223333:q`, which no action of the document works on',
          help: 'name the resource that carries the policy',
          marks: '"arn:aws:sqs:eu-west-1:111122223333:q"',
        }),
        finds(
          {
            ...bucket({ Principal, Action: '*', Resource: ['arn:aws:s3:::b/*', TOPIC] }),
            resourceType: 'AWS::SNS::Topic',
          },
          {
            at: '/Statement/0/Resource/0',
            message:
              'found `arn:aws:s3:::b/*`, which is no resource that the policy of a resource of the type `AWS::SNS::Topic` can name',
            help: 'name the resource that carries the policy',
          },
        ),
        finds(
          bucket({
            Principal,
            Action: 's3:*',
            Resource: ['arn:aws:s3:::b', 'arn:aws:s3:::b/*', 'arn:aws:s3:::a/*'],
          }),
          {
            at: '/Statement/0/Resource/2',
            message:
              'found `arn:aws:s3:::a/*` beside `arn:aws:s3:::b`, but the policy of a bucket names no other',
            help: 'give each bucket a policy of its own',
          },
        ),
        // Of the same service, but of another type.
        finds(
          {
            ...bucket({ Principal, Resource: ['arn:aws:s3:::b/*', `${ACCESS_POINT}/object/*`] }),
            resourceType: 'AWS::S3::Bucket',
          },
          { at: '/Statement/0/Resource/1' },
        ),
        finds(bucket({ Principal, Resource: 'arn:aws:sqs:*:111122223333:q' }), {
          at: '/Statement/0/Resource',
        }),
      ],
      good: [
        bucket({
          Principal,
          Action: 's3:*',
          Resource: ['arn:aws:s3:::a*', 'arn:aws:s3:::b', 'arn:aws:s3:::*/*'],
        }),
        bucket({ Principal, Action: 's3:*', Resource: ['arn:aws:s3:::b', 'arn:aws:s3:::b/*'] }),
        {
          ...bucket({ Principal, Resource: ['arn:aws:s3:::b', 'arn:aws:s3:::b/*', '*'] }),
          resourceType: 'AWS::S3::Bucket',
        },
        {
          ...bucket({ Principal, Resource: [ACCESS_POINT, `${ACCESS_POINT}/object/*`] }),
          resourceType: 'AWS::S3::AccessPoint',
        },
        { ...bucket({ Principal, Action: 'sns:Publish', Resource: TOPIC }), resourceType: 'AWS::SNS::Topic' },
        allow({ Resource: ['arn:aws:s3:::b/*', QUEUE] }),
        bucket({ Principal, Resource: 'arn:aws:*:::b/*' }),
        // What actions that are not known, or not listed, work on nobody can say.
        bucket({ Principal, Action: ['s3:GetObject', 'nosuchservice:Get'], Resource: QUEUE }),
        documentOf(
          'resource',
          statement('Allow', { Principal, Resource: QUEUE }),
          statement('Deny', { Principal, NotAction: 's3:*', Resource: QUEUE }),
        ),
        // The service is called one way in actions, and another in ARNs.
        bucket({
          Principal,
          Action: 'vpc-lattice-svcs:Invoke',
          Resource: 'arn:aws:vpc-lattice:eu-west-1:111122223333:service/svc-0a1b2c3d4e5f60718/*',
        }),
        // That it is on no resource is another finding.
        bucket({ Principal, Action: 'sqs:ListQueues', Resource: QUEUE }),
      ],
    };
  },
  *check(context) {
    if (context.policy.type !== 'resource') return;
    const test = testOf(context);
    if (test === undefined) return;
    for (const entry of context.resources) {
      const { facts } = entry;
      if (!facts.isArn || /[*?]/.test(facts.fields[2] ?? '') || test.isFitting(facts)) continue;
      yield {
        pointer: entry.pointer,
        message: `found ${quote(facts.text)}, which ${test.fault}`,
        help: 'name the resource that carries the policy',
      };
    }
    yield* otherBuckets(context);
  },
};

/** Buckets beside the first that a document names: S3 takes a policy about its own bucket only. */
function* otherBuckets({ resources }: LintContext): Iterable<Report> {
  const named = resources.flatMap(({ facts, unknown, pointer }) => {
    const bucket = unknown ? undefined : BUCKET.exec(facts.text)?.[1];
    return bucket === undefined ? [] : [{ bucket, pointer, text: facts.text }];
  });
  const [first] = named;
  for (const { bucket, pointer, text } of named) {
    if (first === undefined || bucket === first.bucket) continue;
    yield {
      pointer,
      message: `found ${quote(text)} beside ${quote(first.text)}, but the policy of a bucket names no other`,
      help: 'give each bucket a policy of its own',
    };
  }
}

/** A bucket, or objects in it, whose name is written in full. */
const BUCKET = /^arn:[a-z-]+:s3:::([a-z0-9.-]+)(?:\/|$)/;

interface ArnTest {
  readonly isFitting: (facts: ResourceFacts) => boolean;
  readonly fault: string;
}

function testOf(context: LintContext): ArnTest | undefined {
  const { service, arns, title } = policyCarrier(context) ?? {};
  if (arns !== undefined) {
    const glob = globOf(arns);
    const isFitting = ({ fields }: ResourceFacts): boolean =>
      fields[2] === service && globsOverlap(globOf(fields.slice(3).join(':')), glob);
    return { isFitting, fault: `is no resource that the policy of a resource of ${title ?? ''} can name` };
  }
  const services = servicesOf(context);
  return (
    services && {
      isFitting: ({ fields }) => services.has(fields[2] ?? ''),
      fault: 'no action of the document works on',
    }
  );
}

/** What ARNs of the resources of all actions have as service; `undefined` where the actions are not all known. */
function servicesOf({ statements }: LintContext): ReadonlySet<string> | undefined {
  const entries = statements.flatMap(({ actions }) => actions);
  const isOpen = statements.some(({ statement }) => statement.action.negated);
  if (isOpen || entries.some(({ facts, unknown }) => unknown || !hasKnownService(facts))) return undefined;
  const actions = new Set(entries.flatMap(({ facts }) => catalogActions(facts)));
  const types = [...actions].flatMap(resourceTypesOf);
  const fields = types.flatMap(({ arnFormats }) => arnFormats.map((format) => format.split(':')[2] ?? ''));
  return new Set([...fields, ...entries.map(({ facts }) => facts.prefix)]);
}
