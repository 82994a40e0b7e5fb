import { isMarkdown } from '../../extension/engine/model/file-paths.ts';
import { historyPath } from '../../test/support/history-lines.ts';
import { readFixture, type FixtureCase } from '../../test/support/read-fixture.ts';
import { titleOf } from './rule-texts.ts';

/** The part of a rule's page that shows the examples of its fixture. */
export function renderExamples(fixture: string): readonly string[] {
  if (fixture === '') return [];
  const { shared, cases } = readFixture(fixture);
  const shown = cases.filter(({ title }) => /\((?:good )?example\)$/.test(title));
  if (shown.length === 0) return [];
  return ['## Examples', '', ...sharedBy(shown, shared), ...shown.flatMap(renderCase)];
}

/** The documents beside the cases that the page shows, once. */
function sharedBy(shown: readonly FixtureCase[], shared: ReadonlyMap<string, string>): readonly string[] {
  const used = [...shared].filter(([path]) =>
    shown.some(({ own }) => !own.some((its) => its.path === path && its.is !== 'change')),
  );
  if (used.length === 0) return [];
  return [
    'These stand beside every example, but for what it says of its own.',
    '',
    ...used.flatMap(([path, text]) => renderWhole(path, text)),
  ];
}

function renderCase(one: FixtureCase): readonly string[] {
  const { own, expectations } = one;
  const lines = [`### ${titleOf(one)}`, ''];
  if (own.length === 0) lines.push('With the documents as they stand above.', '');
  for (const { is, path, text } of own) {
    if (is === 'whole') lines.push(...renderWhole(path, text));
    else if (is === 'change') lines.push(...renderFile(`\`${path}\`, with this in place of its own:`, text));
    else lines.push(`Without \`${path}\`.`, '');
  }
  for (const { kind, lines: said, attributes } of expectations) {
    if (said.length === 0) continue;
    const heading = kind === 'fixed' ? `After the fix "${attributes.get('title') ?? ''}"` : 'Outrigger says';
    lines.push(`${heading}:`, '', kind === 'fixed' ? '````md' : '````text', ...said, '````', '');
  }
  return lines;
}

/** A file; or the history of the repository, a line for each commit. */
function renderWhole(path: string, text: string): readonly string[] {
  return path === historyPath
    ? [
        'Commits, the oldest first (`+` a new file, `-` one that goes, `>` a move):',
        '',
        '````text',
        text.trimEnd(),
        '````',
        '',
      ]
    : renderFile(`\`${path}\``, text, isMarkdown(path) ? 'md' : 'text');
}

function renderFile(heading: string, text: string, language = 'md'): readonly string[] {
  return [heading, '', `\`\`\`\`${language}`, text.trimEnd(), '````', ''];
}
