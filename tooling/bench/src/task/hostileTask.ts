import { compile, type Request } from '@policywright/evaluator';
import { parseDocument } from '../peer/policywright.ts';
import { spreadOf } from '../measure/median.ts';
import { milliseconds } from '../measure/milliseconds.ts';
import { HOSTILE_PATTERNS } from '../workload/hostile.ts';

/** Milliseconds of parsing, compiling and one decision, with the pattern in one place of a statement. */
export interface HostileTimes {
  readonly description: string;
  readonly resource: number;
  readonly stringLike: number;
  readonly arnLike: number;
  readonly action: number;
}

const base = { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' };
const asked: Request = {
  principal: 'arn:aws:iam::111122223333:user/alice',
  action: 's3:GetObject',
  resource: '*',
};
const object = 'arn:aws:s3:::bucket/';

/** Measures every hostile pattern in every place where patterns stand. */
export function hostileTask({ rounds }: { readonly rounds: number }): Promise<readonly HostileTimes[]> {
  const slowest = (statement: object, request: Request): number =>
    spreadOf(Array.from({ length: rounds }, () => milliseconds(() => decideOnce(statement, request)).took))
      .median;
  return Promise.resolve(
    HOSTILE_PATTERNS.map(({ description, pattern, text }) => ({
      description,
      resource: slowest({ ...base, Resource: object + pattern }, { ...asked, resource: object + text }),
      stringLike: slowest(
        { ...base, Condition: { StringLike: { 'aws:PrincipalTag/text': pattern } } },
        { ...asked, context: { 'aws:PrincipalTag/text': text } },
      ),
      arnLike: slowest(
        { ...base, Condition: { ArnLike: { 'aws:SourceArn': object + pattern } } },
        { ...asked, context: { 'aws:SourceArn': object + text } },
      ),
      action: slowest({ ...base, Action: `s3:${pattern}` }, { ...asked, action: `s3:${text}` }),
    })),
  );
}

function decideOnce(statement: object, request: Request): void {
  compile({ identity: [parseDocument({ Version: '2012-10-17', Statement: [statement] })] }).decide(request);
}
