import { describe, expect, test } from 'vitest';
// @ts-expect-error The site's own scripts have no types.
import { anchorRules } from './anchorRules.js';
// @ts-expect-error The site's own scripts have no types.
import { servicePage, servicePages } from './servicePage.js';

describe('how a service works with IAM', () => {
  test('ECS: features, actions, ARNs and keys', () => {
    const page = servicePage('ecs');
    expect(page).toContain('# How Amazon Elastic Container Service works with IAM');
    for (const text of ['RunTask', 'task-definition', 'ecs:cluster', 'Service-linked roles', 'iam:PassRole'])
      expect(page).toContain(text);
  });

  test('every service has a page, without anything that the site takes for a template', () => {
    const pages = servicePages();
    expect(pages.length).toBeGreaterThan(450);
    expect(pages.filter(({ content }) => content.includes('{{')).map(({ prefix }) => prefix)).toEqual([]);
  });
});

test('rules of the semantics get anchors, and mentions of them links', () => {
  const text = anchorRules('# Title\n**S1** [D] A `${x}` as in S23.\n');
  expect(text).toContain('<a id="S1"></a>**S1**');
  expect(text).toContain('[S23](#S23)');
  expect(text).toContain('<code v-pre>$&#123;x&#125;</code>');
});
