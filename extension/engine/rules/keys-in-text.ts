import type { GovernedDocument } from '../model/document.ts';
import type { Span } from '../model/text.ts';
import { fold } from '../values/fold.ts';
import { minutesWords } from '../values/grammar-words.ts';
import { isPlainYaml } from '../values/plain-yaml.ts';
import { listSaid, quoted, say } from '../values/say.ts';
import type { FixDraft } from './define.ts';
import { lineBreakOf } from '../parse/lines.ts';

/**
 * Takes keys that minutes state in strong letters before their first section (`**Datum:** 2026-02-20`) over into front
 * matter: all that it lacks, where the wanted one is among them.
 */
export function takenOver(document: GovernedDocument, wanted: string): readonly FixDraft[] {
  const end = document.keysEnd;
  if (document.kind !== 'record' || end === undefined) return [];
  const found = strongLines(document, end).filter(({ key }) => !document.keyPlaces.has(key));
  const keys = found.map(({ key }) => key);
  // Of two lines for one key a person has to say which holds.
  if (!keys.includes(wanted) || new Set(keys).size < keys.length) return [];
  const newLine = lineBreakOf(document.text);
  const text = found.map(({ key, value }) => `${key}: ${asYaml(value)}${newLine}`).join('');
  return [
    {
      title: say('Take {{keys}} over from the text', { keys: listSaid(keys.map(quoted)) }),
      edits: [
        { document, span: { start: end, end }, text },
        ...found.map(({ span }) => ({ document, span, text: '' })),
      ],
    },
  ];
}

interface StrongLine {
  readonly key: string;
  readonly value: string;
  /** With its line break. */
  readonly span: Span;
}

/** Of the first lines of a document; what stands further down is no head of minutes. */
const linesAtMost = 60;
const lengthAtMost = 500;

function strongLines({ text, lineStarts, sections }: GovernedDocument, from: number): readonly StrongLine[] {
  const first = [...sections.values()][0]?.heading.span.start ?? text.length;
  const begin = lineStarts.findIndex((start) => start >= from);
  if (begin < 0) return [];
  const found: StrongLine[] = [];
  for (let i = begin; i < Math.min(lineStarts.length, begin + linesAtMost); i++) {
    const [start = 0, end = text.length] = [lineStarts[i], lineStarts[i + 1]];
    if (start >= first) break;
    if (end - start > lengthAtMost) continue;
    const line = text.slice(start, end).trim().replace(/\\$/, '').trim();
    const match = /^(?:[-*+] )?(\*\*|__)([^*_:]{1,40})(?::\1|\1 ?:) ?(.+)$/.exec(line);
    const key = match && minutesWords.get(fold(match[2]!));
    const value = (match?.[3] ?? '').replace(/`/g, '').trim();
    // Another label behind it, or a link, would become part of the value.
    if (key && value !== '' && !/\*|__|\]\(/.test(value)) found.push({ key, value, span: { start, end } });
  }
  return found;
}

function asYaml(value: string): string {
  return isPlainYaml(value) ? value : JSON.stringify(value);
}
