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

  it('say which clause was held against the wording of the law, on a day and in which text', () => {
    for (const { readOn, checkedIn, clauses } of clauseLists) {
      assert.match(readOn, /^\d{4}-\d\d-\d\d$/);
      assert.match(inEnglish(checkedIn), /\S/);
      for (const { id, checkedOn = '2026-11-30' } of clauses)
        assert.match(checkedOn, /^\d{4}-\d\d-\d\d$/, id);
    }
    const never = clauseLists.flatMap(({ clauses }) =>
      clauses.filter(({ checkedOn }) => checkedOn === undefined),
    );
    // Whoever compares one of these with the law takes it out here.
    assert.deepEqual(
      never.map(({ id }) => id),
      ['DATA-ACT-25.2.a', 'DATA-ACT-25.2.e', 'DATA-ACT-25.2.h', 'DATA-ACT-25.3'],
    );
  });

  it('say where documents answer what rules ask for, and only that', () => {
    for (const { id, rules: its, answeredIn, named } of clauseLists.flatMap(({ clauses }) => clauses)) {
      const { sections = [], keys = [] } = answeredIn ?? {};
      assert.equal(its === undefined, answeredIn === undefined, id);
      assert.ok(answeredIn === undefined || sections.length + keys.length > 0, id);
      assert.ok(named === undefined || its !== undefined, id);
    }
  });

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
