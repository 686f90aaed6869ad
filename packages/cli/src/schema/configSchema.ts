import { RULES, SEVERITIES } from '@policywright/lint';
import { DIAGNOSTIC_CODES } from '@policywright/policy';
import { described, DRAFT, objectOf, TEXT, TEXTS, type Schema } from './schema.ts';

const LINE: Schema = { type: 'string', minLength: 1, pattern: '^[^\\n\\r]*$' };
const LINES: Schema = { type: 'array', items: LINE };
const QUOTA: Schema = { type: 'number', exclusiveMinimum: 0 };

/** Describes `policywright.config.json` as a JSON Schema of draft 7, for editors. */
export function configSchema(): Schema {
  return {
    $schema: DRAFT,
    title: 'Configuration of policywright',
    definitions: { level: { enum: [...SEVERITIES, 'off'] } },
    ...objectOf({
      $schema: TEXT,
      generate: objectOf({
        services: described(LINES, 'Prefixes of the services to emit; `*` stands for all.'),
        fromUsage: described(
          LINES,
          'Files and folders whose TypeScript is searched for the services that it uses.',
        ),
        out: described(LINE, 'The folder to write to, from that of this file.'),
        index: described({ type: 'boolean' }, 'Whether to emit an `index.ts` with one namespace a service.'),
        jsonSchema: described({ type: 'boolean' }, 'Whether to emit a JSON Schema of policy documents too.'),
      }),
      lint: objectOf({
        rules: rules(),
        ignores: { type: 'array', items: ignore() },
        baseline: described(TEXT, 'The file of findings that are accepted.'),
        minimumSeverity: { enum: SEVERITIES },
        settings: objectOf({
          sensitiveResources: TEXTS,
          forbiddenActions: TEXTS,
          blockedPrincipals: TEXTS,
          allowedPrincipals: TEXTS,
          scpQuota: QUOTA,
          rcpQuota: QUOTA,
          trustQuota: QUOTA,
        }),
      }),
    }),
  };
}

function rules(): Schema {
  const level = { $ref: '#/definitions/level' };
  const told = RULES.map(({ id, doc }) => [id, described({ allOf: [level] }, firstSentence(doc))] as const);
  const found = Object.keys(DIAGNOSTIC_CODES).map((code) => [code, level] as const);
  return objectOf(Object.fromEntries([...found, ...told]));
}

function firstSentence(text: string): string {
  return /^.*?[.:](?= |$)/.exec(text)?.[0] ?? text;
}

function ignore(): Schema {
  return objectOf(
    {
      rule: TEXT,
      reason: described(TEXT, 'Why it is fine here.'),
      action: described(TEXT, 'Only findings about actions that the pattern covers.'),
      resource: described(TEXT, 'Only findings about resources that the pattern covers.'),
      expires: described({ type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' }, 'The last day, YYYY-MM-DD.'),
    },
    { required: ['rule', 'reason'] },
  );
}
