import { defineCommand, type Command } from '../arguments/command.ts';
import { EXIT_CODE } from '../exitCode.ts';
import type { Schema } from '../schema/schema.ts';

/** What there are schemas of. */
const SCHEMAS: Readonly<Record<'scenario' | 'config', () => Promise<Schema>>> = {
  scenario: async () => (await import('../schema/scenarioSchema.ts')).scenarioSchema(),
  config: async () => (await import('../schema/configSchema.ts')).configSchema(),
};

/** `policywright schema`: prints a JSON Schema for editors. */
export const schema: Command = defineCommand({
  summary: 'print the JSON Schema of scenario files or of the configuration',
  operands: { label: Object.keys(SCHEMAS).join('|'), least: 1, most: 1, choices: Object.keys(SCHEMAS) },
  options: {},
  notes: [
    'A file names its schema as `$schema`; both are in the package: `"$schema": "./node_modules/policywright/dist/schema/scenario.json"`. For YAML: `# yaml-language-server: $schema=…` in the first line. Policies have a schema of the services that you use: `policywright generate --json-schema`.',
  ],
  examples: ['schema scenario > scenario.schema.json', 'schema config'],
  run: async ({ operands: [name = ''], io }) => {
    // INVARIANT: the operand is one of the choices.
    const document = await SCHEMAS[name as keyof typeof SCHEMAS]();
    io.stdout.write(`${JSON.stringify(document, undefined, 2)}\n`);
    return EXIT_CODE.yes;
  },
});
