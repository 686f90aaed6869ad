import { isObject } from '../input/valuesAt.ts';

/** A template of AWS CloudFormation as far as it tells what a stack makes. */
export interface StackTemplate {
  readonly resources: readonly TemplateResource[];
  /** Macros that make another template of it. */
  readonly transforms: readonly string[];
}

/** A resource of a template. */
export interface TemplateResource {
  readonly logicalId: string;
  /** `undefined` where it has none that can be read. */
  readonly type: string | undefined;
  readonly properties: Readonly<Record<string, unknown>>;
  /** Whether it is only made under a condition. */
  readonly isConditional: boolean;
}

/** The most resources that a template can have, by the quotas of AWS CloudFormation. */
const MOST_RESOURCES = 500;
/** The longest text that is read; AWS CloudFormation takes far less. */
const LONGEST = 1_000_000;

/**
 * Reads a template.
 *
 * @param text - in JSON.
 * @returns `undefined` for what is none, or has too many resources.
 */
export function readTemplate(text: string): StackTemplate | undefined {
  const template = text.length > LONGEST ? undefined : parsed(text);
  if (!isObject(template)) return undefined;
  const { Resources: resources = {}, Transform: transform = [] } = template;
  if (!isObject(resources)) return undefined;
  const entries = Object.entries(resources);
  if (entries.length > MOST_RESOURCES) return undefined;
  return {
    resources: entries.map(([logicalId, resource]) => readResource(logicalId, resource)),
    transforms: (Array.isArray(transform) ? transform : [transform]).map(nameOfTransform),
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function readResource(logicalId: string, resource: unknown): TemplateResource {
  const { Type: type, Properties: properties, Condition: condition } = isObject(resource) ? resource : {};
  return {
    logicalId,
    type: typeof type === 'string' ? type : undefined,
    properties: isObject(properties) ? properties : {},
    isConditional: condition !== undefined,
  };
}

function nameOfTransform(transform: unknown): string {
  const name = isObject(transform) ? transform['Name'] : transform;
  return typeof name === 'string' ? name : 'a transform';
}
