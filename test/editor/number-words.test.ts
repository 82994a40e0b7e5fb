import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createLocaliser } from '../../extension/language/localiser.ts';
import { render } from '../../extension/engine/rules/render.ts';
import { countInWords } from '../../extension/engine/values/in-words.ts';
import { inEnglish, say } from '../../extension/engine/values/say.ts';
import { unequalToOne } from '../support/number-words.ts';

type Texts = Readonly<Record<string, string>>;

const root = path.resolve(import.meta.dirname, '../..');
const sv = createLocaliser(json('l10n/bundle.l10n.sv.json'));

function json<T = Texts>(file: string): T {
  return JSON.parse(readFileSync(path.join(root, file), 'utf8')) as T;
}

describe('words beside a number', () => {
  // Other tests hold that these files have each template of the engine, and no other.
  for (const file of ['messages', 'said', 'facts', 'fields'])
    it(`agree with one in ${file}, in both languages`, () => {
      const texts = Object.entries(json(`extension/language/texts/sv/${file}.json`)).flat();
      assert.deepEqual(
        texts.flatMap((text) => unequalToOne(text)),
        [],
      );
    });

  it('agree with one in phrases: those of several have a phrase for one beside them', () => {
    const groups = json<Readonly<Record<string, Texts>>>('extension/language/texts/sv/phrases.json');
    for (const [group, phrases] of Object.entries(groups))
      for (const english of Object.keys(phrases)) {
        if (unequalToOne(english).length === 0 || neverOne(group, english)) continue;
        const one = english.replace(
          /(\{\{n\}\} (?:working |business )?)(people|(?!business)[\w-]+s)\b/,
          (_, n, word) => (word === 'people' ? `${n}person` : `${n}${(word as string).slice(0, -1)}`),
        );
        assert.ok(Object.hasOwn(phrases, one), `${group} has "${english}" and no "${one}"`);
      }
  });

  it('agree with one in the texts of the editor: those of several have a text for one', () => {
    const texts = json('extension/language/texts/sv/ui.json');
    const several = Object.keys(texts).filter((text) =>
      /\{\d\} (?:days|documents|engagements|errors|files|questions|warnings|overdue)\b/.test(text),
    );
    assert.ok(several.length > 7);
    for (const text of several) {
      const one = text.replace(/\{\d\} (\w+?)s?\b(?= |$)/, '1 $1').replace(' look ', ' looks ');
      const isTold =
        Object.keys(texts).some((other) => sameButNumbers(other, one)) || saidOtherwise.has(text);
      assert.ok(isTold, `"${text}" has no "${one}"`);
    }
  });

  it('are chosen by the number, which decimals make several', () => {
    const template = '{{minutes}} {{minutes|minute|minutes}} from now';
    const words = ['0', '1', '-1', '1.0', '0.8', '2', '11', '1 000'].map((minutes) =>
      render(template, { minutes }),
    );
    assert.deepEqual(words, [
      '0 minutes from now',
      '1 minute from now',
      '-1 minute from now',
      '1 minute from now',
      '0.8 minutes from now',
      '2 minutes from now',
      '11 minutes from now',
      '1 000 minutes from now',
    ]);
    assert.equal(render('{{a|one|several}} {{b}}', {}), '{{a|one|several}} {{b}}');
    const hours = (n: string): ReturnType<typeof say> => say('{{hours}} {{hours|hour|hours}}', { hours: n });
    assert.deepEqual(['1', '1.5'].map(hours).map(inEnglish), ['1 hour', '1.5 hours']);
    assert.deepEqual(['1', '2'].map(hours).map(sv.say), ['1 timme', '2 timmar']);
    assert.deepEqual(
      [1, 2].map((n) => countInWords(n, 'cell')),
      ['1 cell', '2 cells'],
    );
  });

  it('are chosen in Swedish by the number that is filled in there', () => {
    const column =
      '"{{cells}}" stands beyond the last column, where GitHub does not show it: the table has {{count}} {{count|column|columns}}. A "|" inside of a cell is written "\\|".';
    assert.match(sv.text(column, { cells: 'x', count: '1' }), /tabellen har 1 kolumn\. /);
    assert.match(sv.text(column, { cells: 'x', count: '2' }), /tabellen har 2 kolumner\. /);
    // What somebody wrote is no place to fill.
    assert.match(sv.text(column, { cells: '{count|a|b}', count: '2' }), /^"\{count\|a\|b\}" står/);
    assert.equal(sv.phrase('Write 1 cell of dashes', 'fix'), 'Skriv 1 cell med streck');
    assert.equal(sv.phrase('Write 3 cells of dashes', 'fix'), 'Skriv 3 celler med streck');
  });
});

/** The number is always more than one: for one the phrase has other words. */
function neverOne(group: string, english: string): boolean {
  return (
    group === 'every' ||
    ['{{year}} has {{n}} weeks', '{{month}} {{n}} has {{last}} days', '{{low}} to {{high}} people'].includes(
      english,
    )
  );
}

/** For one day there are other words: tomorrow, yesterday. */
const saidOtherwise: ReadonlySet<string> = new Set(['in {0} days', '{0} days ago', 'overdue by {0} days']);

/** Where a number has gone, the places behind it count from one less. */
function sameButNumbers(text: string, other: string): boolean {
  const bare = (one: string): string => one.replace(/\{\d\}/g, '{}');
  return bare(text) === bare(other);
}
