import { compileGlob, parseArn } from '@policywright/arn';
import type { Request } from '@policywright/evaluator';
import type { Problem } from '../search/problem.ts';
import { filledArns } from './filledPattern.ts';
import { statementsAbout } from './statementsAbout.ts';

/** So many are tried. */
const MOST = 32;

/**
 * Resources by names that read well: those that statements name, their patterns filled, and examples of the universe.
 *
 * @param request - whose action it is.
 * @param problem - what is looked for.
 * @returns the one to try first in front; some may be no resources of the action.
 */
export function readableResources({ action }: Request, problem: Problem): readonly string[] {
  const examples = problem.universe.exampleResources?.(action) ?? [];
  const tried = new Set<string>();
  for (const pattern of patternsAbout(action, problem)) {
    const isLike = (arn: string): boolean =>
      nameOf(pattern) !== '*' && compileGlob(nameOf(pattern)).matches(nameOf(arn));
    const fitting = examples.toSorted((one, other) => Number(isLike(other)) - Number(isLike(one)));
    for (const example of [...fitting, undefined]) {
      for (const filled of filledArns(pattern, example))
        if (parseArn(filled) !== undefined) tried.add(filled);
      if (tried.size >= MOST) return [...tried];
    }
  }
  return [...new Set([...tried, ...examples])].slice(0, MOST);
}

/** What stands behind the account. */
function nameOf(arn: string): string {
  return arn.split(':').slice(5).join(':');
}

function patternsAbout(action: string, problem: Problem): ReadonlySet<string> {
  const texts = statementsAbout(action, problem).flatMap(({ resources = [], source }) =>
    source.resource?.negated === true ? [] : resources.map(({ text }) => text),
  );
  return new Set(texts.filter((text) => !text.includes('${')));
}
