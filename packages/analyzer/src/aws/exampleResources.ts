import {
  arnVariableFacts,
  arnVariables,
  formatResourceArn,
  getAction,
  getResourceType,
  type ActionResource,
  type ArnVariableForm,
  type ResourceType,
} from '@policywright/catalog';
import { EXAMPLE_ACCOUNT, EXAMPLE_REGION } from '../universe/exampleValues.ts';

/** Where the variable is a part that all ARNs have. */
const PARTS: Readonly<Record<string, string>> = {
  Partition: 'aws',
  Region: EXAMPLE_REGION,
  Account: EXAMPLE_ACCOUNT,
  AccountId: EXAMPLE_ACCOUNT,
};
/** Of what ids are made in examples; characters that a form does not take are passed over. */
const ID_TEXT = '1234567890abcdefABCDEFghijklmnopqrstuvwxyzGHIJKLMNOPQRSTUVWXYZ';

/**
 * ARNs of resources of an action as documentation would write them, for each resource type one.
 *
 * @param action - in lower case.
 * @returns none where the catalog does not know the action.
 */
export function exampleResources(action: string): readonly string[] {
  const found = getAction(action);
  if (found === undefined) return [];
  return found.resourceTypes
    .toSorted((one, other) => rankOf(one) - rankOf(other))
    .flatMap(({ name }) => {
      const type = getResourceType(found.service, name);
      return type === undefined ? [] : (exampleArn(type) ?? []);
    });
}

/** Every request names what is required; an access point is a way to a resource that has a name of its own. */
function rankOf({ name, required }: ActionResource): number {
  return (required ? 0 : 1) + (name.includes('accesspoint') ? 2 : 0);
}

function exampleArn(type: ResourceType): string | undefined {
  const values = arnVariables(type).map((variable) => [variable, exampleValue(type, variable)] as const);
  const arn = formatResourceArn(type, Object.fromEntries(values));
  // Some formats have a `*` of their own, which is no name.
  return arn?.includes('*') === true ? undefined : arn;
}

function exampleValue(type: ResourceType, variable: string): string {
  const part = PARTS[variable];
  if (part !== undefined) return part;
  const word = `example-${kebab(variable)}`;
  const [form] = arnVariableFacts(type, variable)?.forms ?? [];
  if (form === undefined) return word;
  return form.length === 1 && fits(word, form[0]) ? word : form.map((one) => textOf(one)).join('');
}

/** `BucketName` is a bucket, `ClusterArn` a cluster. */
function kebab(variable: string): string {
  const words = variable.replace(/(?:Name|Id|Identifier|NameWithPath|WithPath|Arn)$/, '') || variable;
  return words.replaceAll(/([a-z0-9])([A-Z])/g, '$1-$2').toLowerCase();
}

type FormPart = ArnVariableForm[number];

function fits(word: string, part: FormPart | undefined): boolean {
  if (part === undefined || typeof part === 'string') return false;
  const { minLength, maxLength = Infinity } = part;
  return word.length >= minLength && word.length <= maxLength && [...word].every((one) => canBe(one, part));
}

function textOf(part: FormPart): string {
  if (typeof part === 'string') return part;
  const characters = [...ID_TEXT].filter((one) => canBe(one, part));
  const [first = part.characters.charAt(0)] = characters;
  return characters.join('').slice(0, part.minLength).padEnd(Math.max(1, part.minLength), first);
}

function canBe(character: string, { kind, characters }: Exclude<FormPart, string>): boolean {
  return characters.includes(character) === (kind === 'only');
}
