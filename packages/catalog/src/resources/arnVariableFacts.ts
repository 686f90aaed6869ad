import { splitArn } from '@policywright/arn/engine';
import { serviceOf } from '../_internals/registry.ts';
import { parseTemplate } from '../_internals/template.ts';
import type { ArnVariableFacts } from '../model/arnVariable.ts';
import type { ResourceType } from '../model/resourceType.ts';
import { findArnFact, type ArnFact, type ArnVariable } from '../overlays/arnVariables/findArnFact.ts';
import { citeArnPage } from '../overlays/arnVariables/pages.ts';
import { readForms } from './_internals/readForms.ts';

const read = new Map<ArnFact, ArnVariableFacts>();

/**
 * Tells what the values of a variable of an ARN format look like: which characters, how many, what they begin with.
 *
 * Every real resource has a value of one of the forms, so that a proof may rest on it: no bucket's name holds a `/`,
 * and all that is behind one in `arn:aws:s3:::bucket/key` is of the name of an object. That a value has a form does not
 * mean that AWS takes it. Facts without `source.checked` are from memory, and nothing for a proof to rest on unsaid.
 *
 * @param type - the resource type, of `getResourceType`.
 * @param variable - one of `arnVariables(type)`, without `${}`: `BucketName`.
 * @returns `undefined` where nothing is known: any text.
 */
export function arnVariableFacts(type: ResourceType, variable: string): ArnVariableFacts | undefined {
  const format = type.arnFormats.find((text) => parseTemplate(text).variables.includes(variable));
  if (format === undefined) return undefined;
  const fact = findArnFact(ownVariable(type, format, variable));
  if (fact === undefined) return undefined;
  let facts = read.get(fact);
  if (facts === undefined) {
    facts = { forms: readForms(fact.forms), source: citeArnPage(fact.service, fact.page) };
    read.set(fact, facts);
  }
  return facts;
}

/**
 * The variable of the service that an ARN names, where another service refers to it, as EC2 does to roles: the one at
 * the same place of an equal format. Of a format that the owner does not have, only what holds for all is known.
 */
function ownVariable(type: ResourceType, format: string, variable: string): ArnVariable {
  const owner = splitArn(format)[2] ?? '';
  const types = owner === type.service ? [] : (serviceOf(owner)?.resourceTypes ?? []);
  if (types.length === 0) return { service: type.service, type: type.name, variable };
  const { literals, variables } = parseTemplate(format);
  for (const { name, arnFormats } of types) {
    for (const own of arnFormats.map(parseTemplate)) {
      if (own.literals.join('$') !== literals.join('$')) continue;
      return { service: owner, type: name, variable: own.variables[variables.indexOf(variable)] ?? variable };
    }
  }
  return { service: '*', type: '', variable };
}
