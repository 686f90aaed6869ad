import type { Action } from '../model/action.ts';
import type { ConditionKey } from '../model/conditionKey.ts';
import type { ResourceType } from '../model/resourceType.ts';
import type { Service } from '../model/service.ts';
import { decodeHead, decodeService } from './decodeService.ts';
import type { ServiceContent } from './decodeService.ts';

/** A service whose lists are decoded when they are first read, and whose indices are built when first needed. */
export class CatalogService implements Service {
  readonly prefix: string;
  readonly name: string;
  readonly resourceControlPolicies: boolean;
  #text: string;
  #content: ServiceContent | undefined;
  #actionsByLowerCase: ReadonlyMap<string, Action> | undefined;
  #keysByLowerCase: ReadonlyMap<string, ConditionKey> | undefined;

  constructor(text: string) {
    const head = decodeHead(text);
    this.prefix = head.prefix;
    this.name = head.name;
    this.resourceControlPolicies = head.resourceControlPolicies;
    this.#text = text;
  }

  get actions(): readonly Action[] {
    return this.#decoded().actions;
  }

  get resourceTypes(): readonly ResourceType[] {
    return this.#decoded().resourceTypes;
  }

  get conditionKeys(): readonly ConditionKey[] {
    return this.#decoded().conditionKeys;
  }

  /** @param lowerCaseName - the name without prefix, in lower case. */
  action(lowerCaseName: string): Action | undefined {
    this.#actionsByLowerCase ??= new Map(this.actions.map((action) => [action.name.toLowerCase(), action]));
    return this.#actionsByLowerCase.get(lowerCaseName);
  }

  /** @param lowerCaseName - the template name, in lower case. */
  conditionKey(lowerCaseName: string): ConditionKey | undefined {
    this.#keysByLowerCase ??= new Map(this.conditionKeys.map((key) => [key.name.toLowerCase(), key]));
    return this.#keysByLowerCase.get(lowerCaseName);
  }

  /** The getters live on the prototype, where `JSON.stringify` does not look. */
  toJSON(): Service {
    const { prefix, name, resourceControlPolicies, actions, resourceTypes, conditionKeys } = this;
    return { prefix, name, resourceControlPolicies, actions, resourceTypes, conditionKeys };
  }

  #decoded(): ServiceContent {
    if (this.#content === undefined) {
      this.#content = decodeService(this.#text);
      this.#text = '';
    }
    return this.#content;
  }
}
