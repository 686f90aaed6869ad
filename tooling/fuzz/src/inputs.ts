import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeOrganization } from '@policywright-tooling/organization';

/** What kind of text a function reads. */
export type InputKind = 'policy' | 'template' | 'scenario' | 'message' | 'account' | 'guardRail' | 'words';

const ROOT = join(import.meta.dirname, '..', '..', '..');

/**
 * Texts of the repository that changed inputs are made from, with what earlier runs found worth keeping.
 *
 * @returns by kind, none empty
 */
export function inputsOf(): Readonly<Record<InputKind, readonly string[]>> {
  const corpus = filesOf('tooling/conformance/lint-corpus');
  const scenarios = filesOf('examples').filter((text) => text.includes('"policies"'));
  const organization = Object.values(makeOrganization({ principals: 12, accounts: 2, resources: 6 }));
  return {
    policy: corpus.filter((text) => text.startsWith('{') && text.includes('"Statement"')),
    template: corpus,
    scenario: [...scenarios, ...scenariosOf('semantics', 400), ...scenariosOf('ecs', 100)],
    message: filesOf('tooling/fuzz/seeds/message'),
    account: organization,
    guardRail: filesOf('examples').filter((text) => !text.includes('"policies"')),
    words: filesOf('tooling/fuzz/seeds/words').flatMap((text) => text.trim().split('\n')),
  };
}

/** Scenarios of a file of documented decisions, one a text. */
function scenariosOf(name: string, most: number): readonly string[] {
  const text = readFileSync(join(ROOT, `tooling/conformance/scenarios/${name}.json`), 'utf8');
  const file = JSON.parse(text) as readonly unknown[] | { readonly scenarios: readonly unknown[] };
  const list = Array.isArray(file) ? file : (file as { readonly scenarios: readonly unknown[] }).scenarios;
  return list.slice(0, most).map((scenario) => JSON.stringify(scenario));
}

function filesOf(folder: string): readonly string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true, encoding: 'utf8' })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((file) => readFileSync(file, 'utf8'));
}
