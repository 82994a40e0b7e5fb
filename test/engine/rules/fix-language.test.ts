import assert from 'node:assert/strict';
import { engineOver } from '../../support/run-fixture.ts';
import { engagementText } from '../../cli/run-cli.ts';

const englishEngagement = engagementText.replace('fee:', 'importance: important\nfee:');
const swedishEngagement = englishEngagement.replace('status: active', 'status: active\nlanguage: sv');
const swedishConfig = 'language: sv\n';

function exitPlan(language: string, body = ''): string {
  return `---
kind: exit-plan
title: Exit
status: active
owner: anna
counterpart: juris
${language}prepare: 6 m
handover: 3 months
substitutability: hard
---
${body}`;
}

const options = `
## Options

| Option | To | Takes |
| --- | --- | --- |
| A | in house | 3 months |
`;

/** What the fixes of a file write, each on one line. */
async function written(files: Readonly<Record<string, string>>, path: string): Promise<string> {
  const engine = await engineOver(new Map(Object.entries(files)), 'full');
  const fixes = engine
    .check()
    .findings.filter((finding) => finding.path === path)
    .flatMap((finding) => finding.fixes);
  return fixes.flatMap(({ title, edits }) => [title, ...edits.map(({ newText }) => newText)]).join('\n');
}

const english = ['Sudden exit', 'Success criteria', 'expiry', 'hybrid', '6 minutes', '| Trigger |'];
const swedish = [
  'Plötslig avveckling',
  'Framgångskriterier',
  'avtalstidens utgång',
  'delad lösning',
  '6 minuter',
  '| Händelse |',
];

describe('fixes write in the language of the document (settled 25)', () => {
  const cases: readonly (readonly [
    title: string,
    files: Readonly<Record<string, string>>,
    isSwedish: boolean,
  ])[] = [
    [
      'that it states',
      { 'engagement.md': englishEngagement, 'plan.md': exitPlan('language: sv\n', options) },
      true,
    ],
    [
      'that the engagement states',
      { 'engagement.md': swedishEngagement, 'plan.md': exitPlan('', options) },
      true,
    ],
    [
      'that the config states',
      {
        'engagement.md': englishEngagement,
        'outrigger.yml': swedishConfig,
        'plan.md': exitPlan('', options),
      },
      true,
    ],
    [
      'that it states, before that of the engagement',
      { 'engagement.md': swedishEngagement, 'plan.md': exitPlan('language: en-GB\n', options) },
      false,
    ],
    [
      'that its headings are in where nothing states one',
      {
        'engagement.md': englishEngagement,
        'plan.md': exitPlan('', options.replace('Options', 'Alternativ')),
      },
      true,
    ],
    [
      'English where nothing says otherwise',
      { 'engagement.md': englishEngagement, 'plan.md': exitPlan('', options) },
      false,
    ],
  ];
  for (const [title, files, isSwedish] of cases) {
    it(title, async () => {
      const text = await written(files, 'plan.md');
      for (const word of isSwedish ? swedish : english) assert.ok(text.includes(word), `${word} in\n${text}`);
      for (const word of isSwedish ? english : swedish)
        assert.ok(!text.includes(word), `${word} in\n${text}`);
    });
  }

  it('as it is stated now, after it has changed in another document', async () => {
    const files = { 'engagement.md': englishEngagement, 'plan.md': exitPlan('', options) };
    const engine = await engineOver(new Map(Object.entries(files)), 'full');
    const titles = (): string =>
      engine
        .check()
        .findings.flatMap(({ fixes }) => fixes.map(({ title }) => title))
        .join('\n');
    assert.match(titles(), /6 minutes/);
    engine.update('engagement.md', { kind: 'text', text: swedishEngagement });
    assert.match(titles(), /6 minuter/);
  });

  it('in headings that a table is renamed to', async () => {
    const plan = `---
kind: sla
title: Levels
status: active
owner: anna
language: sv
---

# What we promise

| Priority | Means | Respond | Restore | Service |
| --- | --- | --- | --- | --- |
| 1 | Down | 1 hour | 4 hours | API |
`;
    const text = await written({ 'engagement.md': englishEngagement, 'sla.md': plan }, 'sla.md');
    assert.match(text, /Rename the heading to "Incidenter"\n#\nIncidenter/);
  });
});
