import { servicePages } from '../src/servicePage.js';

export default {
  paths: () => servicePages().map(({ prefix, content }) => ({ params: { prefix }, content })),
};
