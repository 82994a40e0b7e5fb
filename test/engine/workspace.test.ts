import assert from 'node:assert/strict';
import {
  createEngine,
  type Engine,
  type EngineOptions,
  type FileContent,
} from '../../extension/engine/index.ts';
import { processorTime } from '../support/processor-time.ts';

const people =
  '\n## People\n\n| Person | Party | Role |\n| --- | --- | --- |\n| anna | client | manager |\n| bo | supplier | lead |\n';
const keys = 'client: C\nsupplier: S\nstart: 2026-01-01\nowner: anna\ncounterpart: bo\n';

function engagement(more = 'phase: delivery', status = 'active'): string {
  return `---\nkind: engagement\ntitle: Engagement\nstatus: ${status}\n${keys}${more}\n---\n${people}`;
}

/** A document with one owner, and one objective of each name. */
function goals(owner: string, objectives: readonly string[] = ['One'], status = 'active'): string {
  const rows = objectives.map((name) => `| ${name} | ${owner} |\n`).join('');
  return `---\nkind: goals\ntitle: Goals\nstatus: ${status}\nowner: anna\n---\n\n## Objectives\n\n| Objective | Owner |\n| --- | --- |\n${rows}`;
}

/** An SLA with one obligation whose text is a link, a place where links are data. */
function plan(link: string): string {
  return `---\nkind: exit-plan\ntitle: Plan\nstatus: active\nowner: anna\nprepare: 1 month\nhandover: 1 month\n---\n\n## Evidence of it\n\n## Handover items\n\n| Item | Kind | Belongs to | How |\n| --- | --- | --- | --- |\n| [Wiki](${link}) | knowledge | client | copy |\n`;
}

type Files = Readonly<Record<string, string | FileContent>>;

describe('the workspace', () => {
  describe('finds engagements', () => {
    it('by the file engagement.md, and the nearest one governs', async () => {
      const engine = await engineOver({
        'a/engagement.md': engagement(),
        'a/goals.md': goals('anna'),
        'a/deep/er/goals.md': goals('anna', ['Two']),
        'a/b/engagement.md': engagement(),
        'a/b/goals.md': goals('carl'),
        'c/goals.md': goals('nobody'),
        'goals.md': goals('nobody'),
      });
      assert.deepEqual(documentsIn(engine), {
        a: ['a/deep/er/goals.md', 'a/engagement.md', 'a/goals.md'],
        'a/b': ['a/b/engagement.md', 'a/b/goals.md'],
      });
      assert.deepEqual(said(engine, 'DOC003'), ['a/b/goals.md "carl"']);
    });

    it('of any file name below a folder that is looked at', async () => {
      const engine = await engineOver({
        'engagement.md': engagement(),
        'sub/agreement.md': engagement(),
        'sub/goals.md': goals('anna'),
      });
      assert.deepEqual(documentsIn(engine), {
        '': ['engagement.md'],
        sub: ['sub/agreement.md', 'sub/goals.md'],
      });
    });

    for (const [glob, folder] of [
      ['vendors/*', 'vendors/acme'],
      ['vendors/acme/', 'vendors/acme'],
      ['./vendors/acme', 'vendors/acme'],
      ['**', 'vendors/acme'],
      ['.', ''],
      ['./', ''],
      ['**', ''],
      ['.hidden/*', '.hidden/acme'],
    ] as const) {
      it(`by the config: ${glob} holds "${folder}"`, async () => {
        const at = (name: string): string => (folder === '' ? name : `${folder}/${name}`);
        const engine = await engineOver({
          'outrigger.yml': `engagements: ["${glob}"]\n`,
          [at('agreement.md')]: engagement(),
          [at('goals.md')]: goals('anna'),
        });
        assert.deepEqual(documentsIn(engine), { [folder]: [at('agreement.md'), at('goals.md')] });
      });
    }

    it('nowhere else than the config says', async () => {
      const engine = await engineOver({
        'outrigger.yml': 'engagements: ["vendors/*"]\n',
        'engagement.md': engagement(),
        'vendors/engagement.md': engagement(),
        'vendors/a/b/goals.md': goals('nobody'),
      });
      assert.deepEqual(documentsIn(engine), {});
    });

    it('and reads no file of a workspace without one', async () => {
      const reads: string[] = [];
      const engine = createEngine({
        workspace: {
          list: () => ['a.md', 'b/c.md', 'engagement.txt'],
          read(path) {
            reads.push(path);
            return undefined;
          },
          exists: () => false,
        },
      });
      await engine.load();
      assert.deepEqual([reads, engine.check().summary.engagements], [['outrigger.yml'], 0]);
    });

    it('with two engagement documents in one folder: the first by path leads, the second is reported', async () => {
      const engine = await engineOver({
        'engagement.md': engagement(),
        'other.md': engagement('phase: closed'),
        'goals.md': goals('nobody'),
      });
      assert.deepEqual(said(engine, 'DOC017'), ['other.md "engagement.md"']);
      assert.deepEqual(said(engine, 'DOC003'), ['goals.md "nobody"']);
    });

    it('with an ended document beside its successor: the active one leads', async () => {
      const engine = await engineOver({
        'agreement-2024.md': engagement('phase: closed', 'ended'),
        'engagement.md': engagement(),
        'goals.md': goals('nobody'),
      });
      assert.deepEqual(said(engine, 'DOC017'), []);
      assert.deepEqual(said(engine, 'DOC003'), ['goals.md "nobody"']);
    });
  });

  describe('ends', () => {
    const files = { 'goals.md': goals('nobody', ['One', 'Two', 'Two']), 'plan.md': plan('gone.md') };

    it('every document once the phase is closed: only identity speaks', async () => {
      const engine = await engineOver({ ...files, 'engagement.md': engagement('phase: closed') });
      assert.deepEqual(codes(engine), ['DOC002 goals.md']);
    });

    it('every document of an engagement document that is closed and has ended itself', async () => {
      const engine = await engineOver({ ...files, 'engagement.md': engagement('phase: closed', 'ended') });
      assert.deepEqual(codes(engine), ['DOC002 goals.md']);
    });

    it('nothing because of a draft', async () => {
      const engine = await engineOver({ ...files, 'engagement.md': engagement('phase: closed', 'draft') });
      assert.ok(said(engine, 'DOC003').includes('goals.md "nobody"'));
    });

    it('one document by its status; links to it resolve, names in it do not', async () => {
      const engine = await engineOver({
        'engagement.md': engagement(),
        'old.md': goals('nobody', ['Past', 'Past'], 'ended'),
        'plan.md': plan('old.md#objectives'),
        'sla.md':
          '---\nkind: sla\ntitle: Sla\nstatus: active\nowner: anna\ncounterpart: bo\nmeasured_over: calendar month\n---\n\n## Service levels\n\n| Service | Measure | Target | Measured by | Serves |\n| --- | --- | --- | --- | --- |\n| API | availability | 99 % | probe | Past |\n\n## Services\n\n| Service |\n| --- |\n| API |\n',
      });
      assert.deepEqual(codes(engine), ['DOC002 old.md', 'DOC003 sla.md']);
      assert.match(engine.check().findings[1]!.message, /"Past" stands only in a document that has ended/);
    });
  });

  describe('keeps drafts apart', () => {
    it('rows of a draft satisfy references, and what is missing is asked, not said', async () => {
      const engine = await engineOver({
        'engagement.md': engagement(),
        'team.md':
          '---\nkind: people\ntitle: People\n---\n\n## People\n\n| Person | Party | Role |\n| --- | --- | --- |\n| dora | client | |\n',
        'goals.md': goals('dora'),
      });
      assert.deepEqual(codes(engine), ['DOC022 team.md']);
      assert.deepEqual(
        engine.questions().map(({ path }) => path),
        ['team.md'],
      );
    });

    it('no finding of an active document changes when drafts come', async () => {
      const files = {
        'engagement.md': engagement(),
        'goals.md': goals('anna', ['One', 'Two']),
        'plan.md': plan('goals.md'),
      };
      const alone = await engineOver(files);
      const beside = await engineOver({
        ...files,
        'a-draft.md': goals('anna', ['One', 'Three', 'Three'], 'draft'),
        'engagement-draft.md': engagement('phase: exit', 'draft'),
      });
      const ofActive = (engine: Engine): unknown =>
        engine.check().findings.filter(({ path }) => path in files);
      assert.deepEqual(ofActive(beside), ofActive(alone));
      assert.ok(
        said(beside, 'DOC002').every(
          (line) => line.startsWith('a-draft.md') || line.startsWith('engagement-draft.md'),
        ),
      );
    });
  });

  describe('takes severities and profiles', () => {
    const files = { 'engagement.md': engagement(), 'goals.md': goals('nobody') };
    for (const key of [
      'DOC003',
      'doc003',
      'Doc003',
      'reference-resolves',
      'Reference-Resolves',
      '" DOC003 "',
    ]) {
      it(`of a rule by ${key}`, async () => {
        const off = await engineOver({ ...files, 'outrigger.yml': `rules:\n  ${key}: off\n` });
        assert.deepEqual(codes(off), []);
        const hint = await engineOver({ ...files, 'outrigger.yml': `rules:\n  ${key}: hint\n` });
        assert.deepEqual(
          hint.check().findings.map(({ severity }) => severity),
          ['hint'],
        );
      });
    }

    it('by code before those by name', async () => {
      const engine = await engineOver({
        ...files,
        'outrigger.yml': 'rules:\n  DOC003: info\n  reference-resolves: off\n',
      });
      assert.deepEqual(
        engine.check().findings.map(({ severity }) => severity),
        ['info'],
      );
    });

    it('so that a rule outside of the profile is switched on', async () => {
      const engine = await engineOver({
        ...files,
        'outrigger.yml': 'rules:\n  ENG003: error\n  DOC003: off\n',
      });
      assert.ok(engine.check().findings.every(({ code }) => code !== 'DOC003'));
    });

    it('as the union of config and engagement, or as the caller says instead', async () => {
      const its = {
        ...files,
        'engagement.md': engagement('phase: delivery\nprofiles: gdpr'),
        'outrigger.yml': 'profile: full\n',
      };
      assert.deepEqual((await engineOver(its)).check().profiles, ['base', 'full', 'gdpr']);
      assert.deepEqual((await engineOver(its, { profiles: ['nis2'] })).check().profiles, ['base', 'nis2']);
      assert.deepEqual((await engineOver(its, { profiles: [] })).check().profiles, ['base']);
    });

    it('of each engagement by itself', async () => {
      const engine = await engineOver({
        'a/engagement.md': engagement('phase: delivery\nprofiles: full'),
        'b/engagement.md': engagement(),
      });
      assert.deepEqual(
        engine.engagements().map(({ profiles }) => profiles),
        [['base', 'full'], ['base']],
      );
    });
  });

  describe('resolves links', () => {
    const around = {
      'e/engagement.md': engagement(),
      'e/my file.md': goals('anna', ['A']),
      'e/what?.md': goals('anna', ['B']),
      'e/100%.md': goals('anna', ['C']),
      'e/free.md': '# Free text\n\n## Über uns\n\n## Twice\n\n## Twice\n',
      'outside/read me.md': '# Hello\n',
      'pictures/logo.png': 'binary',
      'top.md': '# Top\n',
    };
    for (const [link, resolves] of [
      ['my%20file.md', true],
      ['<my file.md>', true],
      ['my%20file.md#objectives', true],
      ['my%20file.md#objective', false],
      ['what%3F.md', true],
      ['free.md?plain=1', true],
      ['free.md?plain=1#twice-1', true],
      ['free.md#twice-2', false],
      ['free.md#%C3%BCber-uns', true],
      ['free.md#Free-Text', true],
      ['free.md#', true],
      ['100%25.md', true],
      ['100%.md', true],
      ['#handover-items', true],
      ['#nothing', false],
      ['./free.md', true],
      ['../e/free.md', true],
      ['../outside/read%20me.md', true],
      ['../outside/read%20me.md#of-files-that-were-not-read-the-file-is-enough', true],
      ['/top.md', true],
      ['/e/free.md#twice', true],
      ['/free.md', false],
      ['../../top.md', false],
      ['../../../../../etc/passwd', false],
      ['..', true],
      ['/', true],
      ['.', true],
      ['../outside', true],
      ['../outside/', true],
      ['../nowhere/', false],
      ['../pictures/logo.png', true],
      ['../pictures/other.png', false],
      ['https://example.com/x.md', true],
      ['//example.com/x.md', true],
      ['mailto:a@example.com', true],
      ['constructor', false],
      ['__proto__', false],
      ['free.md#constructor', false],
    ] as const) {
      it(`${link} ${resolves ? 'resolves' : 'leads nowhere'}`, async () => {
        const engine = await engineOver({ ...around, 'e/plan.md': plan(link) });
        const links = engine
          .check()
          .findings.filter(({ code, path }) => code === 'DOC003' && path === 'e/plan.md');
        assert.equal(links.length, resolves ? 0 : 1);
      });
    }

    it('to a file that could not be read by the file alone', async () => {
      const engine = await engineOver({
        ...around,
        'e/big.md': { kind: 'tooLarge', bytes: 1e9 },
        'e/plan.md': plan('big.md#somewhere'),
      });
      assert.deepEqual(said(engine, 'DOC003'), []);
    });
  });

  describe('accepts deviations', () => {
    const lead = (where: string, rule = 'SLA016'): string =>
      `${engagement()}\n## Accepted deviations\n\n| Rule | Reason | Approved by | Until | Where |\n| --- | --- | --- | --- | --- |\n| ${rule} | because | anna | 2020-01-01 | ${where} |\n`;
    /** Levels that SLA016 reports, each at its internal target. */
    const sla = (title: string, levels: readonly (readonly [string, string])[]): string =>
      `---\nkind: sla\ntitle: ${title}\nstatus: active\nowner: anna\ncounterpart: bo\nmeasured_over: calendar month\n---\n\n# ${title}\n\n## Services\n\n| Service |\n| --- |\n${levels.map(([service]) => `| ${service} |\n`).join('')}\n## Service levels\n\n| Service | Measure | Target | Measured by | Internal target |\n| --- | --- | --- | --- | --- |\n${levels.map(([service, measure]) => `| ${service} | ${measure} | 99 % | probe | 98 % |\n`).join('')}`;
    const files = {
      'a/sla.md': sla('First', [
        ['API', 'availability'],
        ['API', 'quality'],
        ['Web, old', 'quality'],
      ]),
      'a/more.md': sla('Second', [['Mail', 'quality']]),
    };
    const all = [
      'a/sla.md API availability',
      'a/sla.md API quality',
      'a/sla.md Web, old quality',
      'a/more.md Mail quality',
    ];
    const [api, apiQuality, web, mail] = all as [string, string, string, string];

    for (const [where, accepted] of [
      ['', all],
      ['[sla](sla.md)', [api, apiQuality, web]],
      ['[sla](sla.md#first)', [api, apiQuality, web]],
      ['[sla](sla.md#service-levels)', [api, apiQuality, web]],
      ['[sla](sla.md#services)', []],
      ['[sla](sla.md), [more](more.md)', all],
      ['[sla](sla.md): API', [api, apiQuality]],
      ['[sla](sla.md#service-levels): api', [api, apiQuality]],
      ['[sla](sla.md#service-levels): API, availability', [api]],
      ['[sla](sla.md#service-levels): API, availability, Internal target', [api]],
      ['[sla](sla.md#service-levels): API,quality, Internt mål', [apiQuality]],
      ['[sla](sla.md#service-levels): API, availability, Target', []],
      ['[sla](sla.md#service-levels): API, Internal target', [api, apiQuality]],
      ['[sla](sla.md): Web, old', [web]],
      ['[sla](sla.md): Web, old, quality, Internal target', [web]],
      ['[sla](sla.md#services): API', []],
      ['[sla](sla.md): Mail', []],
      ['[sla](sla.md): Web, [more](more.md): Mail', [mail]],
      ['[sla](sla.md): claim_within', []],
      ['API', [api, apiQuality]],
      ['  WEB,  old ', [web]],
      ['API, quality', [apiQuality]],
      ['second', [mail]],
      ['[gone](gone.md)', []],
      ['[gone](sla.md#gone)', []],
      ['nothing', []],
    ] as const) {
      it(`at "${where}"`, async () => {
        const engine = await engineOver({ 'a/engagement.md': lead(where), ...files }, { profiles: ['full'] });
        const { findings, summary } = engine.check();
        const left = findings
          .filter(({ code }) => code === 'SLA016')
          .map(({ path, range }) => {
            const lines = files[path as keyof typeof files].split('\n');
            const [service = '', measure = ''] = lines[range.start.line]!.slice(2).split(' | ');
            return `${path} ${service} ${measure}`;
          });
        assert.deepEqual(
          all.filter((one) => !left.includes(one)),
          [...accepted],
        );
        assert.equal(summary.accepted, accepted.length);
      });
    }

    it('at a front matter key', async () => {
      const term = (where: string): Files => ({
        'engagement.md': lead(where, 'ENG001').replace('phase: delivery', 'phase: delivery\nend: 2025-01-01'),
      });
      const codesAt = async (where: string): Promise<readonly string[]> =>
        codes(await engineOver(term(where)));
      assert.deepEqual(await codesAt('[engagement](engagement.md): start'), ['ENG001 engagement.md']);
      assert.deepEqual(await codesAt('[engagement](engagement.md): end'), []);
    });

    it('of no rule about reading, identity or reference', async () => {
      const engine = await engineOver({ 'engagement.md': lead('', 'DOC003'), 'goals.md': goals('nobody') });
      assert.deepEqual(codes(engine), ['DOC003 goals.md']);
    });

    it('only as rows of active documents, with reason, approver and end', async () => {
      for (const change of [
        (text: string): string => text.replace('| because |', '| |'),
        (text: string): string => text.replace('| anna | 2020-01-01 |', '| | 2020-01-01 |'),
        (text: string): string => text.replace('| 2020-01-01 |', '| |'),
        (text: string): string => text.replace('| 2020-01-01 |', '| TBD |'),
      ]) {
        const engine = await engineOver(
          { 'a/engagement.md': change(lead('')), ...files },
          { profiles: ['full'] },
        );
        assert.equal(engine.check().summary.accepted, 0);
      }
    });
  });

  describe('answers after an update as if it had been read anew', () => {
    it('when the engagement document goes and comes back, and a neighbour changes in between', async () => {
      const live = await liveEngine({ 'a/engagement.md': engagement(), 'a/goals.md': goals('nobody') });
      await live.put('a/engagement.md', undefined);
      assert.equal(live.engine.check().summary.documents, 0);
      await live.put('a/goals.md', goals('nobody else'));
      await live.put('a/engagement.md', engagement());
      assert.deepEqual(said(live.engine, 'DOC003'), ['a/goals.md "nobody else"']);
    });

    it('when a folder that links lead to is no engagement any more', async () => {
      const live = await liveEngine({
        'a/engagement.md': engagement(),
        'a/plan.md': plan('../b/goals.md#no-such-heading'),
        'b/engagement.md': engagement(),
        'b/goals.md': goals('anna'),
      });
      assert.deepEqual(codes(live.engine), ['DOC003 a/plan.md']);
      await live.put('b/engagement.md', undefined);
      assert.deepEqual(codes(live.engine), []);
      await live.put('b/engagement.md', engagement());
      assert.deepEqual(codes(live.engine), ['DOC003 a/plan.md']);
    });

    it('when targets of links come and go, inside and outside of engagements', async () => {
      for (const [link, path] of [
        ['free.md', 'a/free.md'],
        ['free.md#here', 'a/free.md'],
        ['../notes/free.md', 'notes/free.md'],
        ['../notes', 'notes/free.md'],
        ['logo.png', 'a/logo.png'],
      ] as const) {
        const live = await liveEngine({ 'a/engagement.md': engagement(), 'a/plan.md': plan(link) });
        assert.deepEqual(codes(live.engine), ['DOC003 a/plan.md'], link);
        await live.put(path, '# Here\n');
        assert.deepEqual(codes(live.engine), [], link);
        await live.put(path, undefined);
        assert.deepEqual(codes(live.engine), ['DOC003 a/plan.md'], link);
      }
    });

    it('when a heading that a link leads to is renamed', async () => {
      const live = await liveEngine({
        'a/engagement.md': engagement(),
        'a/plan.md': plan('free.md#one-two'),
        'a/free.md': '# One two\n',
      });
      assert.deepEqual(codes(live.engine), []);
      // Two anchors that read like one when they are joined.
      await live.put('a/free.md', '# One\n\n## Two\n');
      assert.deepEqual(codes(live.engine), ['DOC003 a/plan.md']);
      await live.put('a/free.md', '# One two\n');
      assert.deepEqual(codes(live.engine), []);
    });

    it('when drafts turn active and back, and documents end', async () => {
      const live = await liveEngine({
        'engagement.md': engagement(),
        'goals.md': goals('carl'),
        'people.md':
          '---\nkind: people\ntitle: P\nstatus: draft\n---\n\n## People\n\n| Person | Party | Role |\n| --- | --- | --- |\n| carl | client | |\n',
      });
      const text = live.text('people.md');
      for (const status of ['active', 'ended', 'draft', 'active', 'draft', 'ended'])
        await live.put('people.md', text.replace('status: draft', `status: ${status}`));
      for (const status of ['draft', 'ended', 'active'])
        await live.put('engagement.md', engagement('phase: delivery', status));
      for (const phase of ['closed', 'exit', 'closed', 'delivery'])
        await live.put('engagement.md', engagement(`phase: ${phase}`));
    });

    it('when a file moves from one engagement to another', async () => {
      const live = await liveEngine({
        'a/engagement.md': engagement(),
        'b/engagement.md': engagement().replaceAll('anna', 'carl'),
        'a/goals.md': goals('anna'),
      });
      const text = live.text('a/goals.md');
      await live.put('a/goals.md', undefined);
      await live.put('b/goals.md', text);
      assert.deepEqual(said(live.engine, 'DOC003'), ['b/goals.md "anna"', 'b/goals.md "anna"']);
      await live.put('a/goals.md', text);
      await live.put('b/goals.md', undefined);
    });

    it('when an engagement begins below another', async () => {
      const live = await liveEngine({
        'engagement.md': engagement(),
        'sub/goals.md': goals('anna'),
        'sub/note.md': '# Free\n',
      });
      await live.put('sub/note.md', engagement().replaceAll('anna', 'carl'));
      assert.deepEqual(said(live.engine, 'DOC003'), ['sub/goals.md "anna"', 'sub/goals.md "anna"']);
      await live.put('sub/note.md', '# Free\n');
      assert.deepEqual(codes(live.engine), []);
    });

    it('when the config changes severities, profiles and words', async () => {
      const live = await liveEngine({
        'engagement.md': engagement(),
        'goals.md': goals('nobody').replace('| Objective | Owner |', '| Objective | Who minds it |'),
      });
      for (const config of [
        'rules:\n  DOC003: off\n',
        'rules:\n  DOC003: warning\n',
        'aliases:\n  Objectives.Owner: [Who minds it]\n',
        'profile: full\n',
        'profile: ful\n',
        undefined,
        'engagements: ["."]\n',
        'engagements: ["elsewhere"]\n',
        'holidays: SE\n',
        '\ufeffzone: Europe/Stockholm\n',
        ': [',
        '',
      ]) {
        await live.put('outrigger.yml', config);
        await live.put('goals.md', live.text('goals.md').replace('Goals', 'Goals and'));
      }
    });

    it('when a row of an ended document or a draft changes in a column beside its name', async () => {
      const levels = (measures: readonly string[], status: string): string =>
        `---\nkind: sla\ntitle: Sla\nstatus: ${status}\nowner: anna\ncounterpart: bo\nmeasured_over: calendar month\n---\n\n## Service levels\n\n| Service | Measure | Target | Measured by |\n| --- | --- | --- | --- |\n${measures.map((measure) => `| API | ${measure} | 99 % | probe |\n`).join('')}`;
      for (const status of ['ended', 'draft', 'active']) {
        const live = await liveEngine({
          'engagement.md': engagement(),
          'sla.md': levels(['availability', 'quality'], status),
        });
        await live.put('sla.md', levels(['availability', 'availability'], status));
        assert.ok(codes(live.engine).includes('DOC002 sla.md'), status);
        await live.put('sla.md', levels(['availability', 'quality'], status));
        assert.ok(!codes(live.engine).includes('DOC002 sla.md'), status);
      }
    });

    it('when people come without a name, and a name changes its capitals', async () => {
      const lead = engagement().replace(/\n## People[^]*/, '');
      const empty =
        '---\nkind: people\ntitle: P\nstatus: active\n---\n\n## People\n\n| Person | Party | Role |\n| --- | --- | --- |\n';
      const live = await liveEngine({
        'engagement.md': lead,
        'people.md': empty,
        'goals.md': goals('Kerstyn'),
      });
      await live.put('people.md', `${empty}| | client | x |\n`);
      await live.put('people.md', empty);
      await live.put('people.md', `${empty}| Kerstin | client | x |\n`);
      await live.put('people.md', `${empty}| KERSTIN | client | x |\n`);
      assert.ok(live.engine.check().findings.some(({ message }) => message.includes('"KERSTIN"')));
    });

    it('when a draft changes in what a rule does not read that speaks of what the draft lacks', async () => {
      const plan = (every: string): string =>
        `---\nkind: communication-plan\ntitle: P\nstatus: draft\n---\n\n${every}\n\n## Reports\n\n| Report | Every | From | To |\n| --- | --- | --- | --- |\n| A | ${every} | anna | anna |\n`;
      const live = await liveEngine({ 'engagement.md': engagement(), 'plan.md': plan('month') }, ['full']);
      for (const every of ['Every', 'week\n', 'month']) await live.put('plan.md', plan(every));
      assert.equal(live.engine.check().findings.filter(({ code }) => code === 'DOC022').length, 1);
    });
  });

  describe('bears', () => {
    it('more findings than a call has room for arguments', async () => {
      const table = (heading: string, columns: string): string =>
        `\n## ${heading}\n\n${columns}\n${columns.replace(/[^|]+/g, '-')}\n${'| x | | | | | | | | |\n'.repeat(9_999)}`;
      const engine = await engineOver({
        'engagement.md': engagement(),
        'goals.md': `${goals('anna')}${table('Service levels', '| Service | Measure | Target | Measured by | Serves | Internal target | Note | Note 2 | Note 3 |')}${table('Handover items', '| Item | Kind | Belongs to | How | Form | Component | Note | Note 2 | Note 3 |')}${table('Incidents', '| Priority | Means | Respond | Restore | Inform | Note | Note 2 | Note 3 | Note 4 |')}${table('Risks', '| Risk | Category | Likelihood | Impact | Response | Action | Owner | Cause | Effect |')}`,
      });
      assert.ok(engine.check().findings.length > 130_000);
    }).timeout(20_000);

    it('rows that lack their cells, and rows that stand there already, at a cost that grows with the table', async () => {
      for (const row of ['| x |\n', '| x | | | | | | | | |\n']) {
        const columns = '| Item | Kind | Belongs to | How | Form | Component | Right to use | Done | Note |';
        const table = `\n## Handover items\n\n${columns}\n${columns.replace(/[^|]+/g, '-')}\n${row.repeat(5_000)}`;
        const engine = await engineOver({ 'engagement.md': engagement(), 'goals.md': goals('anna') + table });
        const taken = processorTime();
        assert.ok(engine.check().findings.length > 10_000);
        assert.ok(taken() < 4000);
      }
    }).timeout(20_000);

    it('ten thousand names in a cell', async () => {
      const names = Array.from({ length: 10_000 }, (_, i) => `nobody${i}`).join(', ');
      const engine = await engineOver({ 'engagement.md': engagement(), 'goals.md': goals(names) });
      const taken = processorTime();
      assert.ok(engine.check().findings.length > 0);
      assert.ok(taken() < 2000);
    });

    it('names that objects have', async () => {
      for (const name of ['constructor', 'toString', 'hasOwnProperty', 'proto__']) {
        const unknown = await engineOver({ 'engagement.md': engagement(), 'goals.md': goals(name) });
        assert.deepEqual(said(unknown, 'DOC003'), [`goals.md "${name}"`]);
        const known = await engineOver({
          'engagement.md': engagement().replaceAll('anna', name),
          'goals.md': goals(name).replaceAll('anna', name),
        });
        assert.deepEqual(codes(known), []);
      }
    });
  });

  it('orders findings by path, line, column, code and message, whatever the order of its files', async () => {
    const files = {
      'b/engagement.md': engagement(),
      'b/goals.md': goals('x1, x2'),
      'a/engagement.md': engagement(),
      'a/z.md': goals('y'),
      'B/engagement.md': engagement(),
      'B/q.md': goals('q'),
    };
    const turned = Object.fromEntries(Object.entries(files).reverse());
    const one = (await engineOver(files)).check();
    assert.deepEqual(one, (await engineOver(turned)).check());
    assert.deepEqual(
      one.findings.map(({ path }) => path),
      ['B/q.md', 'a/z.md', 'b/goals.md', 'b/goals.md'],
    );
  });

  it('says what did not run: nothing, while no rule needs history', async () => {
    assert.deepEqual((await engineOver({ 'engagement.md': engagement() })).check().notRun, []);
  });

  it('answers for the files and folders that are asked for', async () => {
    const engine = await engineOver({
      'a/engagement.md': engagement(),
      'a/goals.md': goals('x'),
      'ab/engagement.md': engagement(),
      'ab/goals.md': goals('y'),
    });
    const at = (...paths: readonly string[]): readonly string[] =>
      engine.check(paths).findings.map(({ path }) => path);
    assert.deepEqual(at('a'), ['a/goals.md']);
    assert.deepEqual(at('a/'), ['a/goals.md']);
    assert.deepEqual(at('a/goals.md'), ['a/goals.md']);
    assert.deepEqual(at('a/engagement.md'), []);
    assert.deepEqual(at('.'), ['a/goals.md', 'ab/goals.md']);
    assert.deepEqual(at(), ['a/goals.md', 'ab/goals.md']);
    assert.deepEqual(engine.check(['a/goals.md']).summary.documents, 1);
  });

  it('keeps what a later load has read when an earlier one is answered after it', async () => {
    const files = workspaceOf(
      new Map([
        ['engagement.md', engagement()],
        ['goals.md', goals('x')],
      ]),
    );
    const answers: (() => void)[] = [];
    const engine = createEngine({
      workspace: {
        ...files,
        read: (path) =>
          path === 'outrigger.yml'
            ? new Promise((resolve) => answers.push(() => resolve(undefined)))
            : files.read(path),
      },
    });
    const [earlier, later] = [{ aborted: false }, { aborted: false }];
    const loads = [engine.load(earlier), engine.load(later)];
    earlier.aborted = true;
    answers[1]?.();
    await loads[1];
    answers[0]?.();
    await loads[0];
    assert.deepEqual(documentsIn(engine), { '': ['engagement.md', 'goals.md'] });
  });
});

async function engineOver(files: Files, options: Partial<EngineOptions> = {}): Promise<Engine> {
  const engine = createEngine({ workspace: workspaceOf(new Map(Object.entries(files))), ...options });
  await engine.load();
  return engine;
}

function workspaceOf(files: ReadonlyMap<string, string | FileContent>): EngineOptions['workspace'] {
  return {
    list: () => [...files.keys()],
    read(path) {
      const content = files.get(path);
      return typeof content === 'string' ? { kind: 'text', text: content } : content;
    },
    exists: (path) => files.has(path) || [...files.keys()].some((file) => file.startsWith(`${path}/`)),
  };
}

/** An engine that is told of each change, and held against one that reads the files anew. */
async function liveEngine(start: Readonly<Record<string, string>>, profiles: readonly string[] = []) {
  const files = new Map(Object.entries(start));
  const options = profiles.length > 0 ? { profiles } : {};
  const engine = createEngine({ workspace: workspaceOf(files), ...options });
  await engine.load();
  engine.check();
  return {
    engine,
    text: (path: string): string => files.get(path) ?? '',
    async put(path: string, text: string | undefined): Promise<void> {
      if (text === undefined) files.delete(path);
      else files.set(path, text);
      engine.update(path, text === undefined ? undefined : { kind: 'text', text });
      const fresh = createEngine({ workspace: workspaceOf(files), ...options });
      await fresh.load();
      const what = `after ${text === undefined ? 'the end' : 'a change'} of ${path}`;
      assert.deepEqual(engine.check(), fresh.check(), what);
      assert.deepEqual(engine.questions(), fresh.questions(), what);
    },
  };
}

function documentsIn(engine: Engine): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    engine.engagements().map(({ folder, documents }) => [folder, documents.map(({ path }) => path)]),
  );
}

/** `path "first quoted word"` of what a rule says. */
function said(engine: Engine, code: string): readonly string[] {
  return engine
    .check()
    .findings.filter((finding) => finding.code === code)
    .map(({ path, message }) => `${path} ${/"[^"]*"/.exec(message)?.[0] ?? message}`);
}

function codes(engine: Engine): readonly string[] {
  return engine.check().findings.map(({ code, path }) => `${code} ${path}`);
}
