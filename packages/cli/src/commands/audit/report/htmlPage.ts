import { createHash } from 'node:crypto';
import { escapeHtml } from '@policywright/policy/text';
import type { AuditReport } from './auditReport.ts';

const STYLE = `
:root { color-scheme: light dark; font: 15px/1.5 system-ui, sans-serif; }
body { margin: 2rem auto; max-width: 80rem; padding: 0 1rem; }
table { border-collapse: collapse; width: 100%; }
th, td { border-bottom: 1px solid #8884; padding: .3rem .6rem; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
input { font: inherit; margin: 1rem 0; padding: .3rem .6rem; width: 20rem; max-width: 100%; }
svg { max-width: 100%; height: auto; }
svg text { font: 12px system-ui, sans-serif; fill: currentColor; }
`;

const SCRIPT = `
const field = document.querySelector('input');
const rows = [...document.querySelectorAll('tbody tr')];
field.addEventListener('input', () => {
  const words = field.value.toLowerCase().split(/\\s+/).filter(Boolean);
  for (const row of rows) {
    const text = row.textContent.toLowerCase();
    row.hidden = !words.every((word) => text.includes(word));
  }
});
`;

/**
 * An answer as one page that needs nothing else: a table that filters, and a picture where there is one. Whatever comes from
 * policies is text, and the page may load and run nothing but its own two parts.
 *
 * @param report - the answer.
 */
export function htmlPage({ title, summary, headings, rows, notes, picture = '' }: AuditReport): string {
  const policy = `default-src 'none'; style-src '${hashOf(STYLE)}'; script-src '${hashOf(SCRIPT)}'`;
  const cells = (row: readonly string[], tag: 'td' | 'th'): string =>
    row.map((cell) => `<${tag}>${escapeHtml(cell)}</${tag}>`).join('');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<h1>${escapeHtml(title)}</h1>
<p>${escapeHtml(summary)}</p>
${notes.map((note) => `<p>${escapeHtml(note)}</p>`).join('\n')}
${picture}
<label>Filter <input type="search"></label>
<table>
<thead><tr>${cells(headings, 'th')}</tr></thead>
<tbody>
${rows.map((row) => `<tr>${cells(row, 'td')}</tr>`).join('\n')}
</tbody>
</table>
<script>${SCRIPT}</script>
</body>
</html>
`;
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
