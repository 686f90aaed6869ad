import {
  findConditionKey,
  findGlobalKey,
  getService,
  type ConditionKey,
  type Service,
} from '@policywright/catalog';
import { ANY_KEY, type KeyFacts } from '../universe/universe.ts';

const known = new Map<string, KeyFacts>();

/**
 * What the catalog knows of a context key in the requests of a service.
 *
 * @param key - as a policy spells it.
 * @param action - in lower case; of its service.
 * @returns the facts; nothing is known of a key that the catalog does not have, and of no key that it has from guides only
 * is it known which requests have it.
 */
export function keyFacts(key: string, action: string): KeyFacts {
  const service = action.slice(0, action.indexOf(':'));
  const name = `${service} ${key.toLowerCase()}`;
  const found = known.get(name);
  if (found !== undefined) return found;
  const made = factsOf(key.toLowerCase(), service);
  // Policies choose the keys: what is remembered of them must not grow with their number.
  if (known.size >= MOST_REMEMBERED) known.clear();
  known.set(name, made);
  return made;
}

const MOST_REMEMBERED = 4096;

function factsOf(key: string, prefix: string): KeyFacts {
  const global = findGlobalKey(key);
  const service = getService(prefix);
  const own = service === undefined ? undefined : keyLike(service, key);
  if (global !== undefined) {
    return { presence: global.always ? 'always' : 'sometimes', values: valuesOf([global, own]) };
  }
  const values = valuesOf([findConditionKey(key), own]);
  const isForeign = service !== undefined && own === undefined && isOfOther(key, prefix);
  return { presence: isForeign ? 'never' : 'sometimes', values };
}

/** Where the catalog's pages differ, either may be. */
function valuesOf(definitions: readonly (ConditionKey | undefined)[]): KeyFacts['values'] {
  const kinds = new Set(
    definitions.flatMap((one) =>
      one === undefined ? [] : ([one.multivalued ? 'several' : 'single'] as const),
    ),
  );
  const [only, ...others] = kinds;
  return only === undefined || others.length > 0 ? ANY_KEY.values : only;
}

/** Whether the prefix of a key is that of another service, which lists the key. */
function isOfOther(key: string, prefix: string): boolean {
  const owner = key.slice(0, key.indexOf(':'));
  const service = owner === prefix ? undefined : getService(owner);
  return service !== undefined && keyLike(service, key) !== undefined;
}

/** A key of a service by what stands in front of its first variable: services write the rest of templates variously. */
function keyLike(service: Service, key: string): ConditionKey | undefined {
  return service.conditionKeys.find(({ name }) => {
    const template = name.toLowerCase();
    if (template === key) return true;
    const variable = template.search(/\$\{|<|\/tag-key|\/$/);
    return variable > 0 && key.startsWith(template.slice(0, variable));
  });
}
