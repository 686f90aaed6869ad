import { FEATURE_NAMES, services } from '@policywright/catalog';
import { lintText } from '@policywright/lint';
import { describe, expect, test } from 'vitest';
// @ts-expect-error The site's own scripts have no types.
import { samplePolicy } from './samplePolicy.js';
// @ts-expect-error The site's own scripts have no types.
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

describe('how Amazon ECS works with IAM', () => {
  const content: string = servicePage('ecs');
  const sections = sectionsOf(content);

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
    ['Policy condition keys', '<code>ecs:cluster</code> | ARN'],
    ['Policy condition keys', '<code>ecs:enable-execute-command</code> | String'],
    ['ACLs', 'no access control lists'],
    ['ABAC (tags in policies)', 'aws:RequestTag/'],
    ['Temporary credentials', 'are accepted'],
    ['Principal permissions', 'forward access sessions'],
    ['Service roles', 'ecs-tasks.amazonaws.com'],
    ['Service-linked roles', 'AWSServiceRoleForECS'],
  ])('%s: %s', (heading, text) => {
    expect(sections.get(heading)).toContain(text);
  });
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
