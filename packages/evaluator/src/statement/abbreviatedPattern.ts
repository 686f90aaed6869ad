import { parseArn } from '@policywright/arn';
import type { ContextReader } from '@policywright/conditions';
import { abbreviatedApiResource } from '@policywright/policy';
import type { ResourceForm, ResourceMatch, ResourcePattern } from './resourceMatch.ts';

/** An API without id, of which only what stands behind that matters. */
const SOME_API = 'arn:aws:execute-api:::';

/**
 * The pattern behind API Gateway's abbreviation, for an `AbbreviatedPattern` (rule S209).
 *
 * @param text - a value of `Resource` in the policy of a resource.
 * @returns `undefined` if the text is no abbreviation.
 */
export function fullForm(text: string): string | undefined {
  const part = abbreviatedApiResource(text);
  return part === undefined ? undefined : SOME_API + part;
}

/**
 * API Gateway's abbreviation: it covers what lies in the API that is called, whichever that is, since the
 * policy belongs to it.
 *
 * Source: "API Gateway resource policy examples", read 2026-11-29; rule S209.
 */
export class AbbreviatedPattern implements ResourcePattern {
  readonly text: string;
  readonly every: boolean = false;
  readonly prefix: string = 'arn:';
  readonly suffix: string;
  readonly owner: undefined = undefined;
  readonly slots: readonly number[];
  readonly form: ResourceForm = { kind: 'abbreviated' };
  readonly #inner: ResourcePattern;

  /**
   * @param text - as in the document.
   * @param inner - its full form, compiled.
   */
  constructor(text: string, inner: ResourcePattern) {
    this.text = text;
    this.suffix = inner.suffix.startsWith(SOME_API) ? inner.suffix.slice(SOME_API.length) : inner.suffix;
    this.slots = inner.slots;
    this.#inner = inner;
  }

  match(resource: string, reader: ContextReader): ResourceMatch {
    const part = partOfApi(resource);
    return part === undefined ? 'noMatch' : this.#inner.match(SOME_API + part, reader);
  }
}

/** What stands behind the id of an API in the ARN of one of its methods: `/prod/GET/pets`. */
function partOfApi(resource: string): string | undefined {
  const arn = parseArn(resource);
  const slash = arn?.resource.indexOf('/') ?? -1;
  return arn?.service === 'execute-api' && slash > 0 ? arn.resource.slice(slash) : undefined;
}
