import type { Span } from '../model/text.ts';
import { foldName } from '../values/fold.ts';
import { movedSpans, type Transfer } from './transfer.ts';
import { withEdits } from './write-cells.ts';

/**
 * Labels of links and footnotes that a transfer would part from what defines them (`[label]: target`), or bring together
 * with another definition. Careful: a label counts as used wherever it stands in brackets.
 */
export function tornLabels(transfer: Transfer): readonly string[] {
  const { from, to, removed } = transfer;
  const moved = movedSpans(transfer)
    .map(({ start, end }: Span) => from.text.slice(start, end))
    .join('\n');
  const left = removed
    ? withEdits(
        from.text,
        removed.map((span) => ({ span, text: '\n' })),
      )
    : '';
  const target = to.document?.text ?? '';
  const torn = [
    ...shared(definedIn(left), usedIn(moved)),
    ...shared(definedIn(moved), usedIn(left)),
    ...shared(definedIn(moved), usedIn(target)),
    ...shared(definedIn(target), usedIn(moved)),
  ];
  return [...new Set(torn)];
}

function shared(defined: ReadonlySet<string>, used: ReadonlySet<string>): readonly string[] {
  return [...defined].filter((label) => used.has(label));
}

function definedIn(text: string): ReadonlySet<string> {
  return new Set([...text.matchAll(/^ {0,3}\[([^[\]\r\n]+)\]:/gm)].map(([, label = '']) => foldName(label)));
}

function usedIn(text: string): ReadonlySet<string> {
  return new Set([...text.matchAll(/\[([^[\]\r\n]+)\]/g)].map(([, label = '']) => foldName(label)));
}
