import type { Action, ResourceType } from '@policywright/catalog';
import { resourcesByService } from '../../facts/resourceFormats.ts';
import { comparedTypesOf } from '../../facts/actionFit.ts';
import type { ResourceFacts } from '../../facts/resourceFacts.ts';
import type { StatementFacts } from '../../facts/statementFacts.ts';
import { ACTIONS_ON_UNLISTED_TYPES } from '../../data/arnNames.ts';
import { isExtraArn } from './isExtraArn.ts';
import { isFaultyArn } from './isFaultyArn.ts';

/** Which actions the resources of a statement suit. */
export class ResourceFit {
  readonly #statement: StatementFacts;
  readonly #suitsAll: boolean;

  constructor(statement: StatementFacts) {
    const { resource } = statement.statement;
    this.#statement = statement;
    this.#suitsAll =
      resource === undefined ||
      resource.negated ||
      statement.resources.some(
        ({ facts }) => facts.isOpen || facts.matcher.matches('*') || isExtraArn(facts) || isFaultyArn(facts),
      );
  }

  /** Whether a resource is of a type that the action works on; `true` also where the catalog does not say. */
  suits(action: Action): boolean {
    if (this.#suitsAll || ACTIONS_ON_UNLISTED_TYPES.has(action.fullName)) return true;
    if (
      action.wildcardOnly &&
      this.#statement.resources.some(({ facts }) => isWholeService(facts, action.service))
    )
      return true;
    const types = comparedTypesOf(action);
    const byService = resourcesByService(this.#statement);
    // The catalog may not know the type that an action names.
    return types.length < action.resourceTypes.length || types.some((type) => byService.canBe(type));
  }

  /** Whether a resource can be of a type. */
  canBe(type: ResourceType): boolean {
    return this.#suitsAll || resourcesByService(this.#statement).canBe(type);
  }
}

/**
 * Whether an ARN takes in all that a service has. Some operations that work only on `*` by the reference are checked
 * against an ARN of the service all the same, such as `logs:DescribeLogGroups`; who writes this means them.
 */
export function isWholeService({ isArn, fields }: ResourceFacts, service: string): boolean {
  return isArn && fields[2] === service && /^\/?\*+$/.test(fields[5] ?? '');
}

// Facts of a statement are of one document, and go when it is linted.
const fits = new WeakMap<StatementFacts, ResourceFit>();

/** The fit of a statement's resources, made once. */
export function resourceFitOf(statement: StatementFacts): ResourceFit {
  let fit = fits.get(statement);
  if (fit === undefined) fits.set(statement, (fit = new ResourceFit(statement)));
  return fit;
}
