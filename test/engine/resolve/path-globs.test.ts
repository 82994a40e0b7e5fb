import assert from 'node:assert/strict';
import picomatch from 'picomatch';
import { pathMatcher } from '../../../extension/engine/resolve/path-globs.ts';

const words = ['a', 'ab', '.a', 'a b', 'a.ts', '[a]', 'a+b'];
const paths = [
  ...words,
  ...words.flatMap((one) => words.map((two) => `${one}/${two}`)),
  'a/b/a.ts',
  'ab/a/a/a',
];
const parts = ['a', 'a*', '*', '**', '?', '[ab]', '{a,ab}', '.a', 'a b', '*.ts', 'a+b', '!a', '(a|ab)'];
const globs = [...parts, ...parts.flatMap((one) => parts.map((two) => `${one}/${two}`))].flatMap((glob) => [
  glob,
  `${glob}/`,
]);

describe('a matcher of paths', () => {
  it('says of each path what the library says, whichever it asks', () => {
    for (const glob of globs) {
      const plain = glob.replace(/\/+$/, '');
      const isMatch = picomatch([plain, `${plain}/**`], { dot: true, noextglob: true, nonegate: true });
      const matches = pathMatcher([glob]);
      for (const path of paths) assert.equal(matches(path), isMatch(path), `${glob} ${path}`);
    }
  });

  it('takes what any of its globs takes, and without one nothing', () => {
    const matches = pathMatcher(['a/*.ts', 'b/', '']);
    assert.deepEqual(['a/x.ts', 'b/c/d', 'b', 'c', ''].map(matches), [true, true, true, false, false]);
    assert.equal(pathMatcher([])('a'), false);
  });
});
