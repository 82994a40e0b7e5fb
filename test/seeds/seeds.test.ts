import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Finding } from '../../extension/engine/index.ts';
import { engineOver } from '../support/run-fixture.ts';

const here = dirname(fileURLToPath(import.meta.url));

/** One error put into healthy documents: the cell that is changed, and what must be said of it. */
interface Seed {
  readonly name: string;
  readonly file: string;
  /** The line that is changed, by its first words, and what of it, in each language. */
  readonly en: readonly [line: string, was: string, becomes: string];
  readonly sv: readonly [line: string, was: string, becomes: string];
  /** The rule that speaks and the text under its finding. */
  readonly says: readonly {
    readonly code: string;
    readonly en: string;
    readonly sv: string;
    readonly because?: string;
  }[];
}

const seeds: readonly Seed[] = [
  {
    name: 'a person that nobody has',
    file: 'ownership-map.md',
    en: ['| Checkout API', '| erik |', '| petra |'],
    sv: ['| Checkout API', '| erik |', '| petra |'],
    says: [{ code: 'DOC003', en: 'petra', sv: 'petra' }],
  },
  {
    name: 'a service that nobody has',
    file: 'sla.md',
    en: ['| Checkout API | latency', '| Checkout API |', '| Payments |'],
    sv: ['| Checkout API | svarstid', '| Checkout API |', '| Payments |'],
    says: [{ code: 'DOC003', en: 'Payments', sv: 'Payments' }],
  },
  {
    name: 'a target of 100 %',
    file: 'sla.md',
    en: ['| Ledger | availability', '99.9 %', '100 %'],
    sv: ['| Ledger | tillgänglighet', '99,9 %', '100 %'],
    says: [
      { code: 'SLA001', en: '100 %', sv: '100 %' },
      {
        code: 'SLA006',
        en: '99.9 %',
        sv: '99,9 %',
        because:
          'the credits that Ledger shares begin below 99.9 %, so a breach from there up to 100 % now earns nothing',
      },
    ],
  },
  {
    name: 'a gap between tiers',
    file: 'sla.md',
    en: ['| 95.0 %', '99.0 %', '98.9 %'],
    sv: ['| 95,0 %', '99,0 %', '98,9 %'],
    says: [{ code: 'SLA004', en: '98.9 %', sv: '98,9 %' }],
  },
  {
    name: 'a tier that earns less than a smaller miss',
    file: 'sla.md',
    en: ['| 95.0 %', '| 10 %', '| 4 %'],
    sv: ['| 95,0 %', '| 10 %', '| 4 %'],
    says: [{ code: 'SLA005', en: '4 %', sv: '4 %' }],
  },
  {
    name: 'P2 faster than P1',
    file: 'sla.md',
    en: ['| P2', '1 working hour', '10 minutes'],
    sv: ['| P2', '1 arbetstimme', '10 minuter'],
    says: [{ code: 'SLA010', en: '10 minutes', sv: '10 minuter' }],
  },
  {
    name: 'two accountables',
    file: 'ownership-map.md',
    en: ['| Release', '| C |', '| A |'],
    sv: ['| Produktionssättning', '| C |', '| A |'],
    says: [{ code: 'OWN001', en: 'A', sv: 'A' }],
  },
  {
    name: 'none responsible',
    file: 'ownership-map.md',
    en: ['| Release', '| R |', '| I |'],
    sv: ['| Produktionssättning', '| R |', '| I |'],
    says: [{ code: 'OWN002', en: 'Release to production', sv: 'Produktionssättning' }],
  },
  {
    name: 'a backup who is the accountable',
    file: 'ownership-map.md',
    en: ['| Checkout API', '| erik |', '| anna |'],
    sv: ['| Checkout API', '| erik |', '| anna |'],
    says: [{ code: 'OWN007', en: 'anna', sv: 'anna' }],
  },
  {
    name: 'an option longer than notice and exit help together',
    file: 'exit-plan.md',
    en: ['| Own team', '9 months', '15 months'],
    sv: ['| Eget team', '9 månader', '15 månader'],
    says: [{ code: 'EXT003', en: '15 months', sv: '15 månader' }],
  },
  {
    name: 'a quality trigger that names no service',
    file: 'exit-plan.md',
    en: [
      '| Quality falls',
      'Checkout API availability below target 3 months running',
      'everybody is unhappy',
    ],
    sv: ['| Kvaliteten', 'Checkout API tillgänglighet under målet 3 månader i rad', 'alla är missnöjda'],
    says: [{ code: 'EXT015', en: 'everybody is unhappy', sv: 'alla är missnöjda' }],
  },
  {
    name: 'an unreadable duration',
    file: 'exit-plan.md',
    en: ['handover:', '6 months', 'half a year or so'],
    sv: ['handover:', '6 månader', 'ungefär ett halvår'],
    says: [{ code: 'DOC019', en: 'half a year or so', sv: 'ungefär ett halvår' }],
  },
];

for (const language of ['en', 'sv'] as const) {
  describe(`errors seeded into healthy documents (${language})`, () => {
    const healthy = new Map(
      readdirSync(join(here, language)).map((name) => [
        name,
        readFileSync(join(here, language, name), 'utf8'),
      ]),
    );

    it('say nothing untouched under base', async () => {
      const engine = await engineOver(healthy, 'base');
      assert.deepEqual(engine.check().findings, []);
    });

    for (const seed of seeds) {
      it(`are found: ${seed.name}`, async () => {
        const before = (await engineOver(healthy, 'full')).check().findings;
        const changed = plant(healthy.get(seed.file)!, seed[language]);
        const engine = await engineOver(new Map([...healthy, [seed.file, changed]]), 'full');
        const added = without(engine.check().findings, before);
        assert.deepEqual(
          added.map((finding) => ({
            code: finding.code,
            path: finding.path,
            text: textAt(changed, finding),
          })),
          seed.says.map(({ code, [language]: text }) => ({ code, path: seed.file, text })),
        );
      });
    }
  });
}

function plant(text: string, [begins, was, becomes]: Seed['en']): string {
  const lines = text.split('\n');
  const i = lines.findIndex((line) => line.startsWith(begins) && line.includes(was));
  assert.notEqual(i, -1, `no line begins with "${begins}" and holds "${was}"`);
  const line = lines[i]!;
  const at = line.lastIndexOf(was);
  lines[i] = line.slice(0, at) + becomes + line.slice(at + was.length);
  return lines.join('\n');
}

/** Findings that were not there before, whatever has moved. */
function without(findings: readonly Finding[], before: readonly Finding[]): readonly Finding[] {
  const known = new Set(before.map(({ code, path, message }) => `${code} ${path} ${message}`));
  return findings.filter(({ code, path, message }) => !known.has(`${code} ${path} ${message}`));
}

function textAt(text: string, { range }: Finding): string {
  const { start, end } = range;
  assert.equal(start.line, end.line);
  return text.split('\n')[start.line]!.slice(start.character, end.character);
}
