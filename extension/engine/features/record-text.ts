import type { Said } from '../model/said.ts';
import { titleIn } from '../values/words-in.ts';
import { catalogue } from '../model/generated/catalogue.ts';
import { say } from '../values/say.ts';
import type { PreparedRecord } from './prepared-record.ts';
import { scaffold } from './scaffold.ts';

/**
 * The text of a prepared record. `inLanguage` says what it is given in the language of the record. What the template
 * explains is left out, since the record is read by people who were there; what the chair may want to know is a comment.
 */
export function recordText(record: PreparedRecord, inLanguage: (said: Said) => string): string {
  const { language, values, said, rows, notes } = record;
  const all = new Map(values);
  for (const [key, value] of said) if (!all.has(key)) all.set(key, inLanguage(value));
  const text = scaffold('record', language, all, rows);
  const [begun = '', ...parts] = text.split(/^(?=## )/m);
  const head = begun.replace(/^<!-- .* -->\n\n/m, '');
  const comment = notes.length === 0 ? '' : `${commentOf(notes, inLanguage)}\n\n`;
  const filled = rows.offered;
  const isOpen = (part: string): boolean => {
    const heading = /^## (.+)$/m.exec(part)?.[1];
    return (
      heading !== titleIn(language, catalogue.sections.results) || (filled.get('results') ?? []).length > 0
    );
  };
  return head + comment + parts.filter(isOpen).map(withoutHelp).join('');
}

/** A part of a template without the paragraph that says what belongs there. */
function withoutHelp(part: string): string {
  return part.replace(/^(## .+\n\n)(?![|<]).+\n\n/, '$1');
}

function commentOf(notes: PreparedRecord['notes'], inLanguage: (said: Said) => string): string {
  const opening = say('For the chair; nobody sees this where the record is shown, and it may be taken out.');
  const lines = notes.flatMap(({ heading, lines }) => [
    '',
    `${plain(inLanguage(heading))}:`,
    ...lines.map((line) => `- ${plain(inLanguage(line))}`),
  ]);
  return ['<!--', plain(inLanguage(opening)), ...lines, '-->'].join('\n');
}

/** On one line, without what would end a comment: documents of others have written it. */
function plain(text: string): string {
  return text
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .replace(/-{2,}/g, '–')
    .trim();
}
