import { defineConfig } from 'vitepress';

const guides = [
  ['Getting started', '/guide/getting-started'],
  ['Test policies in CI', '/guide/test-in-ci'],
  ['Typed statements for CDK and Terraform', '/guide/typed-statements'],
  ['Embed the evaluator', '/guide/embed'],
  ['Lint templates and plans', '/guide/lint'],
  ['Find holes with properties', '/guide/properties'],
  ['Refresh the catalog', '/guide/refresh-catalog'],
];
const background = [
  ['How IAM decides, rule by rule', '/semantics'],
  ['How we know it is right', '/trust'],
  ['How fast it is', '/benchmarks'],
  ['Compared with other tools', '/comparison'],
  ['Lint rules', '/lint-rules'],
  ['Services', '/services/'],
];
const items = (list) => list.map(([text, link]) => ({ text, link }));

export default defineConfig({
  title: 'Policywright',
  description: 'The AWS IAM policy language as a TypeScript toolkit',
  lang: 'en',
  cleanUrls: true,
  srcExclude: ['README.md', 'src/**'],
  markdown: { attrs: { disable: true } },
  // Pages of other parts of the repository are copied in; see prepare.js.
  ignoreDeadLinks: false,
  themeConfig: {
    search: { provider: 'local' },
    nav: [
      { text: 'Guide', link: '/guide/getting-started' },
      { text: 'Services', link: '/services/' },
      { text: 'Interface', link: '/api/index.html', target: '_self' },
    ],
    sidebar: [
      { text: 'Guides', items: items(guides) },
      { text: 'Background', items: items(background) },
    ],
    outline: { level: [2, 3] },
    footer: { message: 'MIT. Not affiliated with Amazon Web Services.' },
  },
});
