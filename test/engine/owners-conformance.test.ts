import assert from 'node:assert/strict';
import { readGithubCodeowners } from '../../extension/engine/parse/github-codeowners.ts';
import { readGitlabCodeowners } from '../../extension/engine/parse/gitlab-codeowners.ts';
import { readKubernetesOwners } from '../../extension/engine/parse/kubernetes-owners.ts';
import type { OwnerRules, OwnersPlatform, Word } from '../../extension/engine/parse/owner-rules.ts';
import { decidingRules } from '../../extension/engine/resolve/owner-matching.ts';
import github from '../conformance/codeowners-github.json' with { type: 'json' };
import gitlab from '../conformance/codeowners-gitlab.json' with { type: 'json' };
import kubernetes from '../conformance/owners-kubernetes.json' with { type: 'json' };

interface Case {
  readonly name: string;
  readonly source: string;
  readonly input: string;
}

interface RulesCase extends Case {
  readonly expected: {
    /** By path. */
    readonly owners: Readonly<Record<string, unknown>>;
    readonly skipped?: readonly (readonly [line: number, character: number, text: string])[];
    readonly sections?: readonly unknown[];
  };
}

interface OwnersCase extends Case {
  readonly expected: {
    readonly entries?: readonly unknown[];
    readonly emeritus?: readonly string[];
    readonly isAlone?: boolean;
    readonly places?: readonly (readonly number[])[];
    readonly broken?: readonly number[];
  };
}

const texts = (words: readonly Word[]): readonly string[] => words.map(({ text }) => text);

/** What of a reading a case states. */
function stated(read: OwnerRules, platform: OwnersPlatform, { expected }: RulesCase): unknown {
  const rulesFor = decidingRules(read, platform);
  const ownersOf = (path: string): unknown => {
    const rules = rulesFor(path);
    if (platform === 'gitlab')
      return Object.fromEntries(
        rules.flatMap(({ section, owners, isExclusion }) => (isExclusion ? [] : [[section, texts(owners)]])),
      );
    return rules[0] ? texts(rules[0].owners) : null;
  };
  return {
    owners: Object.fromEntries(Object.keys(expected.owners).map((path) => [path, ownersOf(path)])),
    ...(expected.skipped && {
      skipped: read.skipped.map(({ text, at }) => [at.line, at.character, text]),
    }),
    ...(expected.sections && {
      sections: read.sections.map(({ name, ...its }) => ({ name: name.text, ...its })),
    }),
  };
}

describe('files of code owners: conformance', () => {
  const files: readonly (readonly [string, readonly Case[], least: number])[] = [
    ['codeowners-github.json', github, 80],
    ['codeowners-gitlab.json', gitlab, 80],
    ['owners-kubernetes.json', kubernetes, 20],
  ];
  for (const [file, cases, least] of files)
    it(`${file} names each case once, with its source, and holds enough of them`, () => {
      const names = cases.map(({ name }) => name);
      assert.deepEqual(
        names.filter((name, i) => names.indexOf(name) !== i),
        [],
      );
      assert.deepEqual(
        cases.filter(({ source }) => !/^(?:GitHub|GitLab|git-scm\.com|Ruby|Kubernetes)\b.{10,}/.test(source)),
        [],
      );
      assert.ok(cases.length >= least);
    });

  for (const one of github as unknown as readonly RulesCase[])
    it(`GitHub: ${one.name}`, () => {
      assert.deepEqual(stated(readGithubCodeowners(one.input), 'github', one), one.expected);
    });
  for (const one of gitlab as unknown as readonly RulesCase[])
    it(`GitLab: ${one.name}`, () => {
      assert.deepEqual(stated(readGitlabCodeowners(one.input), 'gitlab', one), one.expected);
    });
  for (const { name, input, expected } of kubernetes as unknown as readonly OwnersCase[])
    it(`OWNERS: ${name}`, () => {
      const read = readKubernetesOwners(input);
      if (read.is === 'broken') {
        assert.deepEqual([read.at.line, read.at.character], expected.broken);
        return;
      }
      const approvers = read.entries.flatMap((entry) => entry.approvers);
      const entries = read.entries.map((entry) => ({
        filter: entry.filter?.text ?? null,
        approvers: texts(entry.approvers),
        reviewers: texts(entry.reviewers),
        labels: entry.labels,
      }));
      const all = {
        entries,
        emeritus: texts(read.emeritus),
        isAlone: read.isAlone,
        places: approvers.map(({ at }) => [at.line, at.character]),
        broken: undefined,
      };
      const keys = Object.keys(expected) as readonly (keyof typeof all)[];
      assert.deepEqual(Object.fromEntries(keys.map((key) => [key, all[key]])), expected);
    });

  it('GitHub: reads nothing of a file that is not under 3 MB', () => {
    const rules = (text: string): number => readGithubCodeowners(text).rules.length;
    const line = '* @anna\n';
    const filled = (bytes: number, letter: string): string =>
      `${line}# ${letter.repeat((bytes - line.length - 2) / Buffer.byteLength(letter))}`;
    const limit = 3 * 1024 * 1024;
    assert.deepEqual([rules(filled(limit - 2, 'x')), rules(filled(limit, 'x'))], [1, 0]);
    // Bytes count, not letters.
    assert.deepEqual([rules(filled(limit - 2, 'å')), rules(filled(limit, 'å'))], [1, 0]);
    assert.deepEqual([rules(filled(limit - 6, '😀')), rules(filled(limit + 2, '😀'))], [1, 0]);
    assert.deepEqual([rules(filled(limit - 1, '€')), rules(filled(limit + 2, '€'))], [1, 0]);
  });

  it('matches a pattern of many stars in no time', () => {
    const pattern = `${'*a'.repeat(50)}b`;
    const read = readGithubCodeowners(`/${pattern} @anna\n/${'**/a/'.repeat(50)}b @erik\n`);
    for (const platform of ['github', 'gitlab'] as const) {
      const rulesFor = decidingRules(read, platform);
      assert.deepEqual(rulesFor('a'.repeat(4000)), []);
      assert.deepEqual(rulesFor('a/'.repeat(2000)), []);
    }
  });
});
