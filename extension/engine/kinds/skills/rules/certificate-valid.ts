import { addDays } from '../../../calendar/plain-date.ts';
import { nameOfRow } from '../../../resolve/names.ts';
import { moveOf } from '../../../resolve/move.ts';
import { defineDue } from '../../../rules/define.ts';
import { quote } from '../../../values/quote.ts';

/** Days before a certificate expires from which it is listed: an audit takes its time. */
const leadDays = 90;

export default defineDue({
  code: 'SKL005',
  name: 'certificate-valid',
  meta: {
    kinds: ['skills'],
    reads: [
      'skills/Certificates.Certificate',
      'skills/Certificates.Holder',
      'skills/Certificates.Expires',
      'engagement/People.Party',
    ],
    summary: 'Ask for the renewal of a certificate before it expires',
    severity: 'warning',
    scope: 'W',
    profiles: ['full'],
    since: '0.1.0',
  },
  messages: {
    renew: 'Renew the certificate "{{certificate}}".',
  },
  due(view) {
    return view.rows('certificates').flatMap((row) => {
      const { holder, expires } = row.cells;
      const name = nameOfRow(row);
      const day = expires?.value;
      if (name === undefined || day === undefined) return [];
      return [
        {
          at: expires!,
          id: 'renew' as const,
          data: { certificate: quote(name) },
          day,
          listedFrom: addDays(day, -leadDays),
          ...moveOf(holder, view),
        },
      ];
    });
  },
});
