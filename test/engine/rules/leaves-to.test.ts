import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { checkRules, dueRules } from '../../../extension/engine/index.ts';
import { ruleNames } from '../../../extension/engine/rules/generated/rule-names.ts';

const root = path.join(import.meta.dirname, '../../..');
const rules = [...checkRules, ...dueRules];
const registered: ReadonlySet<string> = new Set(rules.map(({ code }) => code));
const code = /\b[A-Z]{3}\d{3}\b/g;
/** What is said of the config has a code that no rule has. */
const ofConfig = 'CFG001';

/** The comments of a source, each with its line. */
function commentsOf(text: string): readonly string[] {
  return [...text.matchAll(/\/\*\*?[^]*?\*\/|\/\/.*$/gm)].map(([comment]) => comment);
}

function sources(folder: string): readonly string[] {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.includes('generated'))
    .map((file) => path.join(root, folder, file));
}

describe('what a rule leaves to another one', () => {
  it('is left to rules that exist, and never to itself', () => {
    const said = rules.flatMap(({ code: own, meta }) => (meta.leavesTo ?? []).map((other) => [own, other]));
    assert.ok(said.length >= 10);
    for (const [own, other] of said) {
      assert.ok(registered.has(other!), `${own} leaves something to ${other}, which is not there`);
      assert.notEqual(own, other);
    }
  });

  it('is what its comments name', () => {
    const byCode = new Map(rules.map((rule) => [rule.code, rule]));
    let compared = 0;
    for (const file of sources('extension/engine')) {
      const text = readFileSync(file, 'utf8');
      const rule = byCode.get(/^ {2}code: '([A-Z]{3}\d{3})',$/m.exec(text)?.[1] ?? '');
      if (!rule) continue;
      const named = new Set(commentsOf(text).flatMap((comment) => comment.match(code) ?? []));
      named.delete(rule.code);
      for (const one of named)
        assert.ok(
          rule.meta.leavesTo?.includes(one) === true,
          `${rule.code} speaks of ${one} in a comment: name it under leavesTo, or say it without its code`,
        );
      compared += named.size;
    }
    assert.ok(compared >= 10);
  });

  it('is left to rules that exist where other sources say so', () => {
    const leaves =
      /speaks?\b|to say\b|to report\b|reports? it\b|reported by\b|left to\b|leaves? (?:it|that) to\b/;
    const wrong = sources('extension').flatMap((file) =>
      commentsOf(readFileSync(file, 'utf8'))
        .filter((comment) => leaves.test(comment))
        .flatMap((comment) => comment.match(code) ?? [])
        .filter((one) => !registered.has(one) && one !== ofConfig)
        .map((one) => `${path.relative(root, file)}: ${one}`),
    );
    assert.deepEqual(wrong, []);
  });

  it('is left to rules that exist where the page of the format and their own fixtures say so', () => {
    const pages = [
      'docs/format.md',
      ...readdirSync(path.join(root, 'test/rules')).map((name) => `test/rules/${name}`),
    ];
    const wrong = pages.flatMap((page) => {
      const text = readFileSync(path.join(root, page), 'utf8');
      // In a fixture the titles of cases speak; what stands in a document may name any rule, or none.
      const said = page.startsWith('docs/') ? text : (text.match(/^#+ .*$/gm) ?? []).join('\n');
      return (said.match(code) ?? [])
        .filter((one) => !registered.has(one) && one !== ofConfig)
        .map((one) => `${page}: ${one}`);
    });
    assert.deepEqual(wrong, []);
  });

  it('is left to DOC020 by each rule that looks for rows and may find a table that is not read', () => {
    const looking = checkRules.filter(({ meta }) => meta.looksIn !== undefined);
    assert.ok(looking.length >= 20);
    for (const { code: own, meta, missing } of looking) {
      assert.ok(meta.looksIn!.length > 0 && missing !== undefined, own);
      assert.ok(meta.leavesTo?.includes('DOC020'), own);
    }
  });

  it('may be accepted or switched off by a name that is known', () => {
    for (const one of registered) assert.ok(ruleNames.includes(one), one);
  });
});
