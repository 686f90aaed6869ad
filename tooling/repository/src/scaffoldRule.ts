/** The files of a new lint rule. */
export interface ScaffoldedRule {
  /** Path of the rule's file, from `packages/lint/src/rules`. */
  readonly path: string;
  readonly text: string;
  /** The list of rules with the new one in it. */
  readonly index: string;
}

/**
 * Makes the file of a lint rule that finds nothing yet, so that the test of its bad example is red, and puts
 * it into the list of rules, in the order of the alphabet within its group.
 *
 * @param group - folder of the rule, such as `style`.
 * @param id - kebab-case id, such as `resource-star`.
 * @param index - text of `packages/lint/src/rules/index.ts`.
 * @returns the files, or a message that says what is wrong.
 */
export function scaffoldRule(group: string, id: string, index: string): ScaffoldedRule | string {
  if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(id))
    return `\`${id}\` is not a kebab-case id such as \`resource-star\``;
  const name = id.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
  const imports = [...index.matchAll(/^import \{ (\w+) \} from '\.\/([a-z]+)\/\w+\.ts';\n/gm)];
  const groups = [...new Set(imports.map(([, , folder = '']) => folder))];
  const peers = imports.filter(([, , folder]) => folder === group);
  const last = peers.at(-1);
  if (last === undefined) return `no group is called \`${group}\`; there are ${groups.join(', ')}`;
  if (imports.some(([, taken]) => taken === name)) return `there is a rule \`${id}\` already`;
  const path = `${group}/${name}.ts`;
  const next = peers.find(([, peer = '']) => peer > name);
  const [line, neighbour = ''] = next ?? last;
  const beside = (text: string, added: string): string =>
    next === undefined ? `${text}${added}` : `${added}${text}`;
  const entry = `  ${neighbour},\n`;
  return {
    path,
    text: ruleText({ group, id, name }),
    index: index
      .replace(line, beside(line, `import { ${name} } from './${path}';\n`))
      .replace(entry, beside(entry, `  ${name},\n`)),
  };
}

interface RuleNames {
  readonly group: string;
  readonly id: string;
  readonly name: string;
}

function ruleText({ group, id, name }: RuleNames): string {
  return `import type { Rule } from '../../model/rule.ts';
import { allow, finds } from '../_internals/exampleDocuments.ts';

/** Reports what \`doc\` below says. */
export const ${name}: Rule = {
  id: '${id}',
  group: '${group}',
  severity: 'warning',
  aliases: {},
  reads: ['Statement'],
  doc: 'one sentence that says what is wrong and why, without a full stop',
  examples: {
    bad: [
      finds(allow({ Action: 's3:GetObject' }), {
        at: '/Statement/0/Action',
        message: 'found \`…\`, and why that is wrong',
        help: 'how to mend it',
      }),
    ],
    good: [allow({ Action: 's3:PutObject' })],
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
