import { parseArn } from '@policywright/arn';
import { readPairs } from './canOptions.ts';
import type { PolicyArguments, TemplateValues } from './policyArgument.ts';

/** What options tell of a template's values. */
export interface ValueOptions {
  /** `NAME=VALUE`, as the user wrote them. */
  readonly value: readonly string[];
  /** The Region that is called. */
  readonly region: string | undefined;
  /** The ARN of who calls. */
  readonly as: string | undefined;
}

/** Policies that belong to the account of who calls; others may come from the template of another one. */
const OF_CALLER: readonly (keyof PolicyArguments)[] = ['policy', 'boundary', 'session'];

/**
 * The values of templates that options name: those of `--value`, and where it is silent the pseudo parameters that
 * follow from where and by whom is called.
 *
 * @param options - the options.
 * @returns the values of templates by the option that names their policies.
 * @throws CommandError - where one of `--value` has no equals sign.
 */
export function templateValues({
  value,
  region,
  as,
}: ValueOptions): (option: keyof PolicyArguments) => TemplateValues {
  const given = new Map([...readPairs('value', value)].map(([name, [first = '']]) => [name, first]));
  const { partition, account } = parseArn(as ?? '') ?? {};
  const of = (own: boolean): TemplateValues =>
    Object.fromEntries([
      ...pseudo('Partition', partition),
      ...pseudo('Region', region),
      ...pseudo('AccountId', own ? account : undefined),
      ...given,
    ]);
  const [ofCaller, ofOthers] = [of(true), of(false)];
  return (option) => (OF_CALLER.includes(option) ? ofCaller : ofOthers);
}

/** A pseudo parameter, which `--value` may also call `AWS.Region`. */
function pseudo(name: string, value: string | undefined): readonly (readonly [string, string])[] {
  return value === undefined || value === '' ? [] : [[`AWS::${name}`, value]];
}
