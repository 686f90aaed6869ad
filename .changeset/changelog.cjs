// How a changeset becomes a line of the changelog. A changeset whose text starts with `language:` changes what
// is decided for some request; it is marked, apart from changes of interfaces.
const LANGUAGE = /^language:\s*/i;

/** @type {import('@changesets/types').ChangelogFunctions} */
module.exports = {
  async getReleaseLine({ summary, commit }) {
    const [first = '', ...rest] = summary.trim().split('\n');
    const text = first.replace(LANGUAGE, '**Language change:** ');
    const source = commit === undefined ? '' : `${commit.slice(0, 7)}: `;
    return [`- ${source}${text}`, ...rest.map((line) => (line === '' ? '' : `  ${line}`))].join('\n');
  },
  async getDependencyReleaseLine() {
    // All packages have one version, so that a list of dependencies says nothing.
    return '';
  },
};
