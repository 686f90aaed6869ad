import { FEATURE_NAMES, services } from '@policywright/catalog';
import { lintText } from '@policywright/lint';
import { describe, expect, test } from 'vitest';
import { samplePolicy } from './samplePolicy.js';
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
    expect([...sections.keys()].slice(2)).toEqual(FEATURE_NAMES);
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
      'Policy actions',
      'the role needs <code>logs:<wbr>Put<wbr>Log<wbr>Events</code> | on the log group, when',
    ],
    ['Policy resources', 'cluster/$&#123;ClusterName&#125;'],
    ['Policy resources', 'task-definition/$&#123;TaskDefinitionFamilyName&#125;'],
    ['Policy actions', 'By access level: 12 List, 17 Read, 52 Write, 1 Permissions management, 2 Tagging;'],
    ['Policy actions', `[<code>Run<wbr>Task</code>](${REFERENCE}#list_ecs-action-RunTask)`],
    ['Policy resources', `| [<code>cluster</code>](${REFERENCE}#list_ecs-resource-cluster) | 19 |`],
    ['Policy condition keys', `[<code>ecs:cluster</code>](${REFERENCE}#list_ecs-ecs_cluster) | ARN`],
    [
      'Policy condition keys',
      `[<code>ecs:enable-execute-command</code>](${REFERENCE}#list_ecs-ecs_enable-execute-command) | String | String… | one | 6 |`,
    ],
    ['ACLs', 'no access control lists'],
    ['ABAC (tags in policies)', 'aws:RequestTag/'],
    [
      'ABAC (tags in policies)',
      'add and remove tags:\n\n<code>ecs:TagResource</code> <code>ecs:UntagResource</code>',
    ],
    ['Principal permissions', 'Source: [How Amazon Elastic Container Service works with IAM]('],
    ['Temporary credentials', 'are accepted'],
    ['Principal permissions', 'forward access sessions'],
    ['Service roles', 'ecs-tasks.amazonaws.com'],
    ['Service-linked roles', 'AWSServiceRoleForECS'],
  ])('%s: %s', (heading, text) => {
    expect(sections.get(heading)).toContain(text);
  });
});

test('an operation that asks for an action of another name is listed with it', () => {
  expect(sectionsOf(servicePage('s3')).get('Policy actions')).toContain(
    'list_s3.html#list_s3-operations) | <code>s3:<wbr>List<wbr>Bucket</code> |',
  );
  expect(sectionsOf(servicePage('ecs')).get('Policy actions')).not.toContain('of another name');
});

describe('the page of every service', () => {
  test('exists', () => {
    expect(pages.map(({ prefix }) => prefix)).toEqual(services().map(({ prefix }) => prefix));
    expect(servicesIndex()).toContain('[Amazon S3](/services/s3)');
  });

  test('has eleven sections, none of them empty', () => {
    for (const { prefix, content } of pages) {
      const sections = sectionsOf(content);
      expect([...sections.keys()].slice(2), prefix).toEqual(FEATURE_NAMES);
      for (const [heading, text] of sections)
        expect(text.length, `${prefix}: ${heading}`).toBeGreaterThan(20);
    }
  });

  test('holds nothing that was not filled in, nor anything that the site takes for a template', () => {
    const wrong = pages.filter(({ content }) => /undefined|\[object|NaN|\{\{/.test(content));
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

  test('shows a policy in which the linter finds no error', () => {
    const wrong = services().flatMap((service) => {
      const { findings } = lintText(JSON.stringify(samplePolicy(service)), { type: 'identity' });
      return findings
        .filter(({ severity }) => severity === 'error')
        .map(({ message }) => [service.prefix, message]);
    });
    expect(wrong).toEqual([]);
  });
});
