/** The files of a new lint rule. */
export interface ScaffoldedRule {
  /** Path of the rule's file, from `packages/lint/src/rules`. */
  readonly path: string;
  readonly text: string;
  /** The list of rules with the new one in it. */
  readonly index: string;
  /** The entry of the package from which rules are imported by name, with the new one in it. */
  readonly entry: string;
}

/**
 * Makes the file of a lint rule that finds nothing yet, so that the test of its bad example is red, and puts
 * it into the list of rules, in the order of the alphabet within its group.
 *
 * @param group - folder of the rule, such as `style`.
 * @param id - kebab-case id, such as `resource-star`.
 * @param lists - texts of `packages/lint/src/rules/index.ts` and `packages/lint/src/rules.ts`.
 * @returns the files, or a message that says what is wrong.
 */
export function scaffoldRule(
  group: string,
  id: string,
  { index, entry }: Pick<ScaffoldedRule, 'index' | 'entry'>,
): ScaffoldedRule | string {
  if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(id))
    return `\`${id}\` is not a kebab-case id such as \`resource-star\``;
  const name = id.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
  const imports = [...index.matchAll(/^import \{ (\w+) \} from '\.\/([a-z]+)\/\w+\.ts';\n/gm)];
  // What the parser checks comes with a code of its own, in the package of the parser.
  const groups = [...new Set(imports.map(([, , folder = '']) => folder))].filter((name) => name !== 'parser');
  const peers = imports.filter(([, , folder = '']) => folder === group && groups.includes(folder));
  const last = peers.at(-1);
  if (last === undefined) return `no group is called \`${group}\`; there are ${groups.join(', ')}`;
  if (imports.some(([, taken]) => taken === name)) return `there is a rule \`${id}\` already`;
  const path = `${group}/${name}.ts`;
  const next = peers.find(([, peer = '']) => peer > name);
  const [line, neighbour = ''] = next ?? last;
  const beside = (text: string, added: string): string =>
    next === undefined ? `${text}${added}` : `${added}${text}`;
  const item = `  ${neighbour},\n`;
  return {
    path,
    text: ruleText({ group, id, name }),
    index: index
      .replace(line, beside(line, `import { ${name} } from './${path}';\n`))
      .replace(item, beside(item, `  ${name},\n`)),
    entry: [...entry.trimEnd().split('\n'), `export { ${name} } from './rules/${path}';`]
      .toSorted((a, b) => (pathOf(a) < pathOf(b) ? -1 : 1))
      .map((each) => `${each}\n`)
      .join(''),
  };
}

/** What an import or export is from. */
function pathOf(line: string): string {
  return line.slice(line.indexOf(' from '));
}

interface RuleNames {
  readonly group: string;
  readonly id: string;
  readonly name: string;
}

function ruleText({ group, id, name }: RuleNames): string {
  return `import type { Rule, RuleExamples } from '../../rule/rule.ts';
import { allow, finds } from '../_internals/exampleDocuments.ts';

/** Reports what \`doc\` below says. */
export const ${name}: Rule = {
  id: '${id}',
  group: '${group}',
  severity: 'warning',
  aliases: {},
  reads: ['Statement'],
  doc: 'one sentence that says what is wrong and why, without a full stop',
  get examples(): RuleExamples {
    return {
      bad: [
        finds(allow({ Action: 's3:GetObject' }), {
          at: '/Statement/0/Action',
          message: 'found \`…\`, and why that is wrong',
          help: 'how to mend it',
        }),
      ],
      good: [allow({ Action: 's3:PutObject' })],
    };
  },
  // Yields { pointer, message, help?, fix? } for each place that is wrong.
  *check(context) {
    for (const { pointer } of context.resources) {
      if (pointer === 'write the check, then remove this line') yield { pointer, message: 'found \`…\`' };
    }
  },
};
`;
}
