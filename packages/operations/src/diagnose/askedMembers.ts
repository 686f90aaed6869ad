import type { RequestValue } from '@policywright/catalog';
import { isObject } from '../input/valuesAt.ts';
import type { OperationPlan } from '../plan/operationPlan.ts';

/** Members one of which names something, whatever the request is. */
export interface AskedMember {
  readonly paths: readonly string[];
  /** What it is to have none of them. */
  readonly lacking: 'error' | 'warning' | 'nothing';
  /** Whether one can have a value. */
  readonly fits: (value: unknown) => boolean;
  /** What else is expected, in words. */
  readonly expected: string;
}

/** What names something is text in every API, also where all of its characters are digits. */
function namesOf(kind: string): Pick<AskedMember, 'fits' | 'expected'> {
  return { fits: (value) => typeof value === 'string', expected: `the name or ARN of ${kind}` };
}

const asked = new WeakMap<OperationPlan, readonly AskedMember[]>();

/** The members of a request that the facts read. */
export function askedMembers(plan: OperationPlan): readonly AskedMember[] {
  let members = asked.get(plan);
  if (members === undefined) {
    const naming = [...roleMembers(plan), ...resourceMembers(plan)];
    const named = new Set(naming.flatMap(({ paths }) => paths));
    members = [...naming, ...keyMembers(plan).filter(({ paths }) => !paths.every((path) => named.has(path)))];
    asked.set(plan, members);
  }
  return members;
}

function roleMembers({ members, roles }: OperationPlan): readonly AskedMember[] {
  // An instance profile is named by an object in most requests.
  const named = roles.filter(
    ({ parameter }) =>
      members?.instanceProfiles.includes(parameter) !== true && !parameter.endsWith('InstanceProfile'),
  );
  return named.map(({ parameter, required }) => ({
    paths: [parameter],
    lacking: required ? 'error' : 'nothing',
    ...namesOf('a role'),
  }));
}

function resourceMembers({ members }: OperationPlan): readonly AskedMember[] {
  return (members?.resources ?? []).flatMap(({ values, types: [type], optional }) =>
    values.map(({ choices, otherwise }): AskedMember => ({
      paths: pathsOf(choices),
      lacking: optional || otherwise !== undefined ? 'nothing' : 'warning',
      ...namesOf(type === undefined ? 'a resource' : `the ${type}`),
    })),
  );
}

/** What is no text, where a context key takes it for one, would be absent from the request. */
function keyMembers({ members }: OperationPlan): readonly AskedMember[] {
  return (members?.keys ?? [])
    .filter(({ key }) => !key.endsWith('*'))
    .flatMap(({ key, value: { kind, of } }): readonly AskedMember[] => {
      if (kind === 'text')
        return [
          {
            paths: pathsOf(of.choices),
            lacking: 'nothing',
            fits: (value) => !isObject(value),
            expected: `the value of \`${key}\``,
          },
        ];
      return of.values.map(({ choices }) => ({
        paths: pathsOf(choices),
        lacking: 'nothing',
        ...namesOf(`the ${of.types[0] ?? 'resource'}`),
      }));
    });
}

function pathsOf(choices: RequestValue['choices']): readonly string[] {
  return choices.flatMap((parts) => parts.flatMap((part) => (part.kind === 'member' ? part.path : [])));
}
