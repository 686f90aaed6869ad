import type { Action } from '../model/action.ts';
import type { ConditionKey } from '../model/conditionKey.ts';
import type { ResourceType } from '../model/resourceType.ts';
import type { Service } from '../model/service.ts';
import { ActionTable } from './actionTable.ts';
import { decodeKeys } from './decodeKeys.ts';
import { decodeResourceTypes } from './decodeResourceTypes.ts';
import { keyLists, type KeyLists } from './keyLists.ts';
import { decodeHead, splitService, type ServiceSections } from './serviceText.ts';
import { decodeShapes } from './shapes.ts';

/** A service that decodes each part of its text when that part is first read. */
export class CatalogService implements Service {
  readonly prefix: string;
  readonly name: string;
  readonly resourceControlPolicies: boolean;
  readonly #text: string;
  #sections: ServiceSections | undefined;
  #conditionKeys: readonly ConditionKey[] | undefined;
  #keysByLowerCase: ReadonlyMap<string, ConditionKey> | undefined;
  #keyLists: KeyLists | undefined;
  #resourceTypes: readonly ResourceType[] | undefined;
  #table: ActionTable | undefined;

  constructor(text: string) {
    const head = decodeHead(text);
    this.prefix = head.prefix;
    this.name = head.name;
    this.resourceControlPolicies = head.resourceControlPolicies;
    this.#text = text;
  }

  get actions(): readonly Action[] {
    return this.actionTable.all();
  }

  get conditionKeys(): readonly ConditionKey[] {
    return (this.#conditionKeys ??= decodeKeys(this.#split().keyLine, this.prefix));
  }

  get resourceTypes(): readonly ResourceType[] {
    return (this.#resourceTypes ??= decodeResourceTypes(
      this.#split().resourceTypes,
      this.prefix,
      this.#keys(),
    ));
  }

  /** The actions by name; cheaper than `actions` where one or only the names are wanted. */
  get actionTable(): ActionTable {
    if (this.#table === undefined) {
      const sections = this.#split();
      this.#table = new ActionTable(this.prefix, sections, () => {
        const { shapes, resourceTypes } = sections;
        return decodeShapes(shapes, { prefix: this.prefix, resourceTypes, keys: this.#keys() });
      });
    }
    return this.#table;
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

  #split(): ServiceSections {
    return (this.#sections ??= splitService(this.#text));
  }

  #keys(): KeyLists {
    return (this.#keyLists ??= keyLists(this.conditionKeys));
  }
}
