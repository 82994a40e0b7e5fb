import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { scaffold } from '../../extension/engine/features/scaffold.ts';
import { catalogue } from '../../extension/engine/model/generated/catalogue.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** Everything that people read in Swedish, each text with the file it stands in. */
function swedishTexts(): readonly (readonly [file: string, text: string])[] {
  const texts = readdirSync(path.join(root, 'extension/language/texts/sv')).map(
    (file) => `extension/language/texts/sv/${file}`,
  );
  const templates = readdirSync(path.join(root, 'templates/sv')).map((file) => `templates/sv/${file}`);
  return [
    ...[...texts, 'package.nls.sv.json'].flatMap((file) =>
      valuesIn(JSON.parse(read(file))).map((text) => [file, text] as const),
    ),
    ...templates.flatMap((file) =>
      read(file)
        .split('\n')
        .map((line) => [file, line] as const),
    ),
    ...titles().map((title) => ['schemas', title] as const),
    ...Object.values(catalogue.words).flatMap(({ words }) =>
      words.map(({ sv }) => ['schemas/words.json', sv] as const),
    ),
  ];
}

function read(file: string): string {
  return readFileSync(path.join(root, file), 'utf8');
}

function valuesIn(json: unknown): readonly string[] {
  return typeof json === 'string' ? [json] : Object.values(json as object).flatMap(valuesIn);
}

function titles(): readonly string[] {
  return [...Object.values(catalogue.kinds), ...Object.values(catalogue.sections)].flatMap((one) => [
    one.titleSv,
    ...('pluralSv' in one ? [one.pluralSv] : []),
    ...('keys' in one ? one.keys : one.columns).map(({ titleSv }) => titleSv),
  ]);
}

describe('Swedish words', () => {
  const all = swedishTexts();
  /** Headings that stand as they were settled. */
  const settled = /Genomförda prov|Driftsätter/g;

  /** What one thing is called, and the words that it is no longer called by. */
  const others: readonly (readonly [right: string, wrong: RegExp])[] = [
    ['upphör, where a contract ends', /\b[Aa]vtalet (?:slutar|tar slut|löper ut)\b/],
    ['avvecklingsstöd', /avvecklingshjälp|hjälpen efter|hjälp efter|(?<!avvecklings)\bstödet\b/i],
    ['fält', /\bnyckeln\b|\bingen nyckel\b|\ben nyckel\b|\b(?:inga|är) nycklar\b/i],
    ['kortnamn', /\bkort(?:a)? (?:nyckel|nyckeln|namn)\b|persons nyckel/i],
    ['anmärkning for a finding only', /\banmärkningar: \{/i],
    ['produktionssättning', /driftsätt/i],
    ['test', /\b(?:del)?prov(?:et|en|a|as|ad|ade|ades|at|ats)?\b|\bpröva\b/i],
    // What a client gives a processor is called so in the GDPR.
    ['rutin', /(?<!dokumenterade )\binstruktion(?:en|er)?\b/i],
    ['typ', /\bslags?\b|\bslaget\b/i],
    ['för sent begärt', /förfall[ne]/i],
    ['oåterkallelig', /göras ogjort/i],
    ['utan besked', /\btystnad\b(?<!i tystnad)/i],
    ['Skapa ett uppdrag', /\bBörja ett\b/],
    ['tidsfrister', /göras i tid|^Att göra\b/],
    ['uppdragens dokument', /styrda dokument/i],
    ['personuppgiftsincident', /intrång i personuppgifter/i],
    ['tills vidare', /inget slut\b/],
  ];
  for (const [right, wrong] of others)
    it(`say ${right}`, () => {
      assert.deepEqual(
        all.filter(([, text]) => wrong.test(text.replace(settled, '')) && !/ändrade i tid/.test(text)),
        [],
      );
    });

  it('say when something must be ready with "senast"', () => {
    assert.deepEqual(
      all.filter(([, text]) => /klara? den \{/.test(text)),
      [],
    );
  });

  it('write times, ranges and amounts as documents do', () => {
    const wrong = /\b\d\d:\d\d\b|\d\d-\d\d[.:]|\p{L}dag-\p{L}+dag|\bslut - \d|\b\d{5,} [A-Z]{3}\b|"1-5"/u;
    assert.deepEqual(
      all.filter(([, text]) => wrong.test(text)),
      [],
    );
  });

  it('name each column once in its section, in either language and by its former names', () => {
    for (const { key, columns } of Object.values(catalogue.sections)) {
      const aliases = columns.flatMap(({ aliases: its }) => its);
      assert.equal(new Set(aliases).size, aliases.length, key);
    }
    const former: readonly (readonly [
      section: keyof typeof catalogue.sections,
      now: string,
      before: string,
    ])[] = [
      ['triggers', 'Typ', 'Slag'],
      ['triggers', 'Indikator', 'Tecken'],
      ['tests', 'Typ', 'Slag'],
      ['handover_items', 'Typ', 'Slag'],
      ['options', 'Tidsåtgång', 'Tar'],
      ['options', 'Kostnad', 'Kostar'],
      ['phases', 'Tidsåtgång', 'Tar'],
      ['phases', 'Leverans', 'Ger'],
      ['services', 'Utlovat till egna kunder', 'Utlovat vidare'],
      ['recovery', 'Testad', 'Provad'],
      ['clauses', 'Kommentar', 'Anmärkning'],
    ];
    for (const [section, now, before] of former) {
      const column = catalogue.sections[section].columns.find(({ titleSv }) => titleSv === now);
      assert.ok(column, `${section}: ${now}`);
      for (const name of [now, before]) assert.ok(column.aliases.includes(name.toLowerCase()), name);
    }
  });

  it('stand in the templates that documents begin as', () => {
    const text = scaffold('exit-plan', 'sv', new Map());
    assert.match(text, /\| Händelse \| Typ \| Indikator \| Uppsägningstid \|/);
  });
});
