import assert from 'node:assert/strict';
import { inEnglish } from '../../../extension/engine/model/said.ts';
import fc from 'fast-check';
import { problemOfSetting } from '../../../extension/engine/features/read-setting.ts';
import { fileNameOf, scaffold, scaffoldKinds } from '../../../extension/engine/features/scaffold.ts';
import { templates } from '../../../extension/engine/features/generated/templates.ts';
import { catalogue } from '../../../extension/engine/model/generated/catalogue.ts';
import { engineOver } from '../../support/run-fixture.ts';

describe('scaffold', () => {
  for (const language of ['en', 'sv'] as const) {
    for (const kind of scaffoldKinds) {
      it(`leaves nothing to be filled in behind: ${kind}, ${language}`, () => {
        const text = scaffold(kind, language, new Map());
        assert.doesNotMatch(text, /[{}]{2}|[ \t]$/m);
        assert.match(text, /^---\nkind: \S+\ntitle: \S/);
        assert.match(text, new RegExp(`^language: ${language}$`, 'm'));
        assert.ok(text.endsWith('\n'));
      });
    }
  }

  it('has templates of the same kinds in both languages, each with every key that they name', () => {
    assert.deepEqual(Object.keys(templates['en']!), Object.keys(templates['sv']!));
    for (const [kind, text] of Object.entries(templates['en']!)) {
      const keys: readonly string[] = catalogue.kinds[kind as keyof typeof catalogue.kinds].keys.map(
        ({ key }) => key,
      );
      for (const [, key] of text.matchAll(/\{\{(\w+)\}\}/g))
        assert.ok(keys.includes(key!), `${kind}: ${key}`);
    }
  });

  it('takes the place of what the template says, and adds keys that it does not have', () => {
    const text = scaffold(
      'sla',
      'en',
      new Map([
        ['review_every', '1 month'],
        ['zone', 'UTC'],
      ]),
    );
    assert.match(text, /^review_every: 1 month$/m);
    assert.doesNotMatch(text, /3 months/);
    assert.match(text, /\nzone: UTC\n---\n/);
  });

  it('keeps a value of a table within its cell', () => {
    assert.match(scaffold('engagement', 'en', new Map([['owner', 'a|b']])), /^\| a\\\|b \| \| client \|/m);
  });

  it('writes any title so that it is read as it was given', async () => {
    const title = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
      .map((text) =>
        text
          .replace(/\s+/g, ' ')
          .replace(/[\p{C}]/gu, '')
          .trim(),
      )
      .filter((text) => text !== '' && !/^(?:tbd|todo|xxx|editme|[?.…[])/i.test(text));
    const hard = [
      'a: b',
      '- x',
      '"quoted"',
      "it's #1 # no",
      '|',
      '&x',
      '@a',
      '`b`',
      'null',
      '1.10',
      '{{client}}',
      'a | b',
      '$& $1',
      'x:',
    ];
    await fc.assert(
      fc.asyncProperty(title, async (given) => {
        const engine = await engineOver(
          new Map([['engagement.md', scaffold('engagement', 'en', new Map([['title', given]]))]]),
          'base',
        );
        assert.equal(engine.engagements()[0]?.lead?.keys.title?.source.text, given);
      }),
      { numRuns: 60, examples: hard.map((one) => [one]) },
    );
  });

  it('names files so that they stay where they belong', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 100 }), (title) => {
        const name = fileNameOf('process', new Map([['title', title]]));
        assert.match(name, /^[\p{L}\p{N}][\p{L}\p{N}-]{0,59}\.md$/u);
      }),
    );
    assert.equal(fileNameOf('sla', new Map([['title', 'Anything']])), 'sla.md');
  });

  it('names files by what the schema of their kind says, as far as it is known', () => {
    for (const kind of scaffoldKinds) {
      const { keys, namedBy } = catalogue.kinds[kind];
      const all = new Map(keys.map(({ key }) => [key, key.replaceAll('_', ' ')]));
      const name = namedBy.length === 0 ? kind : namedBy.join('-').replaceAll('_', '-');
      assert.equal(fileNameOf(kind, all), `${name}.md`, kind);
      assert.equal(fileNameOf(kind, new Map()), `${kind}.md`, kind);
    }
    assert.equal(fileNameOf('record', new Map([['type', 'check-in']])), 'check-in.md');
  });
});

describe('problemOfSetting', () => {
  it('accepts what a document may say, and an empty value', () => {
    for (const { key, example } of catalogue.kinds.engagement.keys.filter((spec) => spec.key !== 'kind'))
      assert.equal(problemOfSetting('engagement', key, example), undefined, key);
    assert.equal(problemOfSetting('engagement', 'start', ''), undefined);
  });

  it('says what is wrong', () => {
    const problem = (...given: Parameters<typeof problemOfSetting>): string =>
      inEnglish(problemOfSetting(...given)!);
    assert.match(problem('engagement', 'start', 'soon'), /^start: "soon" is not a date/);
    assert.match(problem('engagement', 'strat', '2026-01-01'), /Did you mean "start"\?$/);
    assert.match(
      problem('sla', 'prepare', '2 months'),
      /^A document of kind "sla" has no key "prepare"\. It has title, /,
    );
  });
});
