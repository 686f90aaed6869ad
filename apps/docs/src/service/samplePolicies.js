import { getResourceType } from '@policywright/catalog';
import { arnOf, sampleArn } from './sampleArn.js';

/** @import { Action, DescribedType, ServiceDescription } from '@policywright/catalog' */

/**
 * A policy to start from, with a request that it allows.
 *
 * @typedef {{ title: string, text: string, statements: readonly object[], request: Request }} Sample
 * @typedef {{ principal: string, action: string, resource: string, context: Readonly<Record<string, string>> }} Request
 */

const CALLER = 'arn:aws:iam::111122223333:user/alice';
const READING = ['Describe', 'Get', 'List', 'BatchGet', 'Search'];
/** Verbs whose actions mostly are about one resource of the type that they name. */
const VERBS = ['Create', 'Describe', 'Get', 'Invoke', 'Put', 'Start', 'Stop', 'Update', 'Delete'];
const RESOURCE_TAG = 'aws:ResourceTag/${TagKey}';

/**
 * Identity-based policies to start from, by what a person wants; one at least for every service.
 *
 * @param {Pick<ServiceDescription, 'prefix' | 'actions' | 'resourceTypes'>} description
 * @returns {readonly Sample[]}
 */
export function samplePolicies(description) {
  const all = description.actions.all;
  const samples = [look(description), workOnOne(description), workOnOwn(description)].filter(
    (sample) => sample !== undefined,
  );
  const [first] = all;
  if (samples.length > 0 || first === undefined) return samples;
  return [
    {
      title: 'One action',
      text: 'Allows one action, on whatever it is about.',
      ...allowing({ Action: first.fullName, Resource: '*' }, { action: first.fullName, resource: '*' }),
    },
  ];
}

/**
 * The verb that most of the actions begin with which only read, with how many do; `undefined` where none does.
 *
 * @param {{ actions: readonly Action[] }} service
 */
export function readingVerb({ actions }) {
  const best = readingVerbs(actions).toSorted((a, b) => b.actions.length - a.actions.length)[0];
  return best && { verb: best.verb, count: best.actions.length };
}

/**
 * The verbs of which two actions or more begin, all of which only read.
 *
 * @param {readonly Action[]} actions
 */
function readingVerbs(actions) {
  return READING.map((verb) => ({
    verb,
    actions: actions.filter(({ name }) => name.startsWith(verb)),
  })).filter(
    ({ actions: named }) =>
      named.length > 1 &&
      named.every(({ accessLevels }) => accessLevels.every((level) => level === 'Read' || level === 'List')),
  );
}

/**
 * @param {Pick<ServiceDescription, 'prefix' | 'actions'>} description
 * @returns {Sample | undefined}
 */
function look({ prefix, actions }) {
  const verbs = readingVerbs(actions.all);
  const [first] = verbs[0]?.actions ?? [];
  if (first === undefined) return undefined;
  const patterns = verbs.map(({ verb }) => `${prefix}:${verb}*`);
  return {
    title: 'Look, and change nothing',
    text: 'Allows what begins with these words; all of it reads or lists, also the data itself. New actions of these names are allowed as soon as AWS adds them.',
    ...allowing(
      { Action: one(patterns), Resource: '*' },
      { action: first.fullName, resource: exampleOf(first, prefix) },
    ),
  };
}

/**
 * @param {Pick<ServiceDescription, 'prefix' | 'actions' | 'resourceTypes'>} description
 * @returns {Sample | undefined}
 */
function workOnOne(description) {
  const found = bestType(description);
  const type = found?.type ?? mostTaken(description);
  if (type === undefined) return undefined;
  const [all, own] = [arnOf(type, 'shop*'), arnOf(type, 'shop-1')];
  const taking = description.actions.all.find((action) => takes(action, type.name));
  if (all === undefined || own === undefined || taking === undefined) return undefined;
  const names = found?.actions.map(({ fullName }) => fullName);
  const what =
    names === undefined ? 'every action of the service' : 'the actions that are named after this type';
  return {
    title: `Work on some resources: ${type.name}`,
    text: `Allows ${what}, on those whose ARN begins like this. Where AWS gives names that are random, list the ARNs or ask for a tag.`,
    ...allowing(
      { Action: names === undefined ? `${description.prefix}:*` : one(names), Resource: all },
      { action: names?.[0] ?? taking.fullName, resource: own },
    ),
  };
}

/**
 * @param {Pick<ServiceDescription, 'prefix' | 'actions' | 'resourceTypes'>} description
 * @returns {Sample | undefined}
 */
function workOnOwn(description) {
  const resourceTypes = description.resourceTypes.filter(({ conditionKeys }) =>
    conditionKeys.includes(RESOURCE_TAG),
  );
  const found = bestType({ ...description, resourceTypes });
  const [all, own] = [found && sampleArn(found.type), found && arnOf(found.type, 'shop-1')];
  // What is being made has no tags yet.
  const names = found?.actions
    .filter(({ name }) => !name.startsWith('Create'))
    .map(({ fullName }) => fullName);
  const [first] = names ?? [];
  if (
    found === undefined ||
    all === undefined ||
    own === undefined ||
    names === undefined ||
    first === undefined
  )
    return undefined;
  const statement = {
    Action: one(names),
    Resource: all,
    Condition: { StringEquals: { 'aws:ResourceTag/team': '${aws:PrincipalTag/team}' } },
  };
  return {
    title: 'Only what carries the tag of the own team',
    text: `Allows it where the ${found.type.name} and the caller carry the same tag; a missing tag is never the same.`,
    ...allowing(statement, {
      action: first,
      resource: own,
      context: { 'aws:ResourceTag/team': 'shop', 'aws:PrincipalTag/team': 'shop' },
    }),
  };
}

/**
 * Of the types after which two actions or more are named, the one that people most likely think of: many actions are
 * named after it, and many take it.
 *
 * @param {Pick<ServiceDescription, 'actions' | 'resourceTypes'>} description
 */
function bestType({ actions, resourceTypes }) {
  return resourceTypes
    .map((type) => ({
      type,
      actions: VERBS.flatMap((verb) => actions.all.filter((action) => isNamed(action, verb, type.name))),
    }))
    .filter((candidate) => candidate.actions.length > 1)
    .toSorted((a, b) => weight(b) - weight(a))[0];
}

/** @param {{ type: DescribedType, actions: readonly Action[] }} candidate */
function weight({ type, actions }) {
  return type.actions.length * actions.length;
}

/** @param {Pick<ServiceDescription, 'resourceTypes'>} description */
function mostTaken({ resourceTypes }) {
  return resourceTypes.toSorted((a, b) => b.actions.length - a.actions.length)[0];
}

/**
 * Whether an action takes a type, and needs no other one.
 *
 * @param {Action} action
 * @param {string} type
 */
function takes({ resourceTypes }, type) {
  return (
    resourceTypes.some(({ name }) => name === type) &&
    resourceTypes.every(({ name, required }) => name === type || !required)
  );
}

/**
 * Whether an action takes a type, and its name is a verb and that type.
 *
 * @param {Action} action
 * @param {string} verb
 * @param {string} type
 */
function isNamed(action, verb, type) {
  const noun = type.replaceAll('-', '').toLowerCase();
  const isVerbAndNoun = [noun, `${noun}s`].some(
    (word) => action.name.toLowerCase() === verb.toLowerCase() + word,
  );
  return isVerbAndNoun && takes(action, type);
}

/**
 * A resource that an action can be about.
 *
 * @param {Action} action
 * @param {string} prefix
 */
function exampleOf({ resourceTypes: [taken] }, prefix) {
  const type = taken && getResourceType(prefix, taken.name);
  const arn = type && arnOf(type, 'shop-1');
  return arn === undefined || arn.includes('*') ? '*' : arn;
}

/**
 * @param {{ Action: string | readonly string[], Resource: string, Condition?: object }} statement
 * @param {Pick<Request, 'action' | 'resource'> & Partial<Request>} request
 */
function allowing(statement, request) {
  return {
    statements: [{ Effect: 'Allow', ...statement }],
    request: { principal: CALLER, context: {}, ...request },
  };
}

/**
 * A list of one is written without brackets.
 *
 * @param {readonly string[]} list
 */
function one(list) {
  return list.length === 1 ? (list[0] ?? '') : list;
}
