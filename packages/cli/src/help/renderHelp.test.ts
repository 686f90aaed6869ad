import { describe, expect, test } from 'vitest';
import { defineCommand, type Command, type CommandGroup } from '../arguments/command.ts';
import { program } from '../commands/program.ts';
import { renderHelp } from './renderHelp.ts';

const nothing = (): Promise<0> => Promise.resolve(0);
const COMMAND = defineCommand({
  summary: 'do something',
  operands: { label: 'FILE...', least: 1 },
  options: {
    quiet: { short: 'q', description: 'say nothing' },
    as: { value: 'ARN', description: 'who calls' },
    form: { value: 'FORM', choices: ['text', 'json'], description: 'how it looks' },
    kind: { value: 'KIND', choices: ['first-one', 'second-one'], description: 'what it is' },
    'a-name-of-great-length': { value: 'SOMETHING', description: 'what does not fit beside' },
  },
  notes: ['A paragraph.'],
  examples: ['do one.json', 'do two.json'],
  run: nothing,
});

describe('the help of a command', () => {
  test('has its usage, its options with what they take, its notes and examples', () => {
    expect(renderHelp(['policywright', 'do'], COMMAND)).toBe(`Do something.

Usage: policywright do FILE... [OPTION...]

Options:
  -q, --quiet       say nothing
  --as ARN          who calls
  --form text|json  how it looks
  --kind KIND       what it is (first-one, second-one)
  --a-name-of-great-length SOMETHING
                    what does not fit beside
  -h, --help        print this help

A paragraph.

Examples:
  policywright do one.json
  policywright do two.json
`);
  });

  test('has one space where there are no operands, and no headings of what it has not', () => {
    const plain = defineCommand({
      summary: 'do it',
      operands: { label: '', least: 0, most: 0 },
      options: {},
      run: nothing,
    });
    expect(renderHelp(['policywright', 'it'], plain)).toBe(
      'Do it.\n\nUsage: policywright it [OPTION...]\n\nOptions:\n  -h, --help  print this help\n',
    );
  });

  test('breaks lines at 88 characters, and goes on below the description', () => {
    const description = Array.from({ length: 30 }, (_, index) => `word${index}`).join(' ');
    const long = { ...COMMAND, options: { as: { value: 'ARN', description } }, notes: [description] };
    const lines = renderHelp(['policywright', 'do'], long).split('\n');
    const [first = '', second = ''] = lines.slice(lines.findIndex((line) => line.startsWith('  --as ARN')));
    expect(first.length).toBeLessThanOrEqual(88);
    expect(first.length + ' word99'.length).toBeGreaterThan(88);
    expect(second.search(/\S/)).toBe(first.indexOf('word0'));
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(88);
    const told = lines.join(' ').replaceAll(/\s+/g, ' ');
    expect(told.split(description)).toHaveLength(3);
  });
});

test('the help of a group lists its commands, and where to read more', () => {
  const group: CommandGroup = {
    kind: 'group',
    summary: 'ask things',
    commands: {
      one: { summary: 'ask once', load: () => Promise.resolve(COMMAND) },
      several: { summary: 'ask often', load: () => Promise.resolve(COMMAND) },
    },
  };
  const text = renderHelp(['policywright', 'ask'], group);
  expect(text).toContain('Ask things.\n\nUsage: policywright ask COMMAND [OPTION...]\n\nCommands:\n');
  expect(text).toContain('\n  one      ask once\n  several  ask often\n');
  expect(text).toMatch(/\n\n`policywright ask COMMAND --help` tells more about each command\.\n$/);
});

/** Every command of the program, with the words that lead to it. */
async function commandsOf(
  group: CommandGroup,
  path: readonly string[],
): Promise<readonly (readonly [string, Command | CommandGroup, string])[]> {
  const found = Object.entries(group.commands).map(async ([name, { load, summary }]) => {
    const own = [...path, name];
    const loaded = await load();
    const below = loaded.kind === 'group' ? await commandsOf(loaded, own) : [];
    return [[own.join(' '), loaded, summary] as const, ...below];
  });
  return (await Promise.all(found)).flat();
}

const COMMANDS = await commandsOf(program, []);

test('there are commands', () => {
  expect(COMMANDS.length).toBeGreaterThan(40);
});

/** Some words, in lower case but for names. */
const LINE = /^[a-z`].*\S \S.*[^.\s]$/;

describe.each(COMMANDS)('%s', (_, command, summary) => {
  test('says in its group what it says itself', () => {
    expect(summary).toMatch(LINE);
    expect(command.summary).toMatch(LINE);
  });

  test('describes each option and note, and shows how it is called', () => {
    for (const note of command.notes ?? []) expect(note).toMatch(/^\S.+ .+\S$/s);
    for (const example of command.examples ?? []) expect(example).toMatch(/^\w.*\S$/s);
    if (command.kind === 'group') return;
    for (const [name, { value, short, choices, description }] of Object.entries(command.options)) {
      expect(name).toMatch(/^[a-z][a-z-]+$/);
      expect([name, description]).toEqual([name, expect.stringMatching(/^\S.* .*[^.\s]$/)]);
      if (value !== undefined)
        expect([name, value]).toEqual([name, expect.stringMatching(/^\w[\w:=.,|/-]*$/)]);
      if (short !== undefined) expect(short).toMatch(/^[a-z]$/);
      if (choices !== undefined) expect(choices.every((choice) => choice !== '')).toBe(true);
    }
    expect(command.operands.label.trim()).toBe(command.operands.label);
  });
});
