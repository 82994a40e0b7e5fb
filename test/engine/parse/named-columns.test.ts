import assert from 'node:assert/strict';
import { engineOver } from '../../support/run-fixture.ts';
import { webShop } from '../../support/web-shop.ts';
import { cell, governed, rows } from './reading.ts';

/** What is said of names and values of a document of an engagement, by code and message. */
async function saidOf(path: string, text: string): Promise<readonly string[]> {
  const engine = await engineOver(
    new Map(Object.entries({ 'engagement.md': webShop, [path]: text })),
    'base',
  );
  return engine
    .check()
    .findings.filter((one) => one.path === path && /^DOC0(?:03|19|20|21)$/.test(one.code))
    .map(({ code, message }) => `${code} ${message}`);
}

function table(kind: string, heading: string, header: string, ...lines: string[]): string {
  const dashes = header.replace(/[^|]+/g, ' --- ');
  return `---\nkind: ${kind}\ntitle: A\nstatus: active\nowner: hanna\n---\n\n## ${heading}\n\n${[header, dashes, ...lines].join('\n')}\n`;
}

describe('columns beside those that are named after people', () => {
  it('are nobody where they hold remarks or sums, in both languages', async () => {
    for (const word of ['Comments', 'Notes', 'Average', 'Kommentar', 'Total', 'Summa', 'Övrigt']) {
      const text = table(
        'ownership-map',
        'Who does what',
        `| Activity | hanna | ${word} |`,
        '| Release | A/R | weekly |',
      );
      assert.deepEqual(await saidOf('ownership.md', text), [], word);
    }
  });

  it('are somebody by any other word, and said where nobody is called so', async () => {
    for (const word of ['Commander', 'Totally', 'Points']) {
      const text = table(
        'ownership-map',
        'Who does what',
        `| Activity | hanna | ${word} |`,
        '| Release | A/R | C |',
      );
      const [said = '', ...more] = await saidOf('ownership.md', text);
      assert.match(said, new RegExp(`^DOC003 .*${word}`));
      assert.deepEqual(more, []);
    }
  });

  it('check their cells where no header names the rows', async () => {
    const text = table(
      'ownership-map',
      'Vem gör vad',
      '| | Hanna | tom |',
      '| Release | A | R |',
      '| Backup | X | A/R |',
    );
    const said = await saidOf('ownership.md', text);
    assert.equal(said.length, 1);
    assert.match(said[0] ?? '', /^DOC019 .*"X"/);
  });
});

describe('a header without words', () => {
  it('is said once, at its place, and never over empty cells', async () => {
    const header = '| Priority | Means | Respond | Restore | |';
    const row = '| P1 | nothing works | 1 hour | 2 hours |';
    assert.deepEqual(await saidOf('sla.md', table('sla', 'Incidents', header, `${row} |`)), []);
    const [said = '', ...more] = await saidOf('sla.md', table('sla', 'Incidents', header, `${row} red |`));
    assert.match(said, /^DOC021 This column has no header/);
    assert.deepEqual(more, []);
  });

  it('names rows only where the others fit', () => {
    const risks = table('risk-register', 'Risks', '| | Low | Medium | High |', '| Rare | 1 | 2 | 3 |');
    assert.equal(rows(governed(risks), 'risks').length, 0);
    const known = table(
      'risk-register',
      'Risks',
      '| | Owner | Mitigation |',
      '| Key person leaves | hanna | second one |',
    );
    assert.equal(cell(rows(governed(known), 'risks')[0], 'risk').source.text, 'Key person leaves');
  });
});
