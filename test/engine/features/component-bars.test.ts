import assert from 'node:assert/strict';
import type { Engine } from '../../../extension/engine/index.ts';
import { inEnglish } from '../../../extension/engine/model/said.ts';
import { historyPath } from '../../support/history-lines.ts';
import { engineOver } from '../../support/run-fixture.ts';
import { shopOf } from '../../support/shop-of.ts';

const people = '| Person | Party | Role | E-mail |\n| --- | --- | --- | --- |\n';
const anna = '| anna | client | manager | anna@nordbetal.example |';
const jonas = '| jonas | supplier | lead | jonas@baltcode.example |';
const map = (components: string): string =>
  `---\nkind: ownership-map\ntitle: Map\nstatus: active\nowner: anna\n---\n\n## Components\n\n| Component | Accountable | Paths |\n| --- | --- | --- |\n${components}`;
const goals = (title: string): string =>
  `---\nkind: goals\ntitle: ${title}\nstatus: active\nowner: anna\n---\n`;

async function shown(engine: Engine): Promise<readonly string[]> {
  await engine.settle();
  const overview = await engine.overview('', '2026-11-23');
  const documents = overview?.pillars.flatMap((pillar) => pillar.documents) ?? [];
  return documents.flatMap(({ work }) =>
    work.map(({ component, bar, said }) => `${component} ${bar} ${inEnglish(said)}`),
  );
}

describe('who worked on components, in an overview', () => {
  const files = new Map([
    ['engagement.md', shopOf(`${people}${anna}`)],
    ['map.md', map('| Checkout | anna | `checkout/**` |\n')],
    ['goals.md', goals('Goals')],
    [
      historyPath,
      '2026-01-05 anna@nordbetal.example +checkout/a.ts +ledger/a.ts\n2026-02-05 jonas@baltcode.example checkout/a.ts',
    ],
  ]);

  it('says after each change what a new engine says', async () => {
    const engine = await engineOver(files, 'full');
    const now = new Map(files);
    const seen = [await shown(engine)];
    for (const [path, text] of [
      ['goals.md', goals('Aims')],
      ['engagement.md', shopOf(`${people}${anna}\n${jonas}`)],
      ['map.md', map('| Till | anna | `checkout/**` |\n| Ledger | anna | `ledger/**` |\n')],
      ['map.md', map('')],
    ] as const) {
      engine.update(path, { kind: 'text', text });
      now.set(path, text);
      seen.push(await shown(engine));
      assert.deepEqual(seen.at(-1), await shown(await engineOver(now, 'full')), path);
    }
    assert.deepEqual(seen, [
      ['Checkout ██████████░░░░░░░░░░ client 50 %, supplier 0 %, not known 50 %'],
      ['Checkout ██████████░░░░░░░░░░ client 50 %, supplier 0 %, not known 50 %'],
      ['Checkout ██████████▒▒▒▒▒▒▒▒▒▒ client 50 %, supplier 50 %'],
      [
        'Till ██████████▒▒▒▒▒▒▒▒▒▒ client 50 %, supplier 50 %',
        'Ledger ████████████████████ client 100 %, supplier 0 %',
      ],
      [],
    ]);
  });
});
