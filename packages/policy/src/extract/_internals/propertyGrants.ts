import { memberOf } from '../../json/_internals/elementReading.ts';
import type { JsonMember, JsonNode, JsonObject } from '../../json/jsonNode.ts';
import { pointerTo } from '../../json/jsonPointer.ts';
import { isUnknownText } from '../templateVariables.ts';
import { alternativesOf, intrinsicOf } from './intrinsics.ts';
import {
  addTo,
  listOrItemAt,
  memberAt,
  objectAt,
  StatementWriter,
  stringAt,
  type WrittenDocument,
} from './writtenDocument.ts';

/** How the properties of a resource become the statement of a resource-based policy. */
interface GrantForm {
  readonly action: string;
  /** The action where none is named. */
  readonly usualAction?: string;
  readonly principal: string;
  /** Properties that become conditions: operator and key. */
  readonly conditions: readonly (readonly [property: string, operator: string, key: string])[];
  /** The property that is a condition of an operator, a key and a value, and what these are called. */
  readonly condition?: readonly [property: string, operator: string, key: string, value: string];
}

/**
 * What Lambda's AddPermission adds to the policy of a function ("AddPermission", read 2026-11-30, which tells the
 * properties). That the policies which it makes have `ArnLike`, where the page says `StringLike`, and the other operators
 * and keys are unchecked.
 */
const LAMBDA: GrantForm = {
  action: 'Action',
  principal: 'Principal',
  conditions: [
    ['SourceArn', 'ArnLike', 'aws:SourceArn'],
    ['SourceAccount', 'StringEquals', 'aws:SourceAccount'],
    ['PrincipalOrgID', 'StringEquals', 'aws:PrincipalOrgID'],
    ['EventSourceToken', 'StringEquals', 'lambda:EventSourceToken'],
    ['FunctionUrlAuthType', 'StringEquals', 'lambda:FunctionUrlAuthType'],
    ['InvokedViaFunctionUrl', 'Bool', 'lambda:InvokedViaFunctionUrl'],
  ],
};

const LAYER: GrantForm = {
  action: 'Action',
  principal: 'Principal',
  conditions: [['OrganizationId', 'StringEquals', 'aws:PrincipalOrgID']],
};

const EVENT_BUS: GrantForm = {
  action: 'Action',
  principal: 'Principal',
  conditions: [],
  condition: ['Condition', 'Type', 'Key', 'Value'],
};

/** By resource type of CloudFormation and of Terraform, whose names are those of CloudFormation in another case. */
function formOf(type: string): GrantForm | undefined {
  switch (type) {
    case 'AWS::Lambda::Permission':
      return LAMBDA;
    case 'AWS::Lambda::LayerVersionPermission':
      return LAYER;
    case 'AWS::Events::EventBusPolicy':
      return EVENT_BUS;
    case 'aws_lambda_permission':
      return inSnakeCase(LAMBDA);
    case 'aws_lambda_layer_version_permission':
      return inSnakeCase(LAYER);
    case 'aws_cloudwatch_event_permission':
      return { ...inSnakeCase(EVENT_BUS), usualAction: 'events:PutEvents' };
    default:
      return undefined;
  }
}

function inSnakeCase({ action, principal, conditions, condition }: GrantForm): GrantForm {
  const snake = (name: string): string => name.replace(/(?<=[a-z])(?=[A-Z])/g, '_').toLowerCase();
  return {
    action: snake(action),
    principal: snake(principal),
    conditions: conditions.map(([property, operator, key]) => [snake(property), operator, key]),
    ...(condition !== undefined && {
      condition: [snake(condition[0]), snake(condition[1]), snake(condition[2]), snake(condition[3])],
    }),
  };
}

/**
 * Reads the grant that a resource writes with its properties as the document that the service writes for it.
 *
 * @param type - of the resource.
 * @param properties - of the resource.
 * @param pointer - of the properties in the file.
 * @returns `undefined` where the type writes no grant so, or neither action nor principal is named.
 */
export function readPropertyGrant(
  type: string,
  properties: JsonNode,
  pointer: string,
): WrittenDocument | undefined {
  const form = formOf(type);
  if (form === undefined || properties.kind !== 'object') return undefined;
  const reader = new GrantReader(properties, pointer);
  return reader.read(form);
}

class GrantReader {
  readonly #properties: JsonObject;
  readonly #pointer: string;
  readonly #places = new Map<string, string>();
  readonly #conditions = new Map<string, JsonMember[]>();

  constructor(properties: JsonObject, pointer: string) {
    this.#properties = properties;
    this.#pointer = pointer;
    this.#places.set('', pointer);
  }

  read(form: GrantForm): WrittenDocument | undefined {
    const properties = this.#properties;
    const action = this.#property(form.action);
    const principal = this.#property(form.principal);
    if (action === undefined && principal === undefined) return undefined;
    for (const [property, operator, key] of form.conditions) this.#addCondition(property, operator, key);
    if (form.condition !== undefined) this.#addWrittenCondition(form.condition);
    const usual = form.usualAction === undefined ? undefined : stringAt(properties, form.usualAction);
    const members = [
      memberAt(properties, 'Effect', stringAt(properties, 'Allow')),
      ...this.#element('Action', action, (value) => value),
      ...(action === undefined && usual !== undefined ? [memberAt(properties, 'Action', usual)] : []),
      ...this.#element('Principal', principal, (value) => this.#principalOf(value)),
      ...this.#conditionElement(),
    ];
    const writer = new StatementWriter();
    writer.add(objectAt(properties, members), this.#places);
    return writer.document(properties);
  }

  /** A property that has a value; Terraform writes those that have none as null. */
  #property(name: string): JsonMember | undefined {
    return this.#properties.members.find(
      ({ name: each, value }) => each.value === name && value.kind !== 'null',
    );
  }

  #element(
    name: string,
    property: JsonMember | undefined,
    make: (value: JsonNode) => JsonNode,
  ): readonly JsonMember[] {
    if (property === undefined) return [];
    this.#places.set(`/${name}`, pointerTo(this.#pointer, property.name.value));
    return [memberAt(property.name, name, make(property.value))];
  }

  /** `*`, or a map by kind: a name with dots is a service, anything else an account or an ARN. */
  #principalOf(value: JsonNode): JsonNode {
    const place = this.#places.get('/Principal') ?? this.#pointer;
    const byKind = new Map<string, JsonNode[]>();
    for (const each of alternativesOf(value)) {
      if (each.kind === 'string' && each.value === '*' && each === value) return each;
      const kind = isServiceName(each) ? 'Service' : 'AWS';
      addTo(byKind, kind, [each]);
    }
    return objectAt(
      value,
      [...byKind].map(([kind, values]) => {
        this.#places.set(`/Principal/${kind}`, place);
        for (const index of values.keys()) this.#places.set(`/Principal/${kind}/${index}`, place);
        return memberAt(value, kind, listOrItemAt(value, values));
      }),
    );
  }

  #addCondition(name: string, operator: string, key: string): void {
    const property = this.#property(name);
    if (property === undefined) return;
    const member = memberAt(property.name, key, property.value);
    addTo(this.#conditions, operator, [member]);
    this.#places.set(
      pointerTo(pointerTo('/Condition', operator), key),
      pointerTo(this.#pointer, property.name.value),
    );
  }

  /** A condition in three properties, in a list of one in Terraform. */
  #addWrittenCondition([name, operatorName, keyName, valueName]: NonNullable<GrantForm['condition']>): void {
    const property = this.#property(name);
    const isList = property?.value.kind === 'array';
    const written = property?.value.kind === 'array' ? property.value.items[0] : property?.value;
    const operator = memberOf(written, operatorName);
    const key = memberOf(written, keyName);
    const value = memberOf(written, valueName);
    if (operator?.kind !== 'string' || key?.kind !== 'string' || value === undefined) return;
    this.#conditions.set(operator.value, [{ name: key, value }]);
    const place = pointerTo(this.#pointer, name) + (isList ? '/0' : '');
    const at = pointerTo('/Condition', operator.value);
    this.#places.set('/Condition', place);
    this.#places.set(at, pointerTo(place, operatorName));
    this.#places.set(pointerTo(at, key.value), pointerTo(place, valueName));
  }

  #conditionElement(): readonly JsonMember[] {
    if (this.#conditions.size === 0) return [];
    const at = this.#properties;
    const operators = [...this.#conditions].map(([operator, members]) =>
      memberAt(members[0]?.name ?? at, operator, objectAt(members[0]?.value ?? at, members)),
    );
    return [memberAt(at, 'Condition', objectAt(at, operators))];
  }
}

function isServiceName(node: JsonNode): boolean {
  if (intrinsicOf(node) !== undefined || node.kind !== 'string' || isUnknownText(node.value)) return false;
  return node.value.includes('.') && !node.value.startsWith('arn:');
}
