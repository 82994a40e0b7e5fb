import assert from 'node:assert/strict';
import { checkRules, dueRules } from '../../extension/engine/index.ts';
import { inEnglish } from '../../extension/engine/model/said.ts';
import { clauseLists } from '../../extension/engine/profiles/clause-lists.ts';

describe('lists of clauses', () => {
  const rules = new Map<string, readonly string[]>(
    [...checkRules, ...dueRules].map(({ code, meta }) => [code, meta.profiles]),
  );

  it('stand for each profile that has one', () => {
    assert.deepEqual(
      clauseLists.map(({ profile, clauses }) => [profile, clauses.length]),
      [
        ['dora', 37],
        ['gdpr', 12],
        ['nis2', 11],
        ['data-act', 16],
      ],
    );
  });

  for (const { profile, clauses } of clauseLists) {
    it(`of ${profile} name rules that this profile has`, () => {
      const named = clauses.flatMap(({ id, rules: its = [] }) => its.map((code) => [id, code] as const));
      assert.ok(named.length > 0);
      const strangers = named.filter(([, code]) => {
        const profiles = rules.get(code) ?? [];
        return !profiles.includes(profile) && !profiles.includes('base');
      });
      assert.deepEqual(strangers, []);
    });

    it(`of ${profile} have each clause once, with what it is about and what it says`, () => {
      assert.equal(new Set(clauses.map(({ id }) => id)).size, clauses.length);
      for (const { id, label, says, rules: its } of clauses) {
        assert.match(inEnglish(label), /^\S[^.]*\S$/, id);
        assert.match(inEnglish(says), /^[A-Z].*\.$/, id);
        assert.notEqual(its?.length, 0, `${id}: leave rules out where there are none`);
      }
    });
  }

  it('claim of no document that it satisfies a law', () => {
    const texts = clauseLists.flatMap(({ concerns, clauses }) => [
      concerns,
      ...clauses.flatMap(({ label, says }) => [label, says]),
    ]);
    assert.deepEqual(
      texts.map((text) => inEnglish(text)).filter((text) => /compliant|complies|satisf|fulfil/i.test(text)),
      [],
    );
  });
});
