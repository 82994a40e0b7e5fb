import assert from 'node:assert/strict';
import { valueInWords } from '../../../extension/engine/features/value-in-words.ts';
import { inEnglish } from '../../../extension/engine/model/said.ts';
import { liveStates } from '../../support/live-states.ts';

const engagement = `---
kind: engagement
title: Allt
status: aktiv
client: A
supplier: B
start: 2026-01-01
end: 2026-12-31
zone: Europe/Stockholm
office_hours: 08:00-17:00
notice: 6 månader
renewal: option, 12 månader
fee: 48500 SEK per månad
opt_out: 90 days
---

## Team

| Team | Part | Tidszon | Arbetstid | Dagar |
| --- | --- | --- | --- | --- |
| Jour | leverantör | Europe/Lisbon | 07:00-22:00 | måndag-fredag |
| Kontor | kund | Europe/Helsinki | kontorstid | |

## Möten

| Möte | Hur ofta | När | Deltar |
| --- | --- | --- | --- |
| Avstämning | varannan vecka | tisdag 10:00-10:30 | Jour |
| Vecka | jämna veckor | fredag 09:00 Europe/Lisbon | Jour |
| Styrgrupp | kvartal | andra torsdagen i mars | Jour |
| Bokslut | month | sista arbetsdagen | Jour |

## Tjänster

| Tjänst | Servicetid | Beroende av |
| --- | --- | --- |
| API | dygnet runt | A or B |
| A | Jour | |
| B | 06:00-22:00 | |
| C | kontorstid | 2 of API, A, B |
| D | Mån-lör 06:00-22:00 | A, B |

## Leverantörens åtaganden

| Åtagande | Ansvarig | Inom |
| --- | --- | --- |
| Svara | Jour | 4 arbetstimmar |
| Laga | B | 2 arbetsdagar |

## Milstolpar

| Milstolpe | Senast | Godkänns när |
| --- | --- | --- |
| Start | slut - 14 dagar | x |
`;

describe('valueInWords', () => {
  it('says what a text does not say itself, in either language', async () => {
    const [state] = await liveStates(new Map([['engagement.md', engagement]]));
    const { view } = state!.evaluate();
    const said = view.lead!.fields.flatMap((field) => {
      const words = valueInWords(field, { view });
      return words === undefined ? [] : [`${field.source.text}: ${inEnglish(words)}`];
    });
    assert.deepEqual(said, [
      '07:00-22:00: Monday-Friday 07:00-22:00, Europe/Lisbon',
      'måndag-fredag: Monday-Friday',
      'kontorstid: 08:00-17:00, Europe/Helsinki',
      'varannan vecka: every 2 weeks',
      'tisdag 10:00-10:30: on Tuesday from 10:00 to 10:30, Europe/Stockholm',
      'jämna veckor: in even ISO weeks',
      'fredag 09:00 Europe/Lisbon: on Friday at 09:00, Europe/Lisbon',
      'kvartal: every quarter',
      'andra torsdagen i mars: on the second Thursday of March',
      'month: every month',
      'sista arbetsdagen: on the last working day',
      'dygnet runt: around the clock',
      'A or B: needs one of A and B',
      'Jour: Monday-Friday 07:00-22:00, Europe/Lisbon',
      '06:00-22:00: 06:00-22:00, Europe/Stockholm',
      'kontorstid: 08:00-17:00, Europe/Stockholm',
      '2 of API, A, B: needs 2 of API, A and B',
      'Mån-lör 06:00-22:00: Monday-Saturday 06:00-22:00, Europe/Stockholm',
      '4 arbetstimmar: 4 working hours, counted in the hours of Jour: Monday-Friday 07:00-22:00, Europe/Lisbon',
      '2 arbetsdagar: 2 working days, counted in the office hours: 08:00-17:00, Europe/Stockholm',
      'slut - 14 dagar: 2026-12-17',
      'aktiv: active',
      '08:00-17:00: 08:00-17:00, Europe/Stockholm',
      '6 månader: 6 months',
      'option, 12 månader: can be renewed for 12 months',
      '48500 SEK per månad: 48 500 SEK per month',
    ]);
  });

  it('says hours by weekday with their zone, and no days of the team beside them', async () => {
    const text = engagement
      .replace('office_hours: 08:00-17:00', 'office_hours: mån-tor 08-17, fre 08-16')
      .replace('| 07:00-22:00 |', '| Mon-Thu 07:00-22:00, Fri 07:00-20:00 |');
    const [state] = await liveStates(new Map([['engagement.md', text]]));
    const { view } = state!.evaluate();
    const said = new Map(
      view.lead!.fields.flatMap((field) => {
        const words = valueInWords(field, { view });
        return words === undefined ? [] : [[field.source.text, words] as const];
      }),
    );
    const inWords = (written: string): string => inEnglish(said.get(written)!);
    const office = 'Monday-Thursday 08:00-17:00, Friday 08:00-16:00';
    const team = 'Monday-Thursday 07:00-22:00, Friday 07:00-20:00, Europe/Lisbon';
    assert.equal(inWords('mån-tor 08-17, fre 08-16'), `${office}, Europe/Stockholm`);
    assert.equal(inWords('Mon-Thu 07:00-22:00, Fri 07:00-20:00'), team);
    assert.equal(inWords('Jour'), team);
    assert.equal(
      inWords('2 arbetsdagar'),
      `2 working days, counted in the office hours: ${office}, Europe/Stockholm`,
    );
  });
});
