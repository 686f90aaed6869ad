import { inflateRawSync } from 'node:zlib';
import { FEATURE_NAMES, services } from '@policywright/catalog';
import { lintText } from '@policywright/lint';
import { readScenarios, runScenarios } from '@policywright/scenario';
import { describe, expect, test } from 'vitest';
import { servicePage, servicePages, servicesIndex } from './servicePage.js';

interface Page {
  readonly prefix: string;
  readonly content: string;
}
const pages: readonly Page[] = servicePages();

/** The text under each heading of a page. */
function sectionsOf(content: string): ReadonlyMap<string, string> {
  return new Map(
    content.split(/^## /m).map((section) => {
      const end = section.indexOf('\n');
      return [section.slice(0, end), section.slice(end).trim()] as const;
    }),
  );
}

/** The sections that the page of every service has. */
const SECTIONS = FEATURE_NAMES.flatMap((name) => {
  if (name === 'Policy actions') return [name, 'API operations'];
  return name === 'Principal permissions' ? ['Forward access sessions (FAS)'] : [name];
});

/** The scenarios that the links of a page open in the playground. */
function scenariosIn(content: string): readonly string[] {
  return [...content.matchAll(/href="\/policywright\/playground\/#s=([\w-]+)"/g)].map(([, packed = '']) =>
    inflateRawSync(Buffer.from(packed, 'base64url')).toString('utf8'),
  );
}

const REFERENCE = 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_ecs.html';

describe('how Amazon ECS works with IAM', () => {
  const content: string = servicePage('ecs');
  const sections = sectionsOf(content);

  test("links to the pages of AWS's reference", () => {
    expect(content).toContain(`AWS's reference: [<code>list&#95;ecs</code>](${REFERENCE});`);
    const balancing: string = servicePage('elasticloadbalancing');
    expect(balancing).toMatch(
      /AWS's reference: \[[^\]]+elbv2<.code>\]\([^)]+\), \[[^\]]+elb<.code>\]\([^)]+\);/,
    );
  });

  test('has the eleven features, each with a section', () => {
    expect(content).toMatch(/^# How Amazon Elastic Container Service works with IAM/);
    expect([...sections.keys()].slice(2)).toEqual([...SECTIONS, 'Stories']);
    expect(
      sections
        .get('Features')
        ?.split('\n')
        .filter((line) => line.startsWith('| [')),
    ).toHaveLength(11);
  });

  test.each([
    ['Identity-based policies', 'ecs:Describe*'],
    ['Resource-based policies', 'no policies of their own'],
    ['Policy actions', 'id="ecs:RunTask"'],
    ['Policy actions', 'The pattern matches 14 actions'],
    [
      'API operations',
      '<br>the role: <code>logs:<wbr>Create<wbr>Log<wbr>Stream</code> <code>logs:<wbr>Put<wbr>Log<wbr>Events</code> on the log group, when a container logs',
    ],
    [
      'API operations',
      '| <code>ecs:<wbr>Run<wbr>Task</code><br><code>ecs:<wbr>Tag<wbr>Resource</code>, when the request has <code>tags</code><br><code>iam:<wbr>Pass<wbr>Role</code> with <code>iam:<wbr>Passed<wbr>To<wbr>Service</code>',
    ],
    ['Identity-based policies', '### Work on some resources: cluster'],
    ['Features', '[Forward access sessions (FAS)](#forward-access-sessions-fas) | **yes**'],
    ['Features', '1 role |'],
    ['Stories', '### The pipeline hands a role to ECS, and ECS takes it on'],
    ['Stories', '</a> | ✗ denied by a Deny |'],
    ['Policy resources', 'cluster/$&#123;ClusterName&#125;'],
    ['Policy resources', 'task-definition/$&#123;TaskDefinitionFamilyName&#125;'],
    ['Policy actions', 'By access level: 12 List, 17 Read, 52 Write, 1 Permissions management, 2 Tagging;'],
    ['Policy actions', `[<code>Run<wbr>Task</code>](${REFERENCE}#list_ecs-action-RunTask)`],
    ['Policy actions', '<br>update the state of container instances<br>Write'],
    ['Policy actions', 'are made from it by rule'],
    [
      'Policy resources',
      `| [<code>cluster</code>](${REFERENCE}#list_ecs-resource-cluster)<br>cluster | 19 |`,
    ],
    [
      'Policy condition keys',
      `[<code>ecs:cluster</code>](${REFERENCE}#list_ecs-ecs_cluster)<br>cluster | ARN`,
    ],
    [
      'Policy condition keys',
      `[<code>ecs:enable-execute-command</code>](${REFERENCE}#list_ecs-ecs_enable-execute-command)<br>enable execute command | String | String… | one | 6 |`,
    ],
    ['ACLs', 'no access control lists'],
    ['ABAC (tags in policies)', 'aws:RequestTag/'],
    [
      'ABAC (tags in policies)',
      'add and remove tags:\n\n<code>ecs:TagResource</code> <code>ecs:UntagResource</code>',
    ],
    ['Forward access sessions (FAS)', 'Source: [How Amazon Elastic Container Service works with IAM]('],
    ['Temporary credentials', 'are accepted'],
    ['Forward access sessions (FAS)', 'principal permissions'],
    ['Service roles', 'ecs-tasks.amazonaws.com'],
    ['Service-linked roles', 'AWSServiceRoleForECS'],
  ])('%s: %s', (heading, text) => {
    expect(sections.get(heading)).toContain(text);
  });
});

test('an operation that asks for an action of another name is listed with it', () => {
  expect(sectionsOf(servicePage('s3')).get('API operations')).toContain(
    'list_s3.html#list_s3-operations) | <code>s3:<wbr>List<wbr>Bucket</code><br>',
  );
  expect(sectionsOf(servicePage('wam')).get('API operations')).toMatch(/^Of no operation/);
});

test('stories are on the pages of the services that they call, each scenario once', () => {
  expect(scenariosIn(sectionsOf(servicePage('ecs')).get('Stories') ?? '')).toHaveLength(47);
  const s3 = sectionsOf(servicePage('s3')).get('Stories') ?? '';
  expect(scenariosIn(s3).map((text) => (JSON.parse(text) as { action: string }).action)).toEqual(
    Array.from({ length: 7 }, () => 's3:GetObject'),
  );
  expect(sectionsOf(servicePage('sqs')).has('Stories')).toBe(false);
});

describe('the page of every service', () => {
  test('exists', () => {
    expect(pages.map(({ prefix }) => prefix)).toEqual(services().map(({ prefix }) => prefix));
    expect(servicesIndex()).toContain('[Amazon S3](/services/s3)');
  });

  test('has eleven sections, none of them empty', () => {
    for (const { prefix, content } of pages) {
      const sections = sectionsOf(content);
      const own = [...sections.keys()].slice(2).filter((heading) => heading !== 'Stories');
      expect(own, prefix).toEqual(SECTIONS);
      for (const [heading, text] of sections)
        expect(text.length, `${prefix}: ${heading}`).toBeGreaterThan(20);
    }
  });

  test('holds nothing that was not filled in, nor anything that the site takes for a template', () => {
    const wrong = pages.filter(({ content }) =>
      /undefined|\[object|NaN|\{\{/.test(content.replace(/#s=[\w-]+/g, '')),
    );
    expect(wrong.map(({ prefix }) => prefix)).toEqual([]);
  });

  test('has nothing that is folded away within a paragraph, which browsers end there', () => {
    const wrong = pages.filter(({ content }) => /^[^|<\n][^|\n]*<details>/m.test(content));
    expect(wrong.map(({ prefix }) => prefix)).toEqual([]);
  });

  test('says of what is unknown that it is', () => {
    const sections = sectionsOf(servicePage('wam'));
    expect(sections.get('Features')).toContain('| unknown |  | nobody has looked |');
    expect(sections.get('Service roles')).toMatch(/^Unknown/);
  });

  test('opens scenarios in the playground that are decided as it says', () => {
    const files = pages.map(({ prefix, content }) =>
      readScenarios(`[${scenariosIn(content).join(',')}]`, { file: prefix }),
    );
    expect(files.flatMap(({ scenarios }) => scenarios).length).toBeGreaterThan(pages.length);
    const report = runScenarios(files);
    expect(report.total).toBe(files.flatMap(({ scenarios }) => scenarios).length);
    expect(report.results.filter(({ passed }) => !passed)).toEqual([]);
  });

  test('shows policies in which the linter finds no error', () => {
    const wrong = pages.flatMap(({ prefix, content }) =>
      policiesIn(sectionsOf(content).get('Identity-based policies') ?? '').flatMap((text) =>
        lintText(text, { type: 'identity' })
          .findings.filter(({ severity }) => severity === 'error')
          .map(({ message }) => [prefix, message]),
      ),
    );
    expect(wrong).toEqual([]);
  });

  test('shows a policy to start from', () => {
    const without = pages.filter(({ content }) => policiesIn(content).length === 0);
    expect(without.map(({ prefix }) => prefix)).toEqual([]);
  });
});

/** The blocks of JSON that are whole policies. */
function policiesIn(section: string): readonly string[] {
  return [...section.matchAll(/^```json\n(\{\n {2}"Version"[\s\S]*?)^```/gm)].map(([, text = '']) => text);
}
