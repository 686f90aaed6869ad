import type { JsonNode } from '@policywright/policy';
import { describe, expect, test } from 'vitest';
import { readYaml } from './readYaml.ts';

function valueOf(node: JsonNode): unknown {
  switch (node.kind) {
    case 'object':
      return Object.fromEntries(node.members.map(({ name, value }) => [name.value, valueOf(value)]));
    case 'array':
      return node.items.map(valueOf);
    case 'number':
      return Number(node.text);
    case 'null':
      return null;
    default:
      return node.value;
  }
}

function read(text: string): unknown {
  const reading = readYaml(text);
  return reading.ok ? reading.roots.map(valueOf)[0] : reading.findings.map(({ message }) => message);
}

describe('lines of a value that begin in the column of what holds it', () => {
  test.each([
    ['a list', 'a:\n  b: [\n  "x",\n  y\n  ]\n  c: 1\n', { a: { b: ['x', 'y'], c: 1 } }],
    ['a map', 'a:\n  b: {\n  x: 1\n  }\n  c: 2\n', { a: { b: { x: 1 }, c: 2 } }],
    ['a list left of it', 'a:\n  b:\n    c: [\n  "x"\n ]\n    d: 1\n', { a: { b: { c: ['x'], d: 1 } } }],
    ['at the edge', 'b: [\n"x", # it is\ny\n]\nc: 1', { b: ['x', 'y'], c: 1 }],
    ['after CR LF', 'a:\r\n  b: [\r\n  "x"\r\n  ]\r\n  c: 1\r\n', { a: { b: ['x'], c: 1 } }],
    ['in a list', 'a:\n- b: 1\n- [\nx\n]\n', { a: [{ b: 1 }, ['x']] }],
    ['with a tag and an anchor', 'a: &x !Join ["", [\nx\n]]\nb: 1', { a: { 'Fn::Join': ['', ['x']] }, b: 1 }],
    [
      'text in double marks',
      'a:\n  b: "x\ny\n\nz \\\n  \\" \\\\"\n  c: 1\n',
      { a: { b: 'x y\nz " \\', c: 1 } },
    ],
    ['text in single marks', "a:\n  b: 'x''s\n  y'\n  c: 1\n", { a: { b: "x's y", c: 1 } }],
    ['a quoted key', 'a:\n  "b":\n  "c": [\n  1\n  ]\n', { a: { b: null, c: [1] } }],
    [
      'marks inside other text',
      "a: it's [\nb: {x: don't, y: [\nz\n]}\nc: 1",
      { a: "it's [", b: { x: "don't", y: ['z'] }, c: 1 },
    ],
    ['marks in comments', "a: 1 # it's\nb: [\nx, # {'\ny\n]", { a: 1, b: ['x', 'y'] }],
    [
      'brackets in a block of text',
      "a:\n  - b: |\n      it's [\n\n    c: [\n    x\n    ]\nd: >-\n  {\ne: [\nx\n]",
      { a: [{ b: "it's [\n", c: ['x'] }], d: '{', e: ['x'] },
    ],
  ])('%s', (_, text, value) => {
    expect(read(text)).toEqual(value);
  });

  test('have their places in the text', () => {
    const text = 'a:\n  b: [\n  "xyz"\n  ]\n';
    const reading = readYaml(text);
    if (!reading.ok) throw new Error('expected YAML');
    const places: string[] = [];
    const visit = (node: JsonNode): void => {
      if (node.kind === 'string') places.push(text.slice(node.start, node.end));
      if (node.kind === 'array') node.items.forEach(visit);
      if (node.kind === 'object') for (const { value } of node.members) visit(value);
    };
    reading.roots.forEach(visit);
    expect(places).toEqual(['"xyz"']);
  });

  test('do not make YAML of what is none', () => {
    expect(read('a: [x\nb: 1\n')).toEqual([
      'the text is not YAML: flow sequence in block collection must be sufficiently indented and end with a ]',
    ]);
    expect(read('a: b: [\nx\n]')).toEqual([
      'the text is not YAML: nested mappings are not allowed in compact mappings',
    ]);
    expect(read('a: "x\n')).toEqual(['the text is not YAML: missing closing "quote']);
  });
});

describe('merge keys', () => {
  test.each([
    ['one', 'x: &x {a: 1, b: 2}\ny:\n  <<: *x\n  b: 3', { b: 3, a: 1 }],
    [
      'several, of which the first counts',
      'x: &x {a: 1}\nz: &z {a: 2, b: 2}\ny: {<<: [*x, *z]}',
      { a: 1, b: 2 },
    ],
    ['one in one', 'x: &x {a: 1}\nz: &z {<<: *x, b: 2}\ny: {<<: *z}', { a: 1, b: 2 }],
    ['a text', 'y: {<<: x}', { '<<': 'x' }],
    ['a key in quotation marks', 'y: {"<<": {a: 1}}', { '<<': { a: 1 } }],
  ])('%s', (_, text, y) => {
    expect((read(text) as { y: unknown }).y).toEqual(y);
  });
});

describe('words for truths of YAML 1.1', () => {
  const words = 'yes, Yes, YES, on, On, ON, no, No, NO, off, Off, OFF';
  const others = 'y, n, yEs, "yes", \'no\', !!str on, !Sub no';

  test('are such in templates of CloudFormation, unless they are marked as texts', () => {
    const truths = [...Array<boolean>(6).fill(true), ...Array<boolean>(6).fill(false)];
    expect(read(`Resources: {a: [${words}]}`)).toEqual({ Resources: { a: truths } });
    expect(read(`AWSTemplateFormatVersion: x\nno: [${words}]`)).toMatchObject({ no: truths });
    expect(read(`Resources: {a: [${others}]}`)).toEqual({
      Resources: { a: ['y', 'n', 'yEs', 'yes', 'no', 'on', { 'Fn::Sub': 'no' }] },
    });
  });

  test('are texts elsewhere', () => {
    expect(read(`Statement: [${words}]`)).toEqual({ Statement: words.split(', ') });
    expect(read(`Resources: [${words}]`)).toEqual({ Resources: words.split(', ') });
  });
});

test('a text that ends anywhere is read to its end', () => {
  const text = "a: it's\n- ? b: [\n'x''', \"y\\\"\" # z\n]: |2-\n  c\n!t &x {\nd:";
  for (let end = 0; end <= text.length; end += 1) {
    for (const start of ['', 'a: b: c\n']) expect(readYaml(start + text.slice(0, end))).toBeDefined();
  }
});

describe('what YAML 1.1 takes for booleans', () => {
  const written = 'Yes: [yes, No, ON, off, "no", !!str no, !Ref No, y, nO, true]\n';
  const list = [true, false, true, false, 'no', 'no', { Ref: 'No' }, 'y', 'nO', true];

  test.each(['Resources: {}', 'AWSTemplateFormatVersion: x'])('is so in a template with %s', (member) => {
    expect(read(`${written}${member}`)).toMatchObject({ Yes: list });
  });

  test('is text elsewhere', () => {
    expect(read(written)).toEqual({
      Yes: ['yes', 'No', 'ON', 'off', 'no', 'no', { Ref: 'No' }, 'y', 'nO', true],
    });
  });
});
