import assert from 'node:assert/strict';
import { inEnglish } from '../../../extension/engine/model/said.ts';
import fc from 'fast-check';
import {
  completedAnswers,
  engagementQuestions,
  phaseQuestion,
} from '../../../extension/engine/features/engagement-questions.ts';
import { problemOfSetting } from '../../../extension/engine/features/read-setting.ts';
import { fileNameOf, scaffold, scaffoldKinds } from '../../../extension/engine/features/scaffold.ts';
import { templates } from '../../../extension/engine/features/generated/templates.ts';
import { catalogue } from '../../../extension/engine/model/generated/catalogue.ts';
import type { KindKey } from '../../../extension/engine/model/schema.ts';
import { titleIn, wordIn } from '../../../extension/engine/values/words-in.ts';
import { engagementText } from '../../cli/run-cli.ts';
import { engineOver } from '../../support/run-fixture.ts';

const questionsIn = (count: number): string => `${count} ${count === 1 ? 'question' : 'questions'}`;

/** Every document that may be begun: of each kind, and of a record of each type. */
const begun: readonly { readonly name: string; readonly kind: KindKey; readonly type: string }[] =
  scaffoldKinds.flatMap((kind) => [
    { name: kind, kind, type: '' },
    ...catalogue.words.type_of_record.words.flatMap(({ word }) =>
      kind === 'record' ? [{ name: `record-${word}`, kind, type: word }] : [],
    ),
  ]);

describe('scaffold', () => {
  for (const language of ['en', 'sv'] as const) {
    for (const { name, kind, type } of begun) {
      const values = new Map(type === '' ? [] : [['type', wordIn(language, 'type_of_record', type)]]);

      it(`leaves nothing to be filled in behind: ${name}, ${language}`, () => {
        const text = scaffold(kind, language, values);
        assert.doesNotMatch(text, /[{}]{2}|[ \t]$/m);
        assert.match(text, /^---\nkind: \S+\ntitle: \S/);
        assert.match(text, new RegExp(`^language: ${language}$`, 'm'));
        assert.ok(text.endsWith('\n'));
      });

      it(`says what belongs below each heading: ${name}, ${language}`, () => {
        const text = scaffold(kind, language, values);
        const parts = text.split(/^## /m).slice(1);
        assert.ok(parts.length > 0);
        for (const part of parts)
          assert.match(part, /^[^\n]+\n\n(?:<!-- )?[\p{L}\p{N}].{30,}[.?](?: -->)?\n/u);
      });

      if (kind === 'engagement') continue;
      it(`draws one line, which counts its questions: ${name}, ${language}`, async () => {
        const text = scaffold(kind, language, values);
        const files = new Map([
          ['engagement.md', engagementText],
          ['new.md', text],
        ]);
        for (const profiles of ['base', 'base,full']) {
          const engine = await engineOver(files, profiles);
          const { findings } = engine.check(['new.md']);
          assert.deepEqual(
            findings.map(({ code, message }) => [code, message]),
            [['DOC022', `${questionsIn(engine.questions(['new.md']).length)} left.`]],
          );
        }
      });
    }
  }

  it('has a template of every kind and type of record in both languages, with keys of the kind alone', () => {
    for (const language of ['en', 'sv'] as const) {
      assert.deepEqual(Object.keys(templates[language]).toSorted(), begun.map(({ name }) => name).toSorted());
      for (const { name, kind } of begun) {
        const keys: readonly string[] = catalogue.kinds[kind].keys.map(({ key }) => key);
        for (const [, key] of templates[language][name]!.matchAll(/\{\{(\w+)\}\}/g))
          assert.ok(keys.includes(key!), `${name}: ${key}`);
      }
    }
  });

  it('has the same keys, sections, columns and number of rows in both languages', () => {
    for (const { name, kind } of begun) {
      const shapes = (['en', 'sv'] as const).map((language) =>
        templates[language][name]!.split('\n').flatMap((line) => {
          const title = /^## (.*)$/.exec(line)?.[1];
          const { sections } = catalogue.kinds[kind];
          if (title !== undefined)
            return sections.find((key) => titleIn(language, catalogue.sections[key]) === title) ?? title;
          const key = /^([a-z_]+):/.exec(line)?.[1];
          return line.startsWith('|') ? line.replace(/[^|]+/g, '').length : (key ?? []);
        }),
      );
      assert.deepEqual(shapes[0], shapes[1], name);
    }
  });

  it('begins a record by its type in whatever language that is written, and any other with all that it may hold', () => {
    const of = (type: string): string => scaffold('record', 'sv', new Map([['type', type]]));
    assert.match(of('ändring'), /^type: ändring$/m);
    for (const type of ['ändring', 'Change']) {
      assert.match(of(type), /^## Ändringar$/m);
      assert.doesNotMatch(of(type), /^## Utfall$/m);
    }
    for (const type of ['', 'lunch']) assert.match(of(type), /^## Utfall$[^]*^## Ändringar$/m);
    assert.throws(() => scaffold('signoff', 'en', new Map()), /no template of "signoff"/);
  });

  it('writes keys that are answered or required alone, and names the others in one comment', () => {
    for (const language of ['en', 'sv'] as const)
      for (const { kind, type } of begun) {
        const text = scaffold(
          kind,
          language,
          new Map([['owner', 'anna'], ...(type === '' ? [] : [['type', type] as const])]),
        );
        const [, matter = '', comment = ''] =
          /^---\n([^]*?)\n---\n\n(<!-- .*: (?:[a-z_]+(?:, )?)+ -->)?/.exec(text) ?? [];
        const { keys } = catalogue.kinds[kind];
        for (const line of matter.split('\n').filter((one) => one.endsWith(':')))
          assert.ok(keys.find(({ key }) => key === line.slice(0, -1))?.required, `${kind}: ${line}`);
        const template =
          templates[language][type === '' ? kind : `${kind}-${type}`] ?? templates[language][kind]!;
        for (const [, key = ''] of template
          .slice(0, template.indexOf('\n---\n', 4))
          .matchAll(/^([a-z_]+):/gm))
          assert.ok(
            new RegExp(`^${key}:`, 'm').test(matter) || comment.includes(key),
            `${kind} forgets ${key}`,
          );
      }
  });

  it('writes no comment where nothing is left to name', () => {
    const values = new Map(catalogue.kinds.goals.keys.map(({ key }) => [key, 'x']));
    assert.doesNotMatch(scaffold('goals', 'en', values).split('\n# ')[0]!, /<!--/);
  });

  it('has front matter of fourteen lines at most for an engagement with all answers', () => {
    for (const language of ['en', 'sv'] as const) {
      const answers = new Map(
        [...engagementQuestions, phaseQuestion].map(({ key, example }) => [key, example]),
      );
      const [, matter = ''] = scaffold(
        'engagement',
        language,
        completedAnswers(answers, '2026-11-23', language),
      ).split('---\n');
      assert.ok(matter.trimEnd().split('\n').length <= 14, matter);
      for (const key of answers.keys()) assert.match(matter, new RegExp(`^${key}: .`, 'm'));
    }
  });

  it('writes words of lists, and calls records, in the language of the document', () => {
    const record = (language: 'en' | 'sv', type: string): readonly string[] =>
      scaffold(
        'record',
        language,
        new Map([
          ['type', type],
          ['held', '2026-12-03'],
        ]),
      )
        .split('\n')
        .filter((line) => /^(?:title|type):/.test(line));
    for (const [language, given, title, type] of [
      ['sv', 'service-review', 'Driftgenomgång', 'driftgenomgång'],
      ['sv', 'Exit-test', 'Test av avvecklingsplan', 'test av avvecklingsplan'],
      ['sv', 'servicegenomgång', 'Servicegenomgång', 'servicegenomgång'],
      ['en', 'service-review', 'Service review', 'service-review'],
      ['en', 'Avstämning', 'Check-in', 'check-in'],
      ['en', 'lunch', 'Lunch', 'lunch'],
    ] as const)
      assert.deepEqual(record(language, given), [`title: ${title} 2026-12-03`, `type: ${type}`]);
    const motives = new Map([['motives', 'cost, Time to market, växa']]);
    assert.match(scaffold('engagement', 'sv', motives), /^motives: kostnad, kortare ledtid, växa$/m);
    const plan = scaffold('kt-plan', 'sv', new Map([['direction', 'to client']]));
    assert.match(plan, /^direction: till kunden$/m);
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
