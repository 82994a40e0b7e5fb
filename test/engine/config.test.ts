import assert from 'node:assert/strict';
import { say } from '../../extension/engine/model/said.ts';
import fc from 'fast-check';
import { createEngine, type Finding } from '../../extension/engine/index.ts';
import { readConfig } from '../../extension/engine/parse/config.ts';
import { isRuleName, ruleNames } from '../../extension/engine/rules/generated/rule-names.ts';
import { applyEdits } from '../support/apply-edits.ts';
import { processorTime } from '../support/processor-time.ts';

describe('the config', () => {
  describe('holds', () => {
    for (const [text, key, value] of [
      ['', 'engagements', undefined],
      ['# nothing\n', 'profiles', []],
      ['version: 1\n', 'profiles', []],
      ['engagements: ["vendors/*", partners/acme]\n', 'engagements', ['vendors/*', 'partners/acme']],
      ['engagements:\n- vendors/*\n- "."\n', 'engagements', ['vendors/*', '.']],
      ['engagements: []\n', 'engagements', []],
      ['profile: full\n', 'profiles', ['full']],
      ['profile: [dora, gdpr]\n', 'profiles', ['dora', 'gdpr']],
      [
        'rules:\n  sla004: off\n  Reference-Resolves: hint\n',
        'rules',
        { SLA004: 'off', 'reference-resolves': 'hint' },
      ],
      ['rules: {SLA004: error, "DOC003": info}\n', 'rules', { SLA004: 'error', DOC003: 'info' }],
      ['rules: {}\n', 'rules', {}],
      [
        'aliases:\n  Service levels: [SLOs]\n  Servicenivåer.Mål: [Goal]\n',
        'aliases',
        { 'Service levels': ['SLOs'], 'Servicenivåer.Mål': ['Goal'] },
      ],
      ['zone: Europe/Stockholm\n', 'zone', 'Europe/Stockholm'],
      ['zone: UTC\n', 'zone', 'UTC'],
      ['language: sv\n', 'language', 'sv'],
      ['holidays: SE\n', 'holidays', ['SE']],
      ['holidays: SE, eves, 2026-12-31\n', 'holidays', ['SE', 'eves', '2026-12-31']],
      ['holidays: [IN-WB, NO]\n', 'holidays', ['IN-WB', 'NO']],
      ['people_metrics: off\n', 'profiles', []],
      ['signed_commits: required\n', 'needsSignedCommits', true],
      ['snapshots: [knowledge/a.json, ./b.json, b.json]\n', 'snapshots', ['knowledge/a.json', 'b.json']],
      ['\ufeffprofile: full\r\nlanguage: en\r\n', 'profiles', ['full']],
      ['{profile: full, "language": en}', 'language', 'en'],
    ] as const) {
      it(JSON.stringify(text), () => {
        const { config, problems } = read(text);
        assert.deepEqual(problems, []);
        const its = config[key];
        assert.deepEqual(its instanceof Map ? Object.fromEntries(its) : its, value);
      });
    }
  });

  describe('says', () => {
    /** Between ‹ and › stands the place of the finding. */
    for (const [id, marked, message] of [
      ['syntax', 'profile: [full\n‹l›anguage: en\n', /does not read as YAML: /],
      ['syntax', 'profile: full\n‹p›rofile: dora\n', /duplicated mapping key/],
      ['syntax', 'a: &a [*b‹]›\n', /unidentified alias/],
      ['syntax', 'e:\r‹t›\r\n', /a multiline key may not be an implicit key/],
      ['syntax', 'e: "\\‹\u{1f600}›"', /unknown escape sequence/],
      ['notMap', '‹- full›\n', /must hold keys and values/],
      ['notMap', '‹full›', /must hold keys and values/],
      [
        'unknownKey',
        'profile: full\n‹colour›: red\n',
        /"colour" is unknown: it may be version, engagements, profile/,
      ],
      ['unknownKey', '‹__proto__›: 1\n', /"__proto__" is unknown/],
      ['unknownKey', '‹constructor›: 1\n', /"constructor" is unknown/],
      ['unknownKey', '"‹a key›": 1\n', /"a key" is unknown/],
      ['unknownKey', "'‹it›' : 1\n", /"it" is unknown/],
      ['unknownKey', '‹{}: 1›\n', /"\{\.\.\.\}" is unknown/],
      ['unknownKey', '"‹[object Object]›": 1\n', /"\[object Object\]" is unknown/],
      ['unknownRule', '‹rules›:\n  {}: off\n', /"\{\.\.\.\}" is no rule/],
      ['nearKey', '‹profiles›: full\n', /did you mean "profile"\?/],
      ['nearKey', '\ufeff‹langage›: en\r\n', /did you mean "language"\?/],
      ['nearKey', '\ufeff# A comment\r\n\r\nzone: UTC\r\n‹holiday›: SE\r\n', /did you mean "holidays"\?/],
      ['unknownRule', 'rules:\n  ‹XYZ999›: off\n', /"XYZ999" is no rule/],
      ['unknownRule', 'rules:\n  ‹__proto__›: off\n', /"__proto__" is no rule/],
      [
        'nearRule',
        'aliases:\n  Service levels: [reference-resolve]\nrules:\n  ‹reference-resolve›: off\n',
        /did you mean "reference-resolves"\?/,
      ],
      ['nearRule', 'rules: {SLA004: off, ‹reference-resolve›: off}\n', /did you mean "reference-resolves"\?/],
      ['nearRule', 'rules:\n  "‹reference-resolve›": off\n', /did you mean "reference-resolves"\?/],
      ['unknownPlace', 'aliases:\n  ‹Srvice lvls›: [x]\n', /"Srvice lvls" is no section or column/],
      [
        'unknownPlace',
        'aliases:\n  ‹Service levels.Tgt›: [x]\n',
        /"Service levels.Tgt" is no section or column/,
      ],
      ['value', 'version: ‹2›\n', /"2" does not fit "version": write 1/],
      [
        'value',
        'engagements: ‹vendors/*› # all of them\n',
        /"vendors\/\*" does not fit "engagements": write a list/,
      ],
      ['value', 'engagements: [vendors, ‹3›]\n', /"3" does not fit "engagements"/],
      ['value', 'engagements:\n- a\n- ‹(a+)+b›\n', /"\(a\+\)\+b" does not fit "engagements"/],
      ['value', 'engagements: [‹a*b*c*d*e*f›]\n', /does not fit "engagements"/],
      ['value', 'profile: ‹ful›\n', /"ful" does not fit "profile": it may be base, full, dora, gdpr, nis2/],
      ['value', 'profile: [full, ‹Dora›]\n', /"Dora" does not fit "profile"/],
      ['value', 'profile:\n  - full\n  - ‹iso›\n', /"iso" does not fit "profile"/],
      ['value', 'profile: ‹[]›\n', /"\[\]" does not fit "profile"/],
      ['value', '‹profile›:\nlanguage: en\n', /"profile" does not fit "profile"/],
      ['value', 'rules: ‹off›\n', /"off" does not fit "rules"/],
      [
        'value',
        'rules:\n  SLA004: ‹loud› # too loud\n',
        /"loud" does not fit "SLA004": it may be off, hint, info, warning, error/,
      ],
      ['value', 'rules: {SLA004: ‹loud›, DOC003: off}\n', /"loud" does not fit "SLA004"/],
      ['value', 'rules: {DOC003: off, SLA004: ‹loud›}\n', /"loud" does not fit "SLA004"/],
      ['value', 'aliases:\n  Service levels: ‹SLOs›\n', /"SLOs" does not fit "Service levels"/],
      ['value', 'zone: ‹CET›\n', /"CET" does not fit "zone": write a time zone such as Europe\/Stockholm/],
      ['value', 'zone: ‹Mars/Base›\n', /"Mars\/Base" does not fit "zone"/],
      ['value', 'zone: ‹1›\n', /"1" does not fit "zone"/],
      ['value', 'language: ‹fi›\n', /"fi" does not fit "language": it may be en, sv/],
      ['value', 'holidays: SE, ‹XX›\n', /"XX" does not fit "holidays"/],
      ['value', 'holidays: [SE, ‹2026-02-30›]\n', /"2026-02-30" does not fit "holidays"/],
      ['value', 'holidays: ‹3›\n', /"3" does not fit "holidays"/],
      [
        'value',
        'snapshots: [‹../b.json›]\n',
        /"\.\.\/b\.json" does not fit "snapshots": write a list of files/,
      ],
      ['value', 'people_metrics: ‹yes›\n', /"yes" does not fit "people_metrics": it may be team, off/],
    ] as const) {
      it(`${id}: ${JSON.stringify(marked)}`, async () => {
        const start = marked.indexOf('‹');
        const end = marked.indexOf('›') - 1;
        const text = marked.replace(/[‹›]/g, '');
        const { problems } = read(text);
        assert.deepEqual(
          problems.map((problem) => [problem.id, problem.span.start, problem.span.end]),
          [[id, start, end]],
        );
        const finding = (await findingsOf(text)).find(({ code }) => code === 'CFG001');
        assert.match(finding!.message, message);
        assert.deepEqual(
          [finding!.code, finding!.severity, finding!.path, finding!.messageId],
          ['CFG001', 'error', 'outrigger.yml', id],
        );
        assert.ok(!finding!.message.includes('{{'));
      });
    }

    it('that it is too large, or cannot be read, and then names it as unreadable', async () => {
      const [problem] = read(`# ${'x'.repeat(64 * 1024)}\n`).problems;
      assert.deepEqual([problem?.id, problem?.data], ['syntax', { reason: say('it is larger than 64 KiB') }]);
      for (const [content, message] of [
        [{ kind: 'unreadable', reason: say('permission denied') }, /cannot be read: permission denied/],
        [{ kind: 'tooLarge', bytes: 1e9 }, /cannot be read: it is larger than 64 KiB/],
      ] as const) {
        const engine = createEngine({
          workspace: { list: () => [], read: () => content, exists: () => false },
        });
        await engine.load();
        const { findings, unreadable } = engine.check();
        assert.match(findings[0]!.message, message);
        assert.deepEqual(unreadable, ['outrigger.yml']);
      }
    });
  });

  it('keeps what fits beside what does not', () => {
    const { config, problems } = read(
      'version: 3\nprofile: [full, iso]\nrules:\n  DOC003: off\n  SLA004: loud\n  XYZ: off\naliases:\n  Nowhere: [a]\n  Teams: [Crews]\n  People: Folk\nholidays: SE, XX\nengagements: [a, "(b)"]\nzone: CET\nlanguage: en\n',
    );
    assert.deepEqual(
      {
        ...config,
        rules: [...config.rules],
        aliases: [...config.aliases],
        engagementSpans: [...config.engagementSpans],
        snapshotSpans: [...config.snapshotSpans],
      },
      {
        engagements: ['a'],
        engagementSpans: [['a', { start: 166, end: 167 }]],
        snapshots: [],
        snapshotSpans: [],
        profiles: ['full'],
        rules: [['DOC003', 'off']],
        aliases: [['Teams', ['Crews']]],
        zone: undefined,
        language: 'en',
        holidays: ['SE'],
        countsPeople: true,
        needsSignedCommits: false,
      },
    );
    assert.equal(problems.length, 9);
  });

  it('counts what people did, by team, unless it says not to', () => {
    for (const value of ['team', 'off']) {
      const { config, problems } = read(`people_metrics: ${value}\n`);
      assert.equal(config.countsPeople, value === 'team');
      assert.deepEqual(problems, []);
    }
  });

  it('is repaired by its fixes, which touch nothing else', async () => {
    const text = '\ufeff# mine\nprofil: full\nrules: {reference-resolve: off, DOC014: hint}\n';
    const fixes = (await findingsOf(text)).flatMap(({ fixes: its }) => its);
    const after = applyEdits(
      text,
      fixes.flatMap(({ edits }) => edits),
    );
    assert.equal(after, '\ufeff# mine\nprofile: full\nrules: {reference-resolves: off, DOC014: hint}\n');
    assert.deepEqual(await findingsOf(after), []);
  });

  it('offers no fix where the place of a key is not plain', () => {
    for (const text of [
      '{profil: full}\n',
      '"profi\\u006C": full\n',
      '? profil\n: full\n',
      'rules:\n  ? reference-resolve\n  : off\n',
    ])
      assert.deepEqual(
        read(text).problems.map(({ replacement }) => replacement),
        [undefined],
        text,
      );
  });

  it('bears hostile texts', () => {
    const bomb = `a: &a0 [x, x]\n${Array.from({ length: 60 }, (_, i) => `k${i}: &a${i + 1} [*a${i}, *a${i}]\n`).join('')}engagements: *a60\nholidays: *a60\nprofile: *a60\nrules: *a60\n`;
    const many = (line: (i: number) => string, head = ''): string =>
      head + Array.from({ length: 3000 }, (_, i) => line(i)).join('');
    for (const text of [
      bomb,
      `engagements: ${'['.repeat(20_000)}`,
      many((i) => `key${i}: 1\n`),
      many((i) => `  r${i}: off\n`, 'rules:\n'),
      many((i) => `  r${i}: x\n`, 'rules:\n'),
      many((i) => `- (${i})\n`, 'engagements:\n'),
      many((i) => `  a${i}: [x]\n`, 'aliases:\n'),
      `holidays: ${'X,'.repeat(30_000)}`,
      `zone: ${'a'.repeat(60_000)}\n`,
      `"${'\\\\'.repeat(30_000)}`,
      `${' '.repeat(60_000)}x`,
    ]) {
      const taken = processorTime();
      assert.ok(read(text).problems.length > 0, text.slice(0, 40));
      assert.ok(taken() < 1500, text.slice(0, 40));
    }
  }).timeout(10_000);

  it('never throws, and never points outside of the file', () => {
    const piece = fc.constantFrom(
      'rules',
      'profile',
      'aliases',
      'holidays',
      'DOC003',
      'SE',
      ':',
      ': ',
      ' ',
      '\n',
      '\r\n',
      '  ',
      '- ',
      '[',
      ']',
      '{',
      '}',
      ',',
      '"',
      "'",
      '#',
      '&a',
      '*a',
      '|',
      '>',
      '? ',
      '\ufeff',
      '\0',
      'x',
      '1',
      '\ud800',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
        const text = pieces.join('');
        for (const { span } of read(text).problems)
          assert.ok(0 <= span.start && span.start <= span.end && span.end <= text.length);
      }),
      { numRuns: 2000 },
    );
  });

  it('is read in time that grows with its size, whatever stands in it', () => {
    const shapes: readonly ((units: number) => string)[] = [
      (n) => `rules:\n  a${' '.repeat(n)}b: off\n`,
      (n) => `zone: a${','.repeat(n)}b\n`,
      (n) => Array.from({ length: n / 10 }, (_, i) => `ab${i}: x\n`).join(''),
      (n) => `zone: ${'['.repeat(n)}`,
      (n) => `zone:\n${'- '.repeat(n / 2)}x\n`,
    ];
    for (const of of shapes) {
      const few = of(6000);
      const many = of(60_000);
      const cost = (text: string, times: number): number => {
        const taken = processorTime();
        for (let i = 0; i < times; i++) assert.ok(read(text).problems.length > 0);
        return taken() / times;
      };
      // The best of several runs: the machine may be busy. What grows with the square takes a hundred times as long.
      let least = Infinity;
      for (let run = 0; run < 5 && least > 25; run++)
        least = Math.min(least, cost(many, 1) / Math.max(cost(few, 5), 1));
      assert.ok(least <= 25, `${least.toFixed(1)} times for ten times as much: ${few.slice(0, 20)}`);
    }
  }).timeout(60_000);
});

function read(text: string): ReturnType<typeof readConfig> {
  return readConfig(text, isRuleName, ruleNames);
}

async function findingsOf(text: string): Promise<readonly Finding[]> {
  const engine = createEngine({
    workspace: {
      list: () => [],
      read: (path) => (path === 'outrigger.yml' ? { kind: 'text', text } : undefined),
      exists: () => false,
    },
  });
  await engine.load();
  return engine.check().findings;
}
