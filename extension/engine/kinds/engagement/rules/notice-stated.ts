import { isFilled } from '../../../resolve/is-filled.ts';
import type { Field } from '../../../model/document.ts';
import { defineRule } from '../../../rules/define.ts';
import { fenceOf } from '../../../rules/place-of.ts';
import { quote } from '../../../values/quote.ts';
import { say, listSaid, quoted } from '../../../values/say.ts';

export default defineRule({
  code: 'ENG011',
  name: 'notice-stated',
  meta: {
    kinds: ['engagement'],
    reads: [
      'engagement/notice',
      'engagement/notice_client',
      'engagement/notice_supplier',
      'engagement/end',
      'engagement/renewal',
      'engagement/opt_out',
    ],
    summary: 'Require a notice where the contract does not end by itself, and one statement of it',
    severity: 'warning',
    scope: 'W',
    profiles: ['full', 'dora'],
    since: '0.1.0',
    source: 'based on Regulation (EU) 2022/2554 Art. 30(2)(h): minimum notice periods',
  },
  messages: {
    twice:
      '"{{key}}: {{text}}" stands beside {{other}}: state one notice for both sides, or one for each, and not both ways.',
  },
  missing: {
    open: {
      message:
        'The contract has no end, and nothing says with which notice {{side}} can leave it: add "notice", or "notice_client" and "notice_supplier".',
      ask: 'With how much notice can {{side}} leave the contract?',
      how: 'Write it behind "notice:" in the front matter, for example 6 months; where the sides differ, behind "notice_client:" and "notice_supplier:".',
    },
    optOut: {
      message:
        'The contract renews by itself, and nothing says until when that can be refused: add "opt_out", for example 90 days.',
      ask: 'How long before the end must the client refuse the renewal?',
      how: 'Write it behind "opt_out:" in the front matter, for example 90 days.',
    },
  },
  document(document, view, report) {
    if (document.kind !== 'engagement') return;
    const { end, notice, notice_client: client, notice_supplier: supplier, renewal, opt_out } = document.keys;
    if (isFilled(notice)) {
      const all: readonly Field[] = [notice, client, supplier].filter(
        (field) => field !== undefined && isFilled(field),
      ) as Field[];
      const inOrder = [...all].sort((a, b) => a.source.span.start - b.source.span.start);
      const [last] = inOrder.slice(-1);
      const others = inOrder.slice(0, -1);
      if (last !== undefined && others.length > 0) {
        const data = {
          key: last.spec.key,
          text: quote(last.source.text),
          other: listSaid(others.map(({ spec }) => quoted(spec.key))),
        };
        report.wrong(last, 'twice', data, {
          related: others.map((at) => ({ at, message: say('a notice too') })),
        });
      }
    }
    // Of an engagement it is asked once.
    if (document.path !== view.lead?.path) return;
    const lacksClient = !isFilled(client);
    const lacksSupplier = !isFilled(supplier);
    if (!isFilled(end) && !isFilled(notice) && (lacksClient || lacksSupplier)) {
      const side =
        lacksClient && lacksSupplier
          ? say('either side')
          : lacksClient
            ? say('the client')
            : say('the supplier');
      const at = notice ?? (lacksClient ? client : undefined) ?? (lacksSupplier ? supplier : undefined);
      report.missing(at ?? fenceOf(document), 'open', { side });
    } else if (
      renewal?.value?.kind === 'automatic' &&
      !isFilled(opt_out) &&
      lacksClient &&
      !isFilled(notice)
    ) {
      report.missing(opt_out ?? fenceOf(document), 'optOut', {});
    }
  },
});
