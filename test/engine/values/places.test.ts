import assert from 'node:assert/strict';
import type { Source } from '../../../extension/engine/model/document.ts';
import { catalogue } from '../../../extension/engine/model/generated/catalogue.ts';
import type { ValueType } from '../../../extension/engine/model/schema.ts';
import { createValueReader } from '../../../extension/engine/values/read-value.ts';
import { spanWithin } from '../../../extension/engine/values/span-within.ts';
import { sourceOf } from './reading.ts';

describe('places of problems', () => {
  const reader = createValueReader(catalogue);
  const wrongPart = (document: string, type: ValueType, source: Source): string | undefined => {
    const { problem } = reader.read(type, source);
    return problem && document.slice(problem.span.start, problem.span.end);
  };

  it('count from where the value stands', () => {
    const document = '| Respond | 6 bankdagar |';
    assert.equal(wrongPart(document, { is: 'duration' }, sourceOf('6 bankdagar', 12)), 'bankdagar');
  });

  it('are the same each time a text is read, wherever it stands', () => {
    const first = reader.read({ is: 'duration' }, sourceOf('7 bankdag', 100));
    const second = reader.read({ is: 'duration' }, sourceOf('7 bankdag', 200));
    assert.deepEqual(first.problem?.span, { start: 102, end: 109 });
    assert.deepEqual(second.problem?.span, { start: 202, end: 209 });
  });

  it('stand on the raw characters of a text that folding shortens', () => {
    const text = 'end  -\u00a0\u20095\u200b  bank\u200bdag';
    assert.equal(wrongPart(text, { is: 'date' }, sourceOf(text)), 'bank\u200bdag');
  });

  it('take the whole of a character that folds to several', () => {
    assert.equal(wrongPart('⅓ %', { is: 'percent' }, sourceOf('⅓ %')), '⅓ %');
  });

  it('point at the entry of a list', () => {
    const document = 'holidays: SE,  Swedin, LT';
    assert.equal(wrongPart(document, { is: 'regions' }, sourceOf('SE,  Swedin, LT', 10)), 'Swedin');
  });

  it('point at the words within an entry of a YAML list', () => {
    const document = 'days:\n  - Mon\n  - helgfri tisdag\n';
    const items = [sourceOf('Mon', 10), sourceOf('helgfri tisdag', 18)];
    const source = { text: 'Mon, helgfri tisdag', span: { start: 8, end: 32 }, items };
    assert.equal(wrongPart(document, { is: 'days' }, source), 'helgfri tisdag');
  });

  it('follow the map of a text with markup', () => {
    const document = '**6** *bankdag*';
    const map = [2, 5, 7, 8, 9, 10, 11, 12, 13, 15];
    const source = { text: '6 bankdag', span: { start: 0, end: 15 }, map };
    assert.equal(wrongPart(document, { is: 'duration' }, source), 'bankdag');
  });

  it('take all of an entity', () => {
    const source = { text: '5 <', span: { start: 0, end: 6 }, map: [0, 1, 2, 6] };
    assert.deepEqual(spanWithin(source, 2, 3), { start: 2, end: 6 });
  });

  it('allow for white space in front of a text', () => {
    assert.deepEqual(spanWithin({ text: '  ab', span: { start: 10, end: 12 } }, 3, 4), {
      start: 11,
      end: 12,
    });
  });

  it('point at the code span of a path', () => {
    const document = '`a/**`, `../b`';
    const codes = [
      { text: 'a/**', span: { start: 1, end: 5 } },
      { text: '../b', span: { start: 9, end: 13 } },
    ];
    const source = { text: 'a/**, ../b', span: { start: 0, end: 14 }, codes };
    assert.equal(wrongPart(document, { is: 'paths' }, source), '../b');
  });
});

describe('sources of lists', () => {
  const reader = createValueReader(catalogue);
  const items = [sourceOf('SE', 0), sourceOf('LT', 4)];
  const list = { text: 'SE, LT', span: { start: 0, end: 6 }, items };

  it('are the entries of a YAML list', () => {
    assert.deepEqual(reader.read({ is: 'countries' }, list), { value: ['SE', 'LT'] });
  });

  it('keep commas within an entry', () => {
    const source = { text: 'a, b', span: { start: 0, end: 4 }, items: [sourceOf('a, b')] };
    assert.deepEqual(reader.read({ is: 'words', list: 'motives' }, source), { value: ['a, b'] });
  });

  it('are a problem where one value is expected', () => {
    const { problem } = reader.read({ is: 'country' }, list);
    assert.equal(problem?.id, 'listNotAllowed');
    assert.deepEqual(problem.data, { value: 'SE, LT', example: 'SE' });
    assert.deepEqual(problem.span, list.span);
  });

  it('of one entry are that entry', () => {
    assert.deepEqual(reader.read({ is: 'country' }, { ...list, items: [sourceOf('SE')] }), { value: 'SE' });
  });

  it('are a text with commas for types that are looked up elsewhere', () => {
    assert.deepEqual(reader.read({ is: 'who' }, list), { value: 'SE, LT' });
  });

  it('are the code spans of paths, with the repository in front of them', () => {
    const codes = [
      { text: 'src/a,b/**', span: { start: 1, end: 11 } },
      { text: 'libs/**', span: { start: 24, end: 31 } },
      { text: 'org/x: y/**', span: { start: 35, end: 46 } },
    ];
    const source = { text: 'src/a,b/**, org/repo: libs/**, org/x: y/**', span: { start: 0, end: 47 }, codes };
    assert.deepEqual(reader.read({ is: 'paths' }, source), {
      value: [
        { glob: 'src/a,b/**' },
        { glob: 'libs/**', repository: 'org/repo' },
        { glob: 'y/**', repository: 'org/x' },
      ],
    });
  });

  it('hold something', () => {
    assert.equal(reader.read({ is: 'countries' }, { ...list, items: [] }).problem?.id, 'emptyList');
  });

  it('of characters without width hold nothing', () => {
    assert.equal(reader.read({ is: 'country' }, sourceOf('\u200b')).problem?.id, 'invisible');
  });
});
