import type { FreeHead, FreePart, FreeParts } from '../model/coverage.ts';
import type { ReadingProblem } from '../model/document.ts';
import type { Span } from '../model/text.ts';
import { fold } from '../values/fold.ts';
import { say } from '../values/say.ts';
import { freeInBody } from './free-in-body.ts';
import type { ReadParts } from './governed-document.ts';

/**
 * What of a document is not read: whatever stands in it and is neither the model's nor nothing. It is found by
 * holding what is written against what was read, so that a new way of reading needs no word here.
 */
export function freeParts(parts: ReadParts): FreeParts {
  const body = freeInBody(parts);
  const keys = freeKeys(parts);
  const all = [...keys.parts, ...otherSides(parts), ...body.parts].sort(
    (a, b) => a.span.start - b.span.start,
  );
  const heads = headsByStart([...keys.heads, ...body.heads]);
  const codeAt = codesOf(parts.document.problems);
  return {
    parts: all.map((part) => {
      const code = codeAt(part.is === 'table' ? part.span : (heads.get(part.span.start) ?? part.span));
      return code === undefined ? part : { ...part, code };
    }),
    heads: [...keys.heads, ...body.heads],
  };
}

/** The characters of a heading or key: what is said of a section or a key is said there. */
function headsByStart(heads: readonly FreeHead[]): ReadonlyMap<number, Span> {
  return new Map(heads.map(({ span }) => [span.start, span]));
}

/** Keys of front matter that are none of the document's, and those that stand a second time, with their values. */
function freeKeys({ document, matter }: ReadParts): FreeParts {
  const seen = new Set<string>();
  const parts: FreePart[] = [];
  const heads: FreeHead[] = [];
  for (const { key, keyWritten, keySpan, source, broken } of matter.entries) {
    const isSecond = seen.has(key);
    seen.add(key);
    if (Object.hasOwn(document.keys, key) && !isSecond) continue;
    const why = isSecond
      ? say('The key stands twice, and the first one is read.')
      : say('A document of kind "{{kind}}" has no key that is called so.', { kind: document.kind });
    const hasValue = source.text !== '' || broken === true;
    const span = {
      start: keySpan.start,
      end: hasValue ? Math.max(keySpan.end, source.span.end) : keySpan.end,
    };
    parts.push({ is: 'key', text: keyWritten ?? key, span, why, tables: 0, cells: 0 });
    heads.push({ span: keySpan, why });
  }
  return { parts, heads };
}

/** The sides of conflicts that are not read: there the text that is read is blank. */
function otherSides({ original, text, starts }: ReadParts): readonly FreePart[] {
  if (original === text || !original.includes('>>>>>>>')) return [];
  const found: FreePart[] = [];
  const why = say('Of a conflict the first side is read.');
  let span: { start: number; end: number } | undefined;
  const end = (): void => {
    if (span) found.push({ is: 'text', text: '', span, why, tables: 0, cells: 0 });
    span = undefined;
  };
  starts.forEach((start, line) => {
    const next = starts[line + 1] ?? original.length;
    const written = original.slice(start, next);
    const isBlank = fold(text.slice(start, next).replaceAll('|', '')) === '' && fold(written) !== '';
    // The marks themselves are nobody's content.
    if (!isBlank || /^(?:<{7}|\|{7}|={7}|>{7})(?![<|=>])/.test(written)) end();
    else if (span) span.end = start + written.trimEnd().length;
    else span = { start, end: start + written.trimEnd().length };
  });
  end();
  return found;
}

/** The first rule that says something at a stretch. */
function codesOf(problems: readonly ReadingProblem[]): (span: Span) => string | undefined {
  return ({ start, end }) => {
    let low = 0;
    let high = problems.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (problems[middle]!.span.start < start) low = middle + 1;
      else high = middle;
    }
    const first = problems[low];
    return first && first.span.start <= end ? first.code : undefined;
  };
}
