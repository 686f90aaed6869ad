import { Findings } from '../../../diagnostic/findings.ts';
import { readText } from '../../../json/_internals/readText.ts';
import type { JsonObject } from '../../../json/jsonNode.ts';
import type { Policy } from '../../../model/policy.ts';

const SOURCE: unique symbol = Symbol('source');

interface Source {
  readonly text: string;
  root: JsonObject | undefined;
}

interface Sourced {
  readonly [SOURCE]: Source;
}

// One accessor for all policies, so that they share a hidden class. It finds the text by a property, which proxies
// and objects that inherit from the policy pass on.
const ROOT: PropertyDescriptor & ThisType<Sourced> = {
  enumerable: true,
  configurable: true,
  get() {
    return (this[SOURCE].root ??= treeOf(this[SOURCE].text));
  },
};

/**
 * Gives a policy its `root`, which is read from the text when somebody asks for it: few do, and it takes several
 * times the room of the rest.
 *
 * @param fields - the rest of the policy.
 * @param text - the source, which has no mistakes.
 */
export function withLazyRoot(fields: Omit<Policy, 'root'>, text: string): Policy {
  const source: Source = { text, root: undefined };
  Object.defineProperty(fields, SOURCE, { value: source });
  return Object.defineProperty(fields, 'root', ROOT) as Policy;
}

function treeOf(text: string): JsonObject {
  const node = readText(text, new Findings(), { maxBytes: Infinity });
  // INVARIANT: the text was read as a policy before, so that it is an object.
  return node as JsonObject;
}
