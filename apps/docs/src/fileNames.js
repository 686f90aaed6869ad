/**
 * Shows above a block of code the file that it is, where its fence names one: `json [plan.json]`.
 *
 * @param {import('vitepress').MarkdownRenderer} md
 */
export function fileNames(md) {
  const { fence } = md.renderer.rules;
  md.renderer.rules.fence = (tokens, index, ...rest) => {
    const [, name] = /\[([^\]]+)\]/.exec(tokens[index]?.info ?? '') ?? [];
    const html = fence?.(tokens, index, ...rest) ?? '';
    return name === undefined ? html : `<p class="file-name">${md.utils.escapeHtml(name)}</p>${html}`;
  };
}
