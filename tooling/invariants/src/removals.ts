import type { Request } from '@policywright/evaluator';
import { parsePointer } from '@policywright/policy';
import type { PolicyDocument, StatementDocument } from '@policywright/scenario';
import type { Change } from './documentChange.ts';
import { listOf } from './editPolicies.ts';

/** A document without what a finding names, and the requests for which that is meant to change nothing. */
export type Removal = (
  document: PolicyDocument,
  pointer: string,
) => Pick<Change, 'after' | 'restrict'> | undefined;

const removeValue: Removal = (document, pointer) => ({ after: editAt(document, pointer, () => undefined) });

const removeStatement: Removal = (document, pointer) =>
  removeValue(
    { ...document, Statement: listOf(document.Statement) },
    pointer.replace(/^\/Statement\/(?!\d+(?:\/|$))/, '/Statement/0/').replace(/^(\/Statement\/\d+).*/, '$1'),
  );

/** The public address that a request of a caller outside a network has. */
const withPublicAddress = (request: Request): Request => ({
  ...request,
  context: {
    ...Object.fromEntries(
      Object.entries(request.context ?? {}).filter(([key]) => key.toLowerCase() !== 'aws:sourceip'),
    ),
    'aws:SourceIp': '203.0.113.7',
  },
});

const fromOutside =
  (removal: Removal): Removal =>
  (document, pointer) => {
    const change = removal(document, pointer);
    return change && { ...change, restrict: withPublicAddress };
  };

/** Values that mean the same in the policy language and here. */
const PLAIN_NUMBER = /^-?\d{1,9}(?:\.\d{1,3})?$/;
const PLAIN_DATE = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;

/** Of several values of an order operator, only the one that decides. */
const keepDeciding: Removal = (document, pointer) => {
  const operator = parsePointer(pointer)?.at(-2) ?? '';
  const isNumeric = /^(?:for\w+:)?numeric/i.test(operator);
  let isPlain = true;
  const after = editAt(document, pointer, (values) => {
    const texts = listOf(values as readonly string[]).map(String);
    isPlain = texts.every((text) => (isNumeric ? PLAIN_NUMBER : PLAIN_DATE).test(text));
    const sizes = texts.map((text) => (isNumeric ? Number(text) : Date.parse(text)));
    const extreme = /less/i.test(operator) ? Math.max(...sizes) : Math.min(...sizes);
    return texts[sizes.indexOf(extreme)] ?? texts[0];
  });
  return isPlain ? { after } : undefined;
};

const withoutIfExists: Removal = (document, pointer) => {
  const steps = parsePointer(pointer) ?? [];
  const [operator = '', key = ''] = steps.slice(-2);
  const plain = operator.replace(/IfExists$/i, '');
  const parent = steps.slice(0, -2).map((step) => `/${step.replaceAll('~', '~0').replaceAll('/', '~1')}`);
  const after = editAt(document, parent.join(''), (condition) => {
    const { [operator]: keys, ...others } = condition as NonNullable<StatementDocument['Condition']>;
    const { [key]: values, ...rest } = keys ?? {};
    if (plain in others || values === undefined) return condition;
    const left = Object.keys(rest).length === 0 ? {} : { [operator]: rest };
    return { ...others, ...left, [plain]: { [key]: values } };
  });
  return { after, restrict: withKey(pointer) };
};

/**
 * Only requests that have a key, once, and with one value unless the operator is for several: what the rule knows of every
 * request, generated ones need not keep.
 */
function withKey(pointer: string): NonNullable<Change['restrict']> {
  const [operator = '', key = ''] = (parsePointer(pointer) ?? []).slice(-2);
  const isForSeveral = /^for/i.test(operator);
  return (request) => {
    const values = Object.entries(request.context ?? {})
      .filter(([name]) => name.toLowerCase() === key.toLowerCase())
      .map(([, value]) =>
        Array.isArray(value) && (isForSeveral || value.length === 1) ? String(value) : value,
      );
    const [value = ''] = values;
    return values.length === 1 && !Array.isArray(value) && value !== '' ? request : undefined;
  };
}

const whereKeyIs =
  (removal: Removal): Removal =>
  (document, pointer) => {
    const change = removal(document, pointer);
    return change && { ...change, restrict: withKey(pointer) };
  };

/** What never holds takes the statement with it. */
const removeNullTest: Removal = (document, pointer) => {
  let never = false;
  const after = editAt(document, pointer, (values) => {
    never = listOf(values as readonly (string | boolean)[]).some((value) => String(value) === 'true');
    return undefined;
  });
  return never ? removeStatement(document, pointer) : { after };
};

/** Nobody has another role of the same name, so that the role of a session is the one that the document names. */
const removePrincipal: Removal = (document, pointer) => {
  const text = JSON.stringify(document);
  const restrict = (request: Request): Request => {
    const { principal } = request;
    const caller = typeof principal === 'string' ? principal : '';
    const session = /^arn:aws:sts::(\d+):assumed-role\/([^/]+)\//.exec(caller);
    const [, account = '', name = ''] = session ?? [];
    const role = new RegExp(`arn:aws:iam::${account}:role/(?:[a-z]+/)?${name}(?=")`).exec(text)?.[0];
    if (session === null || role === undefined) return request;
    const context = Object.entries(request.context ?? {}).filter(
      ([key]) => key.toLowerCase() !== 'aws:principalarn',
    );
    return { ...request, context: { ...Object.fromEntries(context), 'aws:PrincipalArn': role } };
  };
  return { after: editAt(document, pointer, () => undefined), restrict };
};

/** What can never match takes its statement with it; the negated is not always true, but nearly. */
const removeNever: Removal = (document, pointer) => {
  const steps = parsePointer(pointer.replace(/^\/Statement\/(?!\d)/, '/Statement/0/')) ?? [];
  const [, , element = '', operator = ''] = steps;
  const isNegated = element === 'Condition' ? /not/i.test(operator) : element.startsWith('Not');
  return isNegated ? undefined : removeStatement(document, pointer);
};

/** With a Deny, what cannot be told has an effect (S20). */
const removeAllow: Removal = (document, pointer) => {
  const place = Number(parsePointer(pointer)?.find((step) => /^\d+$/.test(step)) ?? 0);
  return listOf(document.Statement)[place]?.Effect === 'Allow'
    ? removeStatement(document, pointer)
    : undefined;
};

/** How to take away what a rule of the group `redundancy` names, by its id. */
export const REMOVALS: Readonly<Record<string, Removal>> = {
  'redundant-action': removeValue,
  'redundant-resource': removeValue,
  'redundant-statement': removeValue,
  'redundant-across-statements': removeValue,
  'overridden-statement': removeStatement,
  'redundant-key-due-to-wildcard-in-condition': whereKeyIs(removeValue),
  'redundant-statement-due-to-wildcard-in-condition': whereKeyIs(removeStatement),
  'null-always-present': whereKeyIs(removeNullTest),
  'redundant-principal-in-role-trust-policy': removePrincipal,
  'empty-array-action': removeNever,
  'empty-array-condition': removeAllow,
  'empty-array-condition-foranyvalue': removeNever,
  'empty-array-principal': removeNever,
  'empty-array-resource': removeNever,
  'empty-object-condition': removeValue,
  'empty-object-principal': removeNever,
  'empty-sid-value': removeValue,
  'deny-notresource-ineffective': removeStatement,
  'redundant-condition-value-num': keepDeciding,
  'ifexists-always-present': withoutIfExists,
  'private-ip-address': fromOutside(removeStatement),
  'private-ip-address-subset': fromOutside(removeValue),
  'private-notipaddress': fromOutside(removeValue),
  'private-notipaddress-subset': fromOutside(removeValue),
};

/** Rules of the group that name nothing that could go: what they object to matters, or has a better spelling. */
export const NOT_REMOVABLE: readonly string[] = [
  'empty-array-condition-forallvalues',
  'empty-array-condition-ifexists',
  'empty-variable',
  'equivalent-to-null-false',
  'equivalent-to-null-true',
  'improve-ip-range',
  'irrelevant-condition-key-in-policy',
  'null-with-qualifier',
];

/** Replaces the value at a pointer; `undefined` takes it away, and with it an object that it leaves empty. */
function editAt(
  document: PolicyDocument,
  pointer: string,
  edit: (value: unknown) => unknown,
): PolicyDocument {
  return editStep(document, parsePointer(pointer) ?? [], edit) as PolicyDocument;
}

function editStep(
  value: unknown,
  [step, ...rest]: readonly string[],
  edit: (value: unknown) => unknown,
): unknown {
  if (step === undefined) return edit(value);
  if (Array.isArray(value)) {
    return value.flatMap((item: unknown, index) => {
      if (index !== Number(step)) return [item];
      const changed = editStep(item, rest, edit);
      return changed === undefined ? [] : [changed];
    });
  }
  const members = Object.entries(value as object).flatMap(([name, member]: [string, unknown]) => {
    const changed = name === step ? editStep(member, rest, edit) : member;
    return changed === undefined ? [] : [[name, changed] as const];
  });
  return members.length === 0 ? undefined : Object.fromEntries(members);
}
