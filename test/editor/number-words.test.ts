import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { inEnglish, say, type Said } from '../../extension/engine/model/said.ts';
import { createLanguage } from '../../extension/language/language.ts';
import { decimal } from '../../extension/engine/values/say.ts';
import { parseMessages } from '../../extension/engine/parse/messages.ts';
import { textsThatMayBeOne, unequalToOne } from '../support/number-words.ts';

type Texts = Readonly<Record<string, string>>;

const root = path.resolve(import.meta.dirname, '../..');
const sv = createLanguage(json('l10n/bundle.l10n.sv.json'));

function json(file: string): Texts {
  return JSON.parse(readFileSync(path.join(root, file), 'utf8')) as Texts;
}

describe('words beside a number', () => {
  // Other tests hold that these files have each template of the engine, and no other.
  for (const file of ['messages', 'said', 'cli', 'facts', 'fields'])
    it(`agree with one in ${file}, in both languages`, () => {
      const texts = textsThatMayBeOne(json(`extension/language/texts/sv/${file}.json`));
      assert.deepEqual(
        texts.flatMap((text) => unequalToOne(text)),
        [],
      );
    });

  it('agree with one in the texts of the editor: those of several have a text for one', () => {
    const texts = json('extension/language/texts/sv/ui.json');
    const several = Object.keys(texts).filter((text) =>
      /\{\d\} (?:days|documents|engagements|errors|files|questions|warnings|overdue)\b/.test(text),
    );
    assert.ok(several.length > 7);
    for (const text of several) {
      const one = text
        .replace(/\{\d\} (\w+?)s?\b(?= |$)/, '1 $1')
        .replace(' look ', ' looks ')
        .replace(' have ', ' has ');
      const isTold =
        Object.keys(texts).some((other) => sameButNumbers(other, one)) || saidOtherwise.has(text);
      assert.ok(isTold, `"${text}" has no "${one}"`);
    }
  });

  it('are chosen by the number, which decimals make several', () => {
    const minutes = (n: string): Said => say('{{n}} {{n|minute|minutes}} from now', { n: decimal(n) });
    assert.deepEqual(
      ['0', '1', '-1', '1.0', '0.8', '2', '11', '1 000'].map((n) => inEnglish(minutes(n))),
      [
        '0 minutes from now',
        '1 minute from now',
        '-1 minute from now',
        '1 minute from now',
        '0.8 minutes from now',
        '2 minutes from now',
        '11 minutes from now',
        '1 000 minutes from now',
      ],
    );
    assert.equal(inEnglish({ template: '{{a|one|several}} {{b}}', data: {} }), '{{a|one|several}} {{b}}');
    const hours = (hours: string): Said => say('{{hours}} {{hours|hour|hours}}', { hours });
    assert.deepEqual(['1', '1.5'].map(hours).map(inEnglish), ['1 hour', '1.5 hours']);
    assert.deepEqual(['1', '2'].map(hours).map(sv.say), ['1 timme', '2 timmar']);
  });

  it('are chosen in Swedish by the number that is filled in there', () => {
    const column = (cells: string, count: string): string =>
      sv.say({ template: parseMessages.DOC020.surplusCells, data: { cells, count } });
    assert.match(column('x', '1'), /tabellen har 1 kolumn\. /);
    assert.match(column('x', '2'), /tabellen har 2 kolumner\. /);
    // What somebody wrote is no place to fill.
    assert.match(column('{{count|a|b}}', '2'), /^"\{\{count\|a\|b\}\}" står/);
  });
});

/** For one day there are other words: tomorrow, yesterday. */
const saidOtherwise: ReadonlySet<string> = new Set(['in {0} days', '{0} days ago', 'overdue by {0} days']);

/** Where a number has gone, the places behind it count from one less. */
function sameButNumbers(text: string, other: string): boolean {
  const bare = (one: string): string => one.replace(/\{\d\}/g, '{}');
  return bare(text) === bare(other);
}
