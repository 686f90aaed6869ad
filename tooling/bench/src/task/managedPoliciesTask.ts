import { loadManagedPolicies } from '@policywright-tooling/conformance/managed-policies';
import { compile } from '@policywright/evaluator';
import { parsePolicy } from '@policywright/policy';
import { cpuTime } from '../measure/cpuTime.ts';
import { spreadOf } from '../measure/median.ts';
import { milliseconds } from '../measure/milliseconds.ts';

/** Milliseconds of processor time for all policies together, the medians of some passes. */
export interface ManagedPoliciesTimes {
  readonly policies: number;
  readonly characters: number;
  readonly statements: number;
  readonly jsonParse: number;
  readonly parse: number;
  readonly compile: number;
}

/** Measures reading AWS managed policies against `JSON.parse` of their text. */
export async function managedPoliciesTask(input: {
  readonly policies: number;
  readonly passes: number;
  /** Spaces a level of nesting; 0 is all on one line. */
  readonly indent: number;
}): Promise<ManagedPoliciesTimes> {
  const texts = textsOf(input);
  const passes = Array.from({ length: input.passes }, () => {
    const json = milliseconds(() => texts.map((text) => JSON.parse(text) as unknown), cpuTime);
    const parsed = milliseconds(
      () =>
        texts.map((text) => {
          const result = parsePolicy(text);
          if (!result.ok) throw new Error('a managed policy has errors');
          return result.policy;
        }),
      cpuTime,
    );
    const compiled = milliseconds(
      () => parsed.result.map((policy) => compile({ identity: [policy] })),
      cpuTime,
    );
    const statements = parsed.result.reduce((sum, policy) => sum + policy.statements.length, 0);
    return { statements, json: json.took, parse: parsed.took, compile: compiled.took };
  });
  return Promise.resolve({
    policies: texts.length,
    characters: texts.reduce((sum, text) => sum + text.length, 0),
    statements: passes[0]?.statements ?? 0,
    jsonParse: spreadOf(passes.map(({ json }) => json)).median,
    parse: spreadOf(passes.map(({ parse }) => parse)).median,
    compile: spreadOf(passes.map((pass) => pass.compile)).median,
  });
}

function textsOf({ policies, indent }: { readonly policies: number; readonly indent: number }): string[] {
  return loadManagedPolicies()
    .slice(0, policies)
    .map(({ document }) => JSON.stringify(document, undefined, indent));
}
