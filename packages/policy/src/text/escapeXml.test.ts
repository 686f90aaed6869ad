import { expect, test } from 'vitest';
import { escapeHtml, escapeXml } from '@policywright/policy/text';

test('the five characters of XML and of HTML are escaped', () => {
  expect(escapeXml(`<a b="c" d='e'>&]]>`)).toBe('&lt;a b=&quot;c&quot; d=&#39;e&#39;&gt;&amp;]]&gt;');
  expect(escapeHtml(`<a b="c" d='e'>&`)).toBe('&lt;a b=&quot;c&quot; d=&#39;e&#39;&gt;&amp;');
});

test('line ends and tabs survive attributes, what nobody sees is a reference', () => {
  expect(escapeXml('a\r\n\tb\u202e\u009b')).toBe('a&#13;&#10;&#9;b&#8238;&#155;');
  expect(escapeXml('##[group]')).toBe('#&#35;[group]');
});

test('what XML cannot hold is replaced', () => {
  expect(escapeXml('\u0000\u001b\ud800\uffff😀')).toBe('\ufffd\ufffd\ufffd\ufffd😀');
});
