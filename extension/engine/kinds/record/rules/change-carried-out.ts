import type { Field } from '../../../model/document.ts';
import { catalogue } from '../../../model/generated/catalogue.ts';
import type { View } from '../../../model/engagement.ts';
import { isFilled } from '../../../resolve/is-filled.ts';
import { laterPlace } from '../../../resolve/later-place.ts';
import { normal } from '../../../resolve/named-place.ts';
import { isSameValue } from '../../../resolve/same-value.ts';
import { defineRule, type FixDraft } from '../../../rules/define.ts';
import { partOf } from '../../../rules/place-of.ts';
import { nameReplacement } from '../../../rules/replacement.ts';
import { onceFor } from '../../../values/once-for.ts';
import { quote } from '../../../values/quote.ts';
import { createValueReader } from '../../../values/read-value.ts';
import { say } from '../../../values/say.ts';
import { approvedChanges, type ApprovedChange } from '../approved-changes.ts';

export default defineRule({
  code: 'REC014',
  name: 'change-carried-out',
  meta: {
    kinds: ['record'],
    reads: [
      'record/Changes.What',
      'record/Changes.To',
      'record/type',
      'record/held',
      'record/outcome',
      'record/status',
      'file/tables',
      'file/links',
    ],
    summary: 'Require the documents to say what was agreed in a change',
    severity: 'warning',
    scope: 'X',
    profiles: ['full'],
    since: '0.1.0',
  },
  messages: {
    other:
      'Agreed on {{held}}: "{{what}}" becomes "{{to}}", but the document says "{{now}}": carry it out, or record what replaced it.',
    empty:
      'Agreed on {{held}}: "{{what}}" becomes "{{to}}", but the document says nothing there: carry it out.',
    nothing:
      '"{{what}}" names nothing in "{{title}}": write the row and the column, or the key, as they stand there.',
  },
  engagement(view, report) {
    for (const change of newestOfEach(view)) {
      const { row, place, of, words, span, held } = change;
      if ('row' in place) continue;
      const [value, ...more] = place.values;
      const { to, what } = row.cells;
      // Where nothing is written into To it was taken away.
      if (!isFilled(to)) continue;
      if (!value) {
        report.wrong(partOf(what!, span), 'nothing', { what: quote(words), title: quote(of.title) });
        continue;
      }
      if (more.length > 0 || !isOther(to!, value, view)) continue;
      const data = { held, what: quote(words), to: quote(to!.source.text) };
      const { later, earlier } = laterPlace(to!, value);
      const extra = {
        related: [
          { at: earlier, message: earlier === to ? say('what was agreed') : say('what the document says') },
        ],
        fixes: writtenInto(value, to!),
      };
      if (isFilled(value)) report.wrong(later, 'other', { ...data, now: quote(value.source.text) }, extra);
      else report.wrong(later, 'empty', data, extra);
    }
  },
});

/** The newest change of each place: what was agreed before has been replaced. */
function newestOfEach(view: View): Iterable<ApprovedChange> {
  const newest = new Map<unknown, ApprovedChange>();
  for (const change of approvedChanges(view)) {
    const { place, of, words } = change;
    const [value, ...more] = 'values' in place ? place.values : [];
    newest.set(value && more.length === 0 ? value : `${of.path}\n${normal(words)}`, change);
  }
  return newest.values();
}

/** Whether a place says another thing than was agreed; nothing is compared with what does not read. */
function isOther(to: Field, value: Field, view: View): boolean {
  if (to.state !== 'read' || value.state === 'unread') return false;
  const { problem, value: meant } = readerOf(view).read(value.spec.type, to.source);
  if (problem) return false;
  return !isFilled(value) || !isSameValue(value, { ...to, spec: value.spec, value: meant }, view);
}

const readerOf = onceFor((_view: View) => createValueReader(catalogue));

/** What was agreed, in the words of the change. Into an empty key or cell a person writes it. */
function writtenInto(value: Field, to: Field): readonly FixDraft[] {
  if (!isFilled(value)) return [];
  return nameReplacement(value, value.source.span, to.source.text, value.row !== undefined);
}
