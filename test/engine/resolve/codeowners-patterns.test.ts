import assert from 'node:assert/strict';
import {
  codeownersPatterns,
  type CodeownersDialect,
} from '../../../extension/engine/resolve/codeowners-patterns.ts';
import { pathMatcher } from '../../../extension/engine/resolve/path-globs.ts';

/** Which files a pattern takes, as the pages of the two platforms say it. */
type Platform = 'GitHub' | 'GitLab';

/**
 * GitHub (About code owners): as gitignore, so that a name takes a file or all of a folder, but `docs/*` takes no files of
 * folders in it. GitLab (Code Owners syntax): a name takes a file; with a slash behind it all of a folder; `*` is
 * everything, and two stars stand for folders only before a slash.
 */
function takes(pattern: string, platform: Platform): (file: string) => boolean {
  if (pattern === '*') return () => true;
  const rest = pattern.replace(/^\//, '');
  const isFolder = rest.endsWith('/');
  const source = rest
    .replace(/\/$/, '')
    .split(/(\*\*\/|\*|\?|\\ )/)
    .map((part) => {
      if (part === '**/') return '(?:[^/]+/)*';
      if (part === '*') return '[^/]*';
      if (part === '?') return '[^/]';
      return part === '\\ ' ? ' ' : part.replace(/[.+^${}()|[\]\\]/g, '\\$&');
    })
    .join('');
  const isOneLevel = rest.endsWith('/*');
  const behind = isFolder ? '/.+' : platform === 'GitHub' && !isOneLevel ? '(?:/.+)?' : '';
  const whole = new RegExp(`^${source}${behind}$`);
  return (file) => whole.test(file);
}

const words = ['a', 'b', 'ab', 'x.ts', '.c', 'two words'];
const files = [
  ...words,
  ...words.flatMap((one) => words.map((two) => `${one}/${two}`)),
  ...['a', 'b', 'ab', 'two words'].flatMap((one) =>
    ['a', 'b', '.c'].flatMap((two) =>
      ['a', 'x.ts'].flatMap((three) => [`${one}/${two}/${three}`, `${one}/b/${two}/${three}`]),
    ),
  ),
];
const parts = ['a', 'b', '*', '**', '?', '*.ts', 'a*', '{a,b}', 'two words', '.c'];
const globs = [
  ...parts,
  ...parts.flatMap((one) => parts.map((two) => `${one}/${two}`)),
  ...parts.flatMap((one) =>
    parts.flatMap((two) => ['*', '**', 'a', 'x.ts'].map((three) => `${one}/${two}/${three}`)),
  ),
].flatMap((glob) => [glob, `${glob}/`]);

/** A glob `a/**` takes a file "a" too: where there is one "a" is no folder, and no pattern for what a folder holds takes it. */
function folderAsFile(glob: string): (file: string) => boolean {
  const folder = /^(.+?)\/(?:\*{1,2}\/?)*$/.exec(glob)?.[1];
  const names = (folder === undefined ? [] : (codeownersPatterns(folder, 'any') ?? [])).filter(
    (pattern) => pattern !== '*' && !pattern.endsWith('/'),
  );
  const exact = names.map((name) => takes(name, 'GitLab'));
  return (file) => exact.some((takesIt) => takesIt(file));
}

describe('patterns of CODEOWNERS', () => {
  const both: readonly (readonly [CodeownersDialect, Platform])[] = [
    ['github', 'GitHub'],
    ['any', 'GitHub'],
    ['any', 'GitLab'],
  ];
  for (const [dialect, platform] of both)
    it(`of the dialect "${dialect}" take on ${platform} the files that the glob takes`, () => {
      const wrong = globs.flatMap((glob) => {
        const patterns = codeownersPatterns(glob, dialect);
        assert.ok(patterns, glob);
        const inMap = pathMatcher([glob]);
        const onPlatform = patterns.map((pattern) => takes(pattern, platform));
        const isOdd = folderAsFile(glob);
        return files
          .filter((file) => inMap(file) !== onPlatform.some((takesIt) => takesIt(file)) && !isOdd(file))
          .map((file) => `${glob} (${patterns.join(', ')}): ${file}`);
      });
      assert.deepEqual(wrong, []);
    });

  it('are one for each of what stands in braces, within each other too', () => {
    assert.deepEqual(codeownersPatterns('{a,b{c,d}}/**', 'github'), ['/a/', '/bc/', '/bd/']);
    assert.deepEqual(codeownersPatterns('{a,a}/**', 'github'), ['/a/']);
  });

  it('are none where a platform would read something else', () => {
    for (const glob of [
      'a[bc]',
      'a/(b|c)',
      '!a',
      '#a',
      'a#b',
      '{a}',
      '{1..3}',
      '{a,}',
      'a{',
      '{a,b}+',
      'a"b',
      'a|b',
    ])
      assert.equal(codeownersPatterns(glob, 'any'), undefined, glob);
  });

  it('are none where they would be thousands', () => {
    assert.equal(codeownersPatterns('{a,b}'.repeat(100), 'github'), undefined);
    assert.equal(codeownersPatterns(`${'{a,'.repeat(120)}b${'}'.repeat(120)}`, 'github'), undefined);
    assert.equal(codeownersPatterns('{a,b}'.repeat(6), 'github')?.length, 64);
  });
});
