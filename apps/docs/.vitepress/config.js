import { defineConfig } from 'vitepress';
import { BASE } from '../src/base.js';
import { fileNames } from '../src/fileNames.js';
import { boostDocument, searchText } from '../src/searchText.js';

/** @typedef {readonly (readonly [text: string, link: string])[]} Links */

/** @type {Links} */
const jobs = [
  ['Why was I denied', '/guide/why-denied'],
  ['Check a folder in CI', '/guide/check-in-ci'],
  ['Review a policy change', '/guide/review-policy-change'],
  ['Who can reach this bucket', '/guide/who-can-reach'],
  ['Towards least privilege', '/guide/least-privilege'],
  ['Policies in CDK, Terraform, SAM', '/guide/templates'],
  ['An emulator’s authorization', '/guide/emulator'],
  ['Embed the evaluator', '/guide/embed'],
  ['Prove a guard rail', '/guide/prove-guard-rail'],
];
/** @type {Links} */
const guides = [
  ['Write scenarios', '/guide/scenarios'],
  ['Test policies', '/guide/test-in-ci'],
  ['Lint: files and settings', '/guide/lint'],
  ['Typed statements', '/guide/typed-statements'],
  ['Audit accounts', '/guide/audit'],
  ['Audit on many machines', '/guide/audit-many-machines'],
  ['Find holes with properties', '/guide/properties'],
  ['Refresh the catalog', '/guide/refresh-catalog'],
];
/** @type {Links} */
const reference = [
  ['How IAM decides, rule by rule', '/semantics'],
  ['Lint rules', '/lint-rules'],
  ['CheckNoNewAccess', '/checks/no-new-access'],
  ['CheckAccessNotGranted', '/checks/access-not-granted'],
  ['CheckNoPublicAccess', '/checks/no-public-access'],
  ['External access', '/checks/external-access'],
  ['Quotas', '/quotas'],
  ['How Amazon ECS works with IAM', '/services/ecs'],
  ['All services', '/services/'],
];
/** @type {Links} */
const background = [
  ['How proofs work', '/proofs'],
  ['How we know it is right', '/trust'],
  ['How fast it is', '/benchmarks'],
  ['Compared with other tools', '/comparison'],
];
/** @param {Links} list */
const items = (list) => list.map(([text, link]) => ({ text, link }));
// Pages beside those of VitePress, whose router would not find them.
const api = { text: 'Interfaces', link: '/api/index.html', target: '_self' };
const playground = { text: 'Playground', link: '/playground/', target: '_self' };

export default defineConfig({
  title: 'Policywright',
  description: 'The AWS IAM policy language as a TypeScript toolkit',
  lang: 'en',
  base: BASE,
  cleanUrls: true,
  srcDir: '.generated/site',
  head: [['link', { rel: 'icon', type: 'image/svg+xml', href: `${BASE}favicon.svg` }]],
  markdown: {
    attrs: { disable: true },
    config: fileNames,
    theme: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' },
  },
  // Pages of other parts of the repository are copied in; see prepare.js.
  ignoreDeadLinks: false,
  // The index of the local search is one chunk, loaded when somebody searches.
  vite: { build: { chunkSizeWarningLimit: 2000 } },
  themeConfig: {
    search: {
      provider: 'local',
      options: {
        _render: searchText,
        miniSearch: { searchOptions: { combineWith: 'AND', fuzzy: false, boostDocument } },
      },
    },
    nav: [
      { text: 'Guide', link: '/guide/getting-started' },
      { text: 'Semantics', link: '/semantics' },
      { text: 'Services', link: '/services/' },
      api,
      playground,
    ],
    sidebar: [
      { text: 'Start', items: items([['Getting started', '/guide/getting-started']]) },
      { text: 'By job', items: items(jobs) },
      { text: 'In depth', items: items(guides) },
      { text: 'Reference', items: [...items(reference), api] },
      { text: 'Background', items: items(background) },
    ],
    socialLinks: [{ icon: 'github', link: 'https://github.com/policywright/policywright' }],
    outline: { level: [2, 3] },
    footer: { message: 'MIT. Not affiliated with Amazon Web Services.' },
  },
});
